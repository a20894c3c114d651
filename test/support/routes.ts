import type { Command, Routes } from '../../src/routing/routes.js';
import type { CardActionTurn, InstalledTurn, MessageTurn } from '../../src/routing/turn.js';

/** A command for tests that answers with its name and what it was given. */
export function echoCommand(name: string, words: readonly string[], accepts: (rest: string) => boolean): Command {
  return {
    name,
    words,
    usage: `${words[0] ?? ''} …`,
    description: 'En prøve.',
    descriptionInEnglish: 'A trial.',
    accepts,
    run: async (_turn, rest) => ({ text: `${name}(${rest})` }),
  };
}

/** Routes that repeat what they were asked; a test replaces the parts it is about. */
export function echoRoutes(parts: Partial<Routes> = {}): Routes {
  return {
    commands: [],
    verbs: [],
    question: async (turn) => ({ text: `Du spurgte: ${turn.text}` }),
    welcome: async () => ({ text: 'Hej, jeg er Referent.' }),
    searchExtension: async (turn) => ({ text: `Du søgte: ${turn.text}` }),
    file: async (turn) => ({ text: `Du sendte: ${turn.files.map(({ name }) => name).join(', ')}` }),
    feedback: async () => undefined,
    composers: [],
    jobs: [],
    keepWay: async () => undefined,
    removed: async () => undefined,
    ...parts,
  };
}

const somebody = {
  activityId: 'activity-1',
  conversation: { id: 'conversation-1', kind: 'personal', tenantId: 'tenant-1', teamId: null },
  sender: { id: '29:somebody', objectId: 'object-1', isGuest: false },
  locale: 'da-DK',
  reference: null,
} as const;

export const messageTurn = (text: string): MessageTurn => ({ ...somebody, kind: 'message', text });
export const pressTurn = (verb: string, data: unknown): CardActionTurn => ({
  ...somebody,
  kind: 'card_action',
  verb,
  data,
});
export const installedTurn = (): InstalledTurn => ({ ...somebody, kind: 'installed' });
