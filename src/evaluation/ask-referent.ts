import type { Audience } from '../domain/access.js';
import { type AnswerDeps, answerQuestion } from '../features/decisions/answer-question.js';
import type { Reply } from './marks.js';
import type { EvalQuestion, Place } from './question-set.js';

/** Referent's reply, and how sure it was. */
export interface ReferentReply extends Reply {
  status: Awaited<ReturnType<typeof answerQuestion>>['status'];
  /** It was understood from the question before. */
  isFollowUp: boolean;
}

/** An item may be quoted twice, its decision and what was recommended; a search engine names it once. */
const distinct = (places: readonly Place[]): Place[] =>
  places.filter(
    (place, index) =>
      places.findIndex((other) => other.meetingDate === place.meetingDate && other.itemNumber === place.itemNumber) ===
      index,
  );

/** Asks a question of Referent as a user would, with the question before it in a follow-up. */
export async function askReferent(
  deps: AnswerDeps,
  audience: Audience,
  question: EvalQuestion,
): Promise<ReferentReply> {
  const {
    status,
    text,
    sources,
    isFollowUp = false,
  } = await answerQuestion(deps, question.q, audience, question.context);
  return {
    status,
    isFollowUp,
    places: distinct(sources.map(({ meetingDate, itemNumber }) => ({ meetingDate, itemNumber }))),
    words: `${text}\n${sources[0]?.quote ?? ''}`,
    refused: status === 'not_found',
  };
}
