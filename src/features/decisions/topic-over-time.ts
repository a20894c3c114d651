import { formatDate } from '../../danish/date-format.js';
import type { Query } from '../../search/query.js';
import type { Ranked } from '../../search/rank.js';
import type { StoredItem } from '../../store/ports.js';
import { type ListedFind, tellList } from './answer-as-list.js';
import { answerWithDecision } from './answer-decision.js';
import { saidByTitle, showItem } from './answer-from-item.js';
import { findOfOutcome } from './outcomes-of-kind.js';
import { phrases } from './phrases.js';
import { readOutcomeKind } from './read-outcome-question.js';
import type { Question } from './read-question.js';
import { notFound, type Told } from './told.js';

/** An item is on the topic where its title says this share of what was asked. */
const topicShare = 0.75;
/** A timeline takes items whose title names the topic; where hardly any does, those whose text says nearly as much as the best find's. */
const timelineShares = { title: 0.3, coverage: 0.75, score: 0.5 };

const newestFirst = (one: Ranked, other: Ranked): number => other.meetingDate.localeCompare(one.meetingDate);

/** The best entry of each meeting, newest meeting first. */
function onePerMeeting(entries: readonly Ranked[]): Ranked[] {
  const best = new Map<string, Ranked>();
  for (const entry of entries) {
    const known = best.get(entry.candidate.meetingId);
    if (known === undefined || entry.score > known.score) best.set(entry.candidate.meetingId, entry);
  }
  return [...best.values()].sort(newestFirst);
}

const asksOverTime =
  /gennem (?:årene|tiden)|år for år|over tid|udviklet sig|tidslinje|hver gang|(?:alle|hvilke|liste over|oversigt over) (?:vores |de |møders )?(?:sager|beslutninger|punkter|møder|gange)(?!\p{L})|hvad har vi (?:haft af|besluttet|lavet)|(?<!\p{L})forløbet(?!\p{L})|tidligere beslutninger/u;

/** "hvad har vi besluttet om budgettet gennem årene?" */
export const isOverTime = ({ allAsked, text, period }: Question): boolean =>
  allAsked.includes('timeline') ||
  (allAsked.includes('news') && period !== undefined) ||
  asksOverTime.test(text.toLowerCase());

/** More than anyone leafs through; who has more must name a time. */
export const longestTimeline = 200;

/** Every entry a timeline shows. */
export function entriesOverTime(query: Query, ranked: readonly Ranked[]): Ranked[] {
  const [best] = ranked;
  if (best === undefined) return [];
  const titled = ranked.filter(({ inTitle }) => saidByTitle(query, inTitle) >= timelineShares.title);
  if (titled.length > 1) return titled;
  return ranked.filter(
    (entry) =>
      entry.score >= timelineShares.score * best.score && entry.coverage >= timelineShares.coverage * best.coverage,
  );
}

/** "budget 2025" over time: the items that say so in their title, whenever they were handled; undefined where there are none. */
export function ofTopicYear({ dates, concepts }: Query, entries: readonly Ranked[]): readonly Ranked[] | undefined {
  const years = dates.filter(({ ofMeeting, term }) => !ofMeeting && term.startsWith('aar:'));
  if (years.length === 0 || years.length < dates.length) return undefined;
  const titled = entries.filter(({ candidate }) => {
    const title = candidate.title.split(' ');
    const isOnTopic = concepts.some(
      ({ kind, alternatives }) =>
        kind === 'word' && alternatives.some(({ terms }) => terms.every((term) => title.includes(term))),
    );
    return isOnTopic && years.every(({ term }) => title.includes(term));
  });
  return titled.length === 0 ? undefined : titled;
}

/** Everything on a topic, newest meeting first: what ended as it is asked ("hvem har vi udpeget"), else what was decided, or what the item says of it. */
export function answerOverTime(items: readonly StoredItem[], question: Question, query: Query): Told {
  const kind = readOutcomeKind(question.text);
  const ended = kind === undefined ? [] : items.flatMap((stored) => findOfOutcome(stored, kind, question, query) ?? []);
  // "hvad har vi godkendt om …" asks for what was decided, in whatever words.
  if (kind !== undefined && kind !== 'approved' && ended.length === 0)
    return notFound(phrases.noneEndedSo(kind, items.length));
  const finds = ended.length > 0 ? ended : tellItems(items, question, query);
  const meetingCount = new Set(finds.map(({ source }) => source.meetingId)).size;
  return { ...tellList(phrases.onMeetings(meetingCount, finds.length), finds), intent: 'timeline' };
}

const tellItems = (items: readonly StoredItem[], question: Question, query: Query): ListedFind[] =>
  items.flatMap((stored): ListedFind[] => {
    const decided = answerWithDecision(stored, question, query);
    const source = decided?.sources[0] ?? showItem(stored, query);
    return source === undefined ? [] : [{ source, says: decided?.firstLine ?? source.quote }];
  });

/** Other meetings on the same topic, newest first; none where the question names a date, a meeting or a case. */
export function otherMeetings(
  stored: StoredItem,
  question: Question,
  query: Query,
  ranked: readonly Ranked[],
): Ranked[] {
  const isPlaced =
    question.dates.length > 0 ||
    question.period !== undefined ||
    question.latest !== undefined ||
    question.itemNumber !== undefined ||
    question.caseNumbers.length > 0;
  if (isPlaced || !query.concepts.some(({ kind, found }) => kind === 'word' && found)) return [];
  const onTopic = ranked.filter((entry) => saidByTitle(query, entry.inTitle) >= topicShare);
  if (!onTopic.some(({ candidate }) => candidate.meetingId === stored.meetingId)) return [];
  return onePerMeeting(onTopic).filter(({ candidate }) => candidate.meetingId !== stored.meetingId);
}

/** "Også drøftet 14. januar 2021 og 2 gange før." */
export function remarkOnOthers(stored: StoredItem, others: readonly Ranked[]): string[] {
  const [newest] = others;
  if (newest === undefined) return [];
  if (newest.meetingDate > stored.meetingDate) return [phrases.laterToo(formatDate(newest.meetingDate))];
  return [phrases.earlierToo(formatDate(newest.meetingDate), others.length - 1)];
}
