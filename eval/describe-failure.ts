import type { ReferentReply } from '../src/evaluation/ask-referent.js';
import type { Marks } from '../src/evaluation/marks.js';
import type { EvalQuestion, Place } from '../src/evaluation/question-set.js';

const describePlaces = (places: readonly Place[]): string =>
  places.map(({ meetingDate, itemNumber }) => `${meetingDate}#${itemNumber}`).join(' ');

/** What is wrong with a reply, for those who tune; undefined when nothing is. */
export function describeFailure(question: EvalQuestion, reply: ReferentReply, marks: Marks): string | undefined {
  const faults = [
    marks.first === false ? 'first' : '',
    marks.fact === false ? 'fact' : '',
    marks.refused === false ? 'not refused' : '',
    marks.falselyRefused === true ? 'falsely refused' : '',
  ].filter((fault) => fault !== '');
  if (faults.length === 0) return undefined;
  const context = question.context === undefined ? '' : `(${question.context}) `;
  return [
    `${question.id} [${question.type}] ${faults.join(', ')}: ${context}${question.q}`,
    `   want ${describePlaces(question.must.slice(0, 4))} | ${question.answer}`,
    `   got  ${describePlaces(reply.places.slice(0, 3))} ${reply.status}: ${reply.words?.replace(/\s+/g, ' ').slice(0, 420)}`,
  ].join('\n');
}
