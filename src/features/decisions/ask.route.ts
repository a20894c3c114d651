import type { Audience } from '../../domain/access.js';
import type { Answer } from '../../domain/answer.js';
import type { AudienceOf } from '../../routing/audience-of.js';
import type { Reply } from '../../routing/reply.js';
import type { MessageTurn } from '../../routing/turn.js';
import { answerReply } from './answer-reply.js';
import { cardPhrases } from './card-phrases.js';
import { isAboutMinutes, type KeepQuestion } from './keep-question.js';
import type { RecentQuestions } from './recent-questions.js';

export interface Asking {
  answer: (question: string, audience: Audience, context?: string) => Promise<Answer>;
  audienceOf: AudienceOf;
  recent: RecentQuestions;
  /** Absent: no question is kept, and no answer asks whether it was right. */
  keepQuestion?: KeepQuestion;
}

/** In characters; whatever is longer is a pasted text and no question. */
export const longestQuestion = 1_000;

/** Answers a message that is no command. */
export function createAsk({ answer, audienceOf, recent, keepQuestion }: Asking): (turn: MessageTurn) => Promise<Reply> {
  return async (turn) => {
    const question = turn.text.trim();
    if (!/[\p{L}\p{N}]/u.test(question)) return { text: cardPhrases.empty };
    if (question.length > longestQuestion) return { text: cardPhrases.tooLong(longestQuestion) };
    const context = recent.find(turn);
    const audience = await audienceOf(turn);
    const found = await answer(question, audience, context);
    // A follow-up leaves its subject unsaid, so the question that said it stays the one to go on from.
    // What was said to Referent itself leaves it where it was.
    if (isAboutMinutes(found))
      recent.save(turn, found.isFollowUp === true && context !== undefined ? context : question);
    const reply = answerReply(found, { question, context });
    const feedback = keepQuestion?.(turn, found, { question, context }, audience);
    return feedback === undefined ? reply : { ...reply, feedback };
  };
}
