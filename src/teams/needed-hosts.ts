/**
 * Every host outside the tenant that is called, by what for; files come from the hosts the settings name beside these. The list for
 * whoever keeps the firewall stands in `docs/drift.md`.
 */
export const neededHosts = {
  /** The keys that the channel signs with. */
  keys: 'login.botframework.com',
  /** The bot's own token. */
  login: 'login.microsoftonline.com',
  /** Where answers go, and the bot's token with them. */
  service: 'smba.trafficmanager.net',
} as const;
