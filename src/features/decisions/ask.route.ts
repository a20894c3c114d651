import type { Audience } from '../../domain/access.js';
import type { Answer } from '../../domain/answer.js';
import type { Clock } from '../../domain/clock.js';
import type { AudienceOf } from '../../routing/audience-of.js';
import type { Reply } from '../../routing/reply.js';
import type { MessageTurn } from '../../routing/turn.js';
import { answerReply } from './answer-reply.js';
import { cardPhrases } from './card-phrases.js';
import { createRecentQuestions } from './recent-questions.js';

export interface Asking {
  answer: (question: string, audience: Audience, context?: string) => Promise<Answer>;
  audienceOf: AudienceOf;
  clock: Clock;
}

/** In characters; whatever is longer is a pasted text and no question. */
export const longestQuestion = 1_000;

/** Answers a message that is no command. */
export function createAsk({ answer, audienceOf, clock }: Asking): (turn: MessageTurn) => Promise<Reply> {
  const recent = createRecentQuestions(clock);
  return async (turn) => {
    const question = turn.text.trim();
    if (!/[\p{L}\p{N}]/u.test(question)) return { text: cardPhrases.empty };
    if (question.length > longestQuestion) return { text: cardPhrases.tooLong(longestQuestion) };
    const context = recent.find(turn);
    const found = await answer(question, await audienceOf(turn), context);
    // A follow-up leaves its subject unsaid, so the question that said it stays the one to go on from.
    recent.save(turn, found.isFollowUp === true && context !== undefined ? context : question);
    return answerReply(found, { question, context });
  };
}
