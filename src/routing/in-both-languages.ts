import type { CardVerb, Command } from './routes.js';

/** What can be typed and pressed of a feature whose texts all have their English: it answers in the language of who asks. */
export const inBothLanguages = <T extends { commands?: readonly Command[]; verbs: readonly CardVerb[] }>(
  routes: T,
): T => ({
  ...routes,
  ...(routes.commands && {
    commands: routes.commands.map((command) => ({ ...command, speaksEnglish: true as const })),
  }),
  verbs: routes.verbs.map((verb) => ({ ...verb, speaksEnglish: true as const })),
});
