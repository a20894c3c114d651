import type { Access } from '../../../domain/access.js';
import type { InputRound } from '../../../domain/input.js';
import { mayDo, type Operation, type Standing } from '../../../domain/rights.js';

/** What opens everybody's answers to others than chair and secretary. */
function operationOf({ visibility, state }: Pick<InputRound, 'visibility' | 'state'>): Operation {
  if (visibility === 'directors') return 'see_input_of_directors_round';
  if (visibility === 'forum_after_deadline' && state === 'closed') return 'see_input_of_forum_round';
  return 'see_input';
}

/** Whether somebody of these standings may read everybody's answers about open or closed items. */
export const maySeeAnswers = (
  round: Pick<InputRound, 'visibility' | 'state'>,
  standings: readonly Standing[],
  access: Access,
): boolean => mayDo(standings, 'see_input', access) || mayDo(standings, operationOf(round), access);
