import type { EvalQuestion, Place } from './question-set.js';

/** What one engine said to one question. */
export interface Reply {
  /** Where it points, best first. */
  places: readonly Place[];
  /** Answer and first quote together; null for an engine that only finds. */
  words: string | null;
  /** It said that the archive does not know; null for an engine that cannot. */
  refused: boolean | null;
}

/** Marks of one reply; null where the question does not test it. */
export interface Marks {
  /** The first place is right. */
  first: boolean | null;
  /** One of the first three places is right. */
  three: boolean | null;
  /** The asked-for fact stands in the answer or its first quote. */
  fact: boolean | null;
  /** An unanswerable question was refused. */
  refused: boolean | null;
  /** An answerable question was refused. */
  falselyRefused: boolean | null;
}

const fold = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

const isAmong = (places: readonly Place[], wanted: readonly Place[]): boolean =>
  places.some((place) =>
    wanted.some((other) => other.meetingDate === place.meetingDate && other.itemNumber === place.itemNumber),
  );

/** Every part parted by `;` must stand in the words, in one of the ways parted by `|`. */
export function holdsFact(words: string, fact: string): boolean {
  const here = fold(words);
  return fact.split(';').every((part) => part.split('|').some((way) => here.includes(fold(way))));
}

export function mark(question: EvalQuestion, reply: Reply): Marks {
  const answerable = question.must.length > 0;
  const { answer } = question;
  const asksForFact = answerable && answer !== null && reply.words !== null;
  return {
    first: answerable ? isAmong(reply.places.slice(0, 1), question.must) : null,
    three: answerable ? isAmong(reply.places.slice(0, 3), question.must) : null,
    fact: asksForFact ? holdsFact(reply.words ?? '', answer) : null,
    refused: answerable ? null : reply.refused,
    falselyRefused: answerable ? reply.refused : null,
  };
}
