import { formatDate } from '../../danish/date-format.js';
import type { Answer, AnswerSource } from '../../domain/answer.js';
import { phrases } from './phrases.js';
import { splitWishes } from './split-wishes.js';

/** Answers one question, with the one asked before it. */
export type AnswerOne = (question: string, context: string | undefined) => Promise<Answer>;

/** What is said of a wish in one line; of one that is not answered, which one it was. */
const lineOf = (wish: string, answer: Answer): string =>
  answer.status === 'answered' ? (answer.firstLine ?? answer.text) : phrases.wishNotFound(wish, answer.text);

const isSame = (one: AnswerSource, other: AnswerSource): boolean =>
  one.meetingId === other.meetingId && one.itemNumber === other.itemNumber && one.quote === other.quote;

function together(wishes: readonly string[], parts: readonly Answer[], first: Answer): Answer {
  const lines = parts.map((part, index) => lineOf(wishes[index] ?? '', part));
  const answered = parts.filter(({ status }) => status === 'answered');
  const ordered = [
    ...answered.flatMap((part) => part.sources.slice(0, 1)),
    ...answered.flatMap((part) => part.sources),
  ];
  const sources = ordered.filter((source, index) => ordered.findIndex((other) => isSame(source, other)) === index);
  const isFollowUp = first.isFollowUp === true;
  return {
    status: 'answered',
    intent: first.intent,
    text: lines.join('\n'),
    sources,
    suggestions: [],
    parts: parts.map((part, index) => ({ ...part, firstLine: lines[index] ?? '' })),
    searched: first.searched,
    ...(isFollowUp && { isFollowUp }),
  };
}

const saysWhen = /\d{4}|\d[./]\d|sidste|seneste|siden/u;

/** The wishes of one message are mostly about one item, so the meeting that answered the first is asked first. */
async function answerInSameMeeting(
  wish: string,
  subject: string,
  first: Answer,
  answerOne: AnswerOne,
): Promise<Answer> {
  const [source] = first.sources;
  if (source !== undefined && first.isList !== true && !saysWhen.test(subject) && !saysWhen.test(wish)) {
    const there = await answerOne(wish, `${subject} ${formatDate(source.meetingDate, 'da')}`);
    if (there.status === 'answered' && there.sources[0]?.meetingId === source.meetingId) return there;
  }
  return answerOne(wish, subject);
}

/**
 * Answers every question of a message: "hvornår er borgermødet, og hvem laver drejebogen?" Each after the first is understood from the
 * one before it. Where the first finds no answer, the message is taken as one question.
 */
export async function answerWishes(
  question: string,
  context: string | undefined,
  answerOne: AnswerOne,
): Promise<Answer> {
  const wishes = splitWishes(question);
  const [firstWish] = wishes;
  if (wishes.length < 2 || firstWish === undefined) return answerOne(question, context);
  const first = await answerOne(firstWish, context);
  if (first.status !== 'answered') return answerOne(question, context);
  // A follow-up does not say what it is about, so the next wish needs the question that does.
  const subject = first.isFollowUp === true && context !== undefined ? context : firstWish;
  const parts = [first];
  for (const wish of wishes.slice(1)) parts.push(await answerInSameMeeting(wish, subject, first, answerOne));
  return together(wishes, parts, first);
}
