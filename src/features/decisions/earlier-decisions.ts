import { toLocalTime } from '../../danish/date-format.js';
import type { Audience } from '../../domain/access.js';
import type { AgendaItem } from '../../domain/agenda-item.js';
import { standingKinds } from '../../domain/standing-items.js';
import type { StoredItem } from '../../store/ports.js';
import { saidByTitle } from './answer-from-item.js';
import type { FindingDecisions } from './find-decisions.js';
import { findEntries } from './find-entries.js';
import { readQuestion } from './read-question.js';

/** An item is on the same topic where its title says this share of the other's. */
const topicShare = 0.6;
/** Further down nothing is on the topic. */
const mostLookedAt = 12;

const isDecided = ({ kind, item }: Pick<StoredItem, 'kind' | 'item'>): boolean =>
  kind === 'minutes' && !standingKinds.has(item.kind) && item.decision !== null && item.decision.trim() !== '';

/** Items before a date that a question finds, best first. */
async function* findItems(deps: FindingDecisions, audience: Audience, text: string, before: string, share: number) {
  const question = readQuestion(text, undefined, toLocalTime(deps.clock.now()).date);
  const { query, ranked } = await findEntries(deps.search, audience, question, undefined);
  const items = ranked.filter(
    ({ candidate, meetingDate, inTitle }) =>
      candidate.itemNumber !== null && meetingDate < before && (share === 0 || saidByTitle(query, inTitle) >= share),
  );
  for (const { candidate } of items)
    if (candidate.itemNumber !== null)
      yield await deps.minutes.getItem(audience, candidate.meetingId, candidate.itemNumber);
}

/**
 * The items of the same case. A number that stands on a meeting's standing items too is the forum's own for house-keeping:
 * what it stands on has nothing in common.
 */
async function findSameCase(deps: FindingDecisions, audience: Audience, caseNumber: string, before: string) {
  const found: StoredItem[] = [];
  for await (const stored of findItems(deps, audience, caseNumber, before, 0)) {
    if (stored.item.caseNumber?.text !== caseNumber) continue;
    if (standingKinds.has(stored.item.kind)) return [];
    found.push(stored);
  }
  return found;
}

async function findSameTopic(deps: FindingDecisions, audience: Audience, topic: string, before: string) {
  const found: StoredItem[] = [];
  for await (const stored of findItems(deps, audience, topic, before, topicShare)) {
    found.push(stored);
    if (found.length >= mostLookedAt) break;
  }
  return found;
}

const keyOf = ({ meetingId, item }: StoredItem): string => `${meetingId} ${item.number}`;

/**
 * Decisions of meetings before an ISO date on the case or, where those are few, the topic of an item of a coming one.
 *
 * @returns newest first, at most `limit`; nothing for the items every agenda has.
 */
export async function findEarlierDecisions(
  deps: FindingDecisions,
  audience: Audience,
  item: Pick<AgendaItem, 'topic' | 'title' | 'kind' | 'caseNumber'>,
  before: string,
  limit: number,
): Promise<StoredItem[]> {
  if (standingKinds.has(item.kind)) return [];
  const sameCase = item.caseNumber === null ? [] : await findSameCase(deps, audience, item.caseNumber.text, before);
  const decided = new Map(sameCase.filter(isDecided).map((stored) => [keyOf(stored), stored]));
  const newestFirst = (one: StoredItem, other: StoredItem): number =>
    other.meetingDate.localeCompare(one.meetingDate) || one.item.number - other.item.number;
  if (decided.size >= limit) return [...decided.values()].sort(newestFirst).slice(0, limit);
  const onTopic = await findSameTopic(deps, audience, item.topic || item.title, before);
  for (const stored of onTopic.filter(isDecided)) {
    if (decided.size >= limit) break;
    decided.set(keyOf(stored), stored);
  }
  return [...decided.values()].sort(newestFirst);
}
