import { z } from 'zod';
import { verbs } from '../../cards/button.js';
import { pressedPage, readPress } from '../../cards/read-press.js';
import { AppError } from '../../domain/app-error.js';
import type { CardVerb } from '../../routing/routes.js';
import type { Turn } from '../../routing/turn.js';
import { phrases } from './phrases.js';
import { lookingFrom, type WalkingDependencies } from './walk.command.js';
import { longestAsked, type Walk, walkNames } from './walk.js';
import { walkCard } from './walk-card.js';

export const pressedWalk = z.object({ list: z.enum(walkNames), asked: z.string().max(longestAsked) });

const pressed = pressedWalk.extend({ page: pressedPage });

/** The list a button stands for, read anew. @throws AppError `not_found` when nothing is found by it any more. */
export async function lookAgain(
  turn: Turn,
  { list, asked }: z.infer<typeof pressedWalk>,
  dependencies: Omit<WalkingDependencies, 'ask'>,
): Promise<Walk> {
  const walk = dependencies.walks.find(({ name }) => name === list);
  const found = await walk?.look(asked, await lookingFrom(turn, dependencies));
  if (found === undefined) throw new AppError('not_found', 'no such list any more', { reply: phrases.gone });
  return found;
}

/** Another page of a list, or another list. */
export function createShowWalkVerb(dependencies: Omit<WalkingDependencies, 'ask'>): CardVerb<z.infer<typeof pressed>> {
  return {
    verb: verbs.showWalk,
    speaksEnglish: true,
    read: (data) => readPress(pressed, data),
    run: async (turn, data) => walkCard(await lookAgain(turn, data, dependencies), data),
  };
}
