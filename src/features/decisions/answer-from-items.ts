import type { ItemReference } from '../../domain/answer.js';
import type { Ranked } from '../../search/rank.js';
import type { SearchIndex, StoredItem } from '../../store/ports.js';
import type { MeetingContext } from './answer-about-meeting.js';
import { showItem } from './answer-from-item.js';
import { listMeetingDates } from './archive.js';
import { askWhichItem, findEquals } from './ask-which.js';
import { decide } from './certainty.js';
import { minutesFirst, remarkOnComing } from './coming-meeting.js';
import { type Contender, chooseContender, toContender } from './contenders.js';
import { mayAnswer, saidApart, withRemarks } from './item-answer.js';
import { withNextMeeting } from './next-meeting.js';
import { phrases } from './phrases.js';
import { withOutcome } from './say-outcome.js';
import { readSignals, type Signals } from './signals.js';
import { speaksOfThat } from './speaks-of-that.js';
import { notFound, type Told } from './told.js';
import {
  answerOverTime,
  entriesOverTime,
  isOverTime,
  longestTimeline,
  ofTopicYear,
  otherMeetings,
  remarkOnOthers,
} from './topic-over-time.js';

/** A question with all that was found out about it. */
export interface AnswerContext extends MeetingContext {
  search: SearchIndex;
  /** ISO date. */
  today: string;
  /** Told what each verdict rests on; for fitting its weights. */
  onSignals?: (signals: Signals) => void;
}

/** Share of the asked words from which on the best find is surely about the topic, so that it may be named in a refusal. */
const knownTopic = 0.5;

/** How many other finds are offered beside the one that answers. */
const otherFinds = 3;

async function load(context: AnswerContext, ranked: readonly Ranked[]): Promise<StoredItem[]> {
  const { minutes, audience } = context;
  const dates = await listMeetingDates(context, audience);
  const items: StoredItem[] = [];
  for (const { candidate } of ranked) {
    if (candidate.itemNumber === null) continue;
    items.push(withNextMeeting(await minutes.getItem(audience, candidate.meetingId, candidate.itemNumber), dates));
  }
  return items;
}

/** The topics nearest to what was asked, best first. */
export async function suggestItems(context: AnswerContext, ranked: readonly Ranked[]): Promise<ItemReference[]> {
  const items = await load(context, ranked.slice(0, 3));
  return items.map(({ meetingId, meetingDate, forum, item }) => ({
    meetingId,
    meetingDate,
    forum,
    itemNumber: item.number,
    title: item.topic,
  }));
}

/** The entries of the meetings a question names; all where it names none. */
function ofNamed({ named }: AnswerContext, entries: readonly Ranked[]): readonly Ranked[] {
  if (named === undefined) return entries;
  const ids = new Set(named.map(({ id }) => id));
  return entries.filter(({ candidate }) => ids.has(candidate.meetingId));
}

/** A case number, or a time, that no item has: what is said then; undefined where they have it. */
async function missTold(context: AnswerContext, ranked: readonly Ranked[]): Promise<Told | undefined> {
  const { question, found } = context;
  const { dates } = found.query;
  const [best] = ranked;
  const [unknownCase] = question.caseNumbers;
  if (best === undefined && unknownCase !== undefined) return notFound(phrases.unknownCaseNumber(unknownCase.label));
  const isMissed = best === undefined ? dates.some((date) => !date.found) : best.missedDates === dates.length;
  const unknown = isMissed ? (dates.find((date) => !date.found) ?? dates[0]) : undefined;
  if (unknown === undefined) return undefined;
  // The minutes speak of that time, but not of what was asked.
  const text = unknown.found ? phrases.notFound : phrases.unknownDate(unknown.label);
  return notFound(text, await suggestItems(context, ranked));
}

/** "Mente du …?", with what the nearest finds say. */
function askBack({ found }: AnswerContext, chosen: Contender, contenders: readonly Contender[]): Told {
  const sources = [chosen, ...contenders.filter((one) => one !== chosen)]
    .slice(0, 3)
    .flatMap((one) => mayAnswer(one.answer) ?? showItem(one.stored, found.query) ?? []);
  return { status: 'maybe', text: phrases.didYouMean, sources };
}

/** The answer of one item, with what became of it and where else the topic was handled. */
async function tellFind(
  context: AnswerContext,
  { stored, answer }: Contender,
  beside: readonly StoredItem[],
  held: readonly Ranked[],
): Promise<Told> {
  const { question, found, meetings } = context;
  const others = otherMeetings(stored, question, found.query, held);
  const offered = await load(context, others.slice(0, 2));
  const isNew = ({ meetingId, item }: StoredItem): boolean =>
    ![stored, ...offered].some((one) => one.meetingId === meetingId && one.item.number === item.number);
  const more = [...offered, ...beside.filter(isNew)].flatMap((item) => showItem(item, found.query) ?? []);
  const said = withRemarks(withOutcome(stored, question, found.query, answer), [
    ...remarkOnComing(stored, new Set(meetings.map(({ id }) => id))),
    ...remarkOnOthers(stored, others),
  ]);
  return { status: 'answered', text: said.text, sources: [...said.sources, ...more], ...saidApart(said) };
}

/** Answers from the items that were found: by the one that answers best, where the archive surely tells. */
export async function answerFromItems(context: AnswerContext): Promise<Told> {
  const { question, meetings, found, today } = context;
  const { query } = found;
  const heldIds = new Set(meetings.map(({ id }) => id));
  const items = found.ranked.filter((entry) => entry.candidate.itemNumber !== null);
  const ranked = minutesFirst(items, question, heldIds);
  const missed = await missTold(context, ranked);
  if (missed !== undefined) return missed;
  const equals = findEquals(question, query, ranked);
  if (equals.length > 0) return askWhichItem(await load(context, equals));
  const entries = ranked.slice(0, 1 + otherFinds);
  const loaded = await load(context, entries);
  const contenders = loaded.flatMap((item, index) => {
    const entry = entries[index];
    return entry === undefined ? [] : [toContender(item, entry, question, query, today)];
  });
  const isOfThat = speaksOfThat(question, query);
  const ofThat = contenders.filter(({ stored }) => isOfThat(stored));
  const chosen = chooseContender(ofThat.length > 0 ? ofThat : contenders);
  if (chosen === undefined) return notFound(phrases.notFound);
  const signals = readSignals(question, query, chosen);
  context.onSignals?.(signals);
  const verdict = decide(signals);
  if (verdict === 'not_found') {
    const says = chosen.entry.coverage >= knownTopic && !chosen.answer.answered;
    return notFound(says ? chosen.answer.text : phrases.notFound, await suggestItems(context, ranked));
  }
  if (verdict === 'maybe' || ofThat.length === 0) return askBack(context, chosen, contenders);
  // An agenda is no meeting that was held.
  const held = ranked.filter(({ candidate }) => heldIds.has(candidate.meetingId));
  const listed = isOverTime(question) ? entriesOverTime(query, ofTopicYear(query, held) ?? ofNamed(context, held)) : [];
  if (listed.length > 1) return answerOverTime(await load(context, listed.slice(0, longestTimeline)), question, query);
  return tellFind(context, chosen, loaded, held);
}
