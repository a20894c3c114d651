import type { Reply } from '../../routing/reply.js';
import type { InstalledTurn } from '../../routing/turn.js';
import { findExamples } from './find-examples.js';
import { welcomeCard } from './help-cards.js';
import type { Helping } from './show-help.command.js';

/** Greets a person or a channel that Referent was added to. */
export function createWelcome({ minutes, audienceOf }: Omit<Helping, 'commandsFor'>) {
  return async (turn: InstalledTurn): Promise<Reply> =>
    welcomeCard(await findExamples(minutes, await audienceOf(turn)));
}
