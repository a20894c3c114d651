import { toLocalTime } from '../../danish/date-format.js';
import { foldLetters } from '../../danish/letters.js';
import { prepareDanish } from '../../danish/prepare-danish.js';
import type { Audience } from '../../domain/access.js';
import type { Clock } from '../../domain/clock.js';
import { standingKinds } from '../../domain/standing-items.js';
import { letOthersGo, runInTurns } from '../../domain/steps.js';
import type { Ranked } from '../../search/rank.js';
import type { MeetingSummary, MinutesStore, SearchIndex, StoredItem } from '../../store/ports.js';
import { archiveFor, type DepartmentSource, listDepartments, listHeldMeetings } from './archive.js';
import { findEntries } from './find-entries.js';
import { namedMeetings } from './named-meetings.js';
import { readQuestion } from './read-question.js';

export interface FindingDecisions {
  search: SearchIndex;
  minutes: MinutesStore;
  clock: Clock;
  /** The register, for the departments' names through the years; absent where there is none. */
  members?: DepartmentSource;
}

/** Which of the finds are wanted. */
export interface Page {
  skip: number;
  count: number;
}

/** Least share of the typed words, and of the best find's score, for a find to be shown. */
const least = { coverage: 0.3, score: 0.2 };

/** How many words of the archive half a word is taken for, and how much less each counts than what was typed. */
const completions = { most: 4, share: 0.9 };

const isDecided = ({ kind, item }: Pick<StoredItem, 'kind' | 'item'>): boolean =>
  kind === 'minutes' && item.decision !== null && item.decision.trim() !== '';

/** The text, and the text with its last word written out in the ways the archive's own words allow. */
async function readings(deps: FindingDecisions, audience: Audience, text: string): Promise<string[]> {
  const typed = /\p{L}{2,40}$/u.exec(text)?.[0];
  if (typed === undefined) return [text];
  const words = await archiveFor(deps.search, audience).words();
  const beginning = foldLetters(typed);
  const before = text.slice(0, text.length - typed.length);
  const written = words.startingWith(beginning, completions.most).filter((word) => word !== beginning);
  return [text, ...written.map((word) => before + word)];
}

/** The ranked finds of every reading, each item once, by its best score. */
async function rankReadings(
  deps: FindingDecisions,
  audience: Audience,
  texts: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Ranked[]> {
  const today = toLocalTime(deps.clock.now()).date;
  const { synonyms } = await listDepartments(deps.members, audience);
  const best = new Map<string, Ranked>();
  for (const [index, text] of texts.entries()) {
    // Whoever types sends many of these at once: what they typed next, and the clock that holds each to its time, must be heard.
    await letOthersGo();
    signal?.throwIfAborted();
    const question = readQuestion(text, undefined, today);
    const { ranked } = await findEntries(deps.search, audience, question, question.period, synonyms);
    for (const entry of ranked) {
      const { meetingId, itemNumber } = entry.candidate;
      const key = `${meetingId} ${itemNumber}`;
      const score = index === 0 ? entry.score : entry.score * completions.share;
      if (itemNumber !== null && entry.coverage >= least.coverage && score > (best.get(key)?.score ?? 0))
        best.set(key, { ...entry, score });
    }
  }
  const ranked = [...best.values()].sort((one, other) => other.score - one.score);
  return ranked.filter(({ score }) => score >= least.score * (ranked[0]?.score ?? 0));
}

async function* ofMeetings(
  { minutes }: FindingDecisions,
  audience: Audience,
  meetings: readonly MeetingSummary[],
): AsyncGenerator<StoredItem> {
  for (const { id } of meetings) {
    const { document, forumId, fileName } = await minutes.getMeeting(audience, id);
    const { forum, kind, date: meetingDate } = document;
    for (const item of document.items)
      if (!standingKinds.has(item.kind)) yield { meetingId: id, forumId, forum, kind, meetingDate, fileName, item };
  }
}

async function* ofEntries(
  { minutes }: FindingDecisions,
  audience: Audience,
  ranked: readonly Ranked[],
): AsyncGenerator<StoredItem> {
  for (const { candidate } of ranked)
    if (candidate.itemNumber !== null) yield await minutes.getItem(audience, candidate.meetingId, candidate.itemNumber);
}

async function take(items: AsyncIterable<StoredItem>, { skip, count }: Page): Promise<StoredItem[]> {
  const taken: StoredItem[] = [];
  let passed = 0;
  for await (const stored of items) {
    if (!isDecided(stored)) continue;
    passed += 1;
    if (passed > skip) taken.push(stored);
    if (taken.length >= count) break;
  }
  return taken;
}

/**
 * Finds decided items for words that are being typed: the same search as for a question, and the last word may be half
 * of one. A meeting, a period, or nothing that can be looked for, gives the decisions of those meetings, newest first.
 *
 * @param signal ends it before its time; it throws the signal's reason then
 */
export async function findDecisions(
  deps: FindingDecisions,
  audience: Audience,
  text: string,
  page: Page,
  signal?: AbortSignal,
): Promise<StoredItem[]> {
  await runInTurns(prepareDanish());
  const question = readQuestion(text, undefined, toLocalTime(deps.clock.now()).date);
  if (question.words.length === 0 && question.caseNumbers.length === 0) {
    const meetings = await listHeldMeetings(deps, audience);
    return take(ofMeetings(deps, audience, namedMeetings(question, meetings) ?? meetings), page);
  }
  const ranked = await rankReadings(deps, audience, await readings(deps, audience, text), signal);
  return take(ofEntries(deps, audience, ranked), page);
}
