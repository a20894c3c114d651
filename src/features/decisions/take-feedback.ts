import { removeInvisible } from '../../cards/remove-invisible.js';
import { shorten } from '../../cards/shorten.js';
import { toLocalTime } from '../../danish/date-format.js';
import type { Clock } from '../../domain/clock.js';
import type { FeedbackTurn } from '../../routing/turn.js';
import type { QuestionLog } from '../../store/ports.js';
import { messageKeyOf } from './keep-question.js';

/** In characters. */
const longestComment = 1_000;

/** More thumbs than are given between two starts of the program. */
const mostRemembered = 1_000;

/**
 * Keeps what somebody said of an answer, without who. That a person who thinks again is counted once is known in
 * memory only, for as long as the program runs.
 */
export function createTakeFeedback(
  questions: Pick<QuestionLog, 'keepFeedback'>,
  clock: Clock,
): (turn: FeedbackTurn) => Promise<void> {
  const given = new Map<string, string>();
  return async (turn) => {
    const messageKey = messageKeyOf(turn, turn.messageId);
    const giver = `${messageKey} ${turn.sender.id}`;
    const comment = removeInvisible(turn.comment ?? '').trim();
    const kept = await questions.keepFeedback({
      messageKey,
      givenOn: toLocalTime(clock.now()).date,
      reaction: turn.reaction,
      comment: comment === '' ? null : shorten(comment, longestComment),
      replaces: given.get(giver) ?? null,
    });
    if (kept === undefined) return;
    given.delete(giver);
    given.set(giver, kept);
    const [oldest] = given.keys();
    if (given.size > mostRemembered && oldest !== undefined) given.delete(oldest);
  };
}
