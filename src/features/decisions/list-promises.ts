import { formatDate } from '../../danish/date-format.js';
import type { AnswerSource } from '../../domain/answer.js';
import { deadlineOf } from '../../register/commitment-owners.js';
import type { ArchiveLists, ListedCommitment, MemberStore, SearchIndex, StoredItem } from '../../store/ports.js';
import type { MeetingContext } from './answer-about-meeting.js';
import { type ListedFind, tellInOrder } from './answer-as-list.js';
import { listPersons } from './archive.js';
import { decisionSource } from './item-answer.js';
import { isOfTime } from './named-meetings.js';
import { phrases } from './phrases.js';
import { sourceOf } from './quote.js';
import { type PromiseQuestion, readPromiseQuestion } from './read-promise-question.js';
import type { Question } from './read-question.js';
import { notFound, type Told } from './told.js';
import { findWhose, isEverybodys, type Whose } from './whose-promises.js';

export interface PromiseContext extends MeetingContext {
  search: SearchIndex;
  lists: Pick<ArchiveLists, 'listCommitments'>;
  members?: Pick<MemberStore, 'getRegister'>;
  /** ISO date. */
  today: string;
}

/** More than anyone leafs through; who has more must name a time. */
const mostListed = 200;

/** Each with its day, as far as one is known. */
const withDay = (promise: ListedCommitment): ListedCommitment => ({ ...promise, ...deadlineOf(promise) });

type Group = 'due' | 'undated' | 'passed';

const groupOf = ({ due, isUntilNext }: ListedCommitment, today: string): Group =>
  due === null ? (isUntilNext ? 'due' : 'undated') : due >= today ? 'due' : 'passed';

const order: Readonly<Record<Group, number>> = { due: 0, passed: 1, undated: 2 };

const orderWithin = { due: 'nearest_deadline', passed: 'latest_deadline', undated: 'newest' } as const;

/** What has no day yet comes after all that has one. */
const latest = '9999-12-31';

/** What is still due first, the nearest first; then what has passed, the latest first; then what has no day, the newest first. */
function inOrder(today: string): (one: ListedCommitment, other: ListedCommitment) => number {
  return (one, other) => {
    const [group, otherGroup] = [groupOf(one, today), groupOf(other, today)];
    if (group !== otherGroup) return order[group] - order[otherGroup];
    if (group === 'undated') return other.meetingDate.localeCompare(one.meetingDate);
    const [day, otherDay] = [one.due ?? latest, other.due ?? latest];
    return group === 'due' ? day.localeCompare(otherDay) : otherDay.localeCompare(day);
  };
}

/** Until when, where a day or a meeting was said. */
const sayUntil = ({ due, isInferred, isUntilNext }: ListedCommitment): string =>
  due !== null ? phrases.until(formatDate(due), isInferred) : isUntilNext ? phrases.untilNextMeeting : '';

/** The promise where it stands, letter for letter. */
function sourceIn(stored: StoredItem, promise: ListedCommitment): AnswerSource | undefined {
  const section = stored.item.sections.find(({ text }) => text.includes(promise.text));
  return section === undefined ? decisionSource(stored) : sourceOf(stored, section.kind, promise.text);
}

async function findsOf(
  { minutes, audience, today }: PromiseContext,
  promises: readonly ListedCommitment[],
): Promise<ListedFind[]> {
  const finds: ListedFind[] = [];
  for (const promise of promises) {
    const source = sourceIn(await minutes.getItem(audience, promise.meetingId, promise.itemNumber), promise);
    if (source === undefined) continue;
    const until = sayUntil(promise);
    const group = groupOf(promise, today);
    const listed = { under: phrases.promiseGroups[group], says: until, order: orderWithin[group] };
    finds.push({
      source: { ...source, listed },
      says: `${until === '' ? formatDate(promise.meetingDate) : until}: ${promise.text}`,
    });
  }
  return finds;
}

/** Deadlines are those that fall in the time asked about; of promises also those that were made then. */
function isAsked(promise: ListedCommitment, asked: PromiseQuestion, question: Question, today: string): boolean {
  const group = groupOf(promise, today);
  if (asked.onlyPassed && group !== 'passed') return false;
  if (asked.onlyDeadlines && group === 'undated') return false;
  const { due, meetingDate } = promise;
  const days = asked.onlyDeadlines && due !== null ? [due] : [due, meetingDate];
  return days.some((day) => day !== null && isOfTime(question, day));
}

const everybody = (): Whose => ({ name: phrases.everybody, isTheirs: isEverybodys });
const anybody = (): Whose => ({ name: phrases.anybody, isTheirs: () => true });

/**
 * "hvad skal M&T gøre", "hvilke opgaver har Jonas": everything somebody was to do, what is due next first, each with the words that say so.
 * Undefined where something else is asked.
 */
export async function listPromises(context: PromiseContext): Promise<Told | undefined> {
  const { question, lists, audience, today } = context;
  const asked = readPromiseQuestion(question.text, today);
  if (asked === undefined) return undefined;
  const all = (await lists.listCommitments(audience)).filter(({ kind }) => kind === 'minutes').map(withDay);
  const isOpen = (promise: ListedCommitment): boolean => groupOf(promise, today) === 'due';
  const source = { ...context, persons: await listPersons(context, audience) };
  const found = asked.whose === '' ? anybody() : await findWhose(asked.whose, all, source, isOpen);
  if (found === undefined) return undefined;
  const whose = found === 'everybody' ? everybody() : found;
  const wanted = all
    .filter(whose.isTheirs)
    .filter((promise) => isAsked(promise, asked, question, today))
    .toSorted(inOrder(today));
  if (wanted.length === 0)
    return notFound(asked.whose === '' ? phrases.noPromisesAtAll : phrases.noPromises(whose.name));
  const shown = wanted.slice(0, mostListed);
  const firstLine = asked.onlyPassed
    ? phrases.passedPromises(whose.name, wanted.length)
    : phrases.promises(whose.name, wanted.length, wanted.filter(isOpen).length);
  const told = tellInOrder(firstLine, await findsOf(context, shown));
  const remarks = [
    ...(shown.length < wanted.length ? [phrases.onlySome(shown.length)] : []),
    ...(wanted.some((promise) => groupOf(promise, today) === 'passed') ? [phrases.promisesKept] : []),
  ];
  return { ...told, intent: 'list', text: [told.text, ...remarks].join('\n'), ...(remarks.length > 0 && { remarks }) };
}
