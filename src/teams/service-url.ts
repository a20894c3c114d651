import { BoundedCache } from '../domain/bounded-cache.js';
import { neededHosts } from './needed-hosts.js';

/** Says whether the bot may send to an address that a request named. The bot's token goes wherever this says yes. */
export type ServiceUrlCheck = (serviceUrl: string) => boolean;

/** Teams has a service for each part of the world. */
const keptVerdicts = 20;

/** Gives the verdict of a check again where an address is asked about again, as it is several times at every turn. */
export function remembering(check: ServiceUrlCheck): ServiceUrlCheck {
  const verdicts = new BoundedCache<string, boolean>(keptVerdicts, () => 1);
  return (serviceUrl) => {
    const known = verdicts.get(serviceUrl);
    if (known !== undefined) return known;
    const verdict = check(serviceUrl);
    verdicts.put(serviceUrl, verdict);
    return verdict;
  };
}

function parse(serviceUrl: string): URL | undefined {
  return URL.canParse(serviceUrl) ? new URL(serviceUrl) : undefined;
}

const hasNoCredentials = (url: URL): boolean => url.username === '' && url.password === '';

/**
 * Teams' own service and nothing else. Not its parent domain: names under trafficmanager.net can be registered by anyone.
 */
export const isTeamsService: ServiceUrlCheck = (serviceUrl) => {
  const url = parse(serviceUrl);
  return (
    url !== undefined &&
    url.protocol === 'https:' &&
    url.hostname === neededHosts.service &&
    url.port === '' &&
    hasNoCredentials(url)
  );
};

/** A service on this machine: the local chat client. */
export const isLoopbackService: ServiceUrlCheck = (serviceUrl) => {
  const url = parse(serviceUrl);
  return (
    url !== undefined &&
    ['http:', 'https:'].includes(url.protocol) &&
    ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname) &&
    hasNoCredentials(url)
  );
};

/** Whether a peer's address, as the socket tells it, is this machine. */
export function isLoopbackAddress(address: string | undefined): boolean {
  if (address === undefined) return false;
  const ipv4 = address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
  return address === '::1' || /^127(\.\d{1,3}){3}$/.test(ipv4);
}
