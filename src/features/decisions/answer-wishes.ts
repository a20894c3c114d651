import { formatDate } from '../../danish/date-format.js';
import type { Answer, AnswerSource } from '../../domain/answer.js';
import { phrases } from './phrases.js';
import { splitWishes } from './split-wishes.js';

/** More than three are a list of questions, which nobody reads the answers of on a phone. */
const mostWishes = 3;

/** Answers one question, with the one asked before it. */
export type AnswerOne = (question: string, context: string | undefined) => Promise<Answer>;

/** What is said of a wish in one line; of one that is not answered, which one it was. */
const lineOf = (wish: string, answer: Answer): string =>
  answer.status === 'answered' ? (answer.firstLine ?? answer.text) : phrases.wishNotFound(wish, answer.text);

const isSame = (one: AnswerSource, other: AnswerSource): boolean =>
  one.meetingId === other.meetingId && one.itemNumber === other.itemNumber && one.quote === other.quote;

function together(wishes: readonly string[], parts: readonly Answer[], first: Answer, isCut: boolean): Answer {
  const lines = parts.map((part, index) => lineOf(wishes[index] ?? '', part));
  const remarks = isCut ? [phrases.onlyFirstWishes(parts.length)] : [];
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
    text: [...lines, ...remarks].join('\n'),
    sources,
    suggestions: [],
    parts: parts.map((part, index) => ({ ...part, firstLine: lines[index] ?? '' })),
    searched: first.searched,
    ...(isCut && { remarks }),
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
 * Answers every question of a message: "hvornår er borgermødet, og hvem laver drejebogen?" The first that says what it is about is
 * answered first, and the others are understood from it. Where it finds no answer, the message is taken as one question.
 *
 * @param saysWhat Whether a question says what it is about ("hvem deltog?" does not).
 */
export async function answerWishes(
  question: string,
  context: string | undefined,
  answerOne: AnswerOne,
  saysWhat: (wish: string) => boolean,
): Promise<Answer> {
  const all = splitWishes(question);
  const wishes = all.slice(0, mostWishes);
  const lead = Math.max(0, context === undefined ? wishes.findIndex(saysWhat) : 0);
  const leading = wishes[lead];
  const hasSubject = context !== undefined || wishes.some(saysWhat);
  if (wishes.length < 2 || leading === undefined || !hasSubject) return answerOne(question, context);
  const first = await answerOne(leading, context);
  if (first.status !== 'answered') return answerOne(question, context);
  // A follow-up does not say what it is about, so the next wish needs the question that does.
  const subject = first.isFollowUp === true && context !== undefined ? context : leading;
  const parts: Answer[] = [];
  for (const [index, wish] of wishes.entries())
    parts.push(index === lead ? first : await answerInSameMeeting(wish, subject, first, answerOne));
  return together(wishes, parts, first, all.length > wishes.length);
}
