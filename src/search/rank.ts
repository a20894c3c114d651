import { type Candidate, type CandidateField, type SearchField, searchFields } from '../domain/search-entry.js';
import type { Concept, Query, StatedDate } from './query.js';

/** An entry in the order our own ranking gives it. */
export interface Ranked {
  candidate: Candidate;
  /** ISO date of the meeting, read from the entry's head. */
  meetingDate: string;
  score: number;
  /** 0–1: how much of what was asked about stands in the entry, rare words counting most. */
  coverage: number;
  /** Stated dates the entry does not hold. */
  missedDates: number;
  /** A year was asked about, and the entry's title is about another one. */
  otherYear: boolean;
  /** Strength (0–1) with which each concept of the query stands in the entry. */
  matches: readonly number[];
  /** As `matches`, in the title alone. */
  inTitle: readonly number[];
}

/**
 * Field weights and BM25F's constants, tuned on question sets over minutes (`eval/`). Lengths are what these fields
 * usually hold, so that ranking needs no statistics of the archive but term counts.
 */
const fieldWeight: Readonly<Record<SearchField, number>> = {
  title: 3.5,
  decision: 1.6,
  recommendation: 1.1,
  summary: 1.1,
  case: 1,
  attachments: 1.1,
  attendance: 0.3,
  head: 0.6,
};
const usualLength: Readonly<Record<SearchField, number>> = {
  title: 6,
  decision: 60,
  recommendation: 25,
  summary: 40,
  case: 180,
  attachments: 14,
  attendance: 15,
  head: 12,
};
const k1 = 1.5;
const b = 0.3;

/** What kind of thing is asked for moves where it is looked for. */
export interface RankOptions {
  /** Weights other than the usual ones. */
  fieldWeights?: Partial<Record<SearchField, number>>;
  /** ISO dates, both included: the period the meeting must lie in. */
  period?: { from: string; to: string };
  /** The meeting itself may answer (participants, place). */
  wantsMeeting?: boolean;
  /** The standing items (approval of the agenda, any other business) are asked about. */
  wantsStanding?: boolean;
  /** How a topic began is asked about: the oldest meeting on it rather than the newest. */
  wantsBeginning?: boolean;
  /** How things are now is asked about: the newest meeting counts for more than usually. */
  wantsNewest?: boolean;
}

/** Stems of the titles every meeting has. */
const standingTitles = [/^(evt|eventuel)$/, /(^| )godkend( .*)? (~?dagsord|~?refer)/];

type Fields = Readonly<Record<SearchField, CandidateField>>;

interface Match {
  /** 0 to about 2.5, from the surest way to find it. */
  strength: number;
  /** What it adds to the score: of each alternative, the strength times its own rarity; the best of them. */
  worth: number;
  places: Map<SearchField, readonly number[]>;
}

/** Where the first of an alternative's terms stands in a field that holds them all, and how often the rarest of them does. */
function findAll(
  { places }: CandidateField,
  terms: readonly string[],
): { first: readonly number[]; count: number } | undefined {
  let first: readonly number[] | undefined;
  let count = Number.POSITIVE_INFINITY;
  for (const term of terms) {
    const own = places.get(term);
    if (own === undefined) return undefined;
    first ??= own;
    count = Math.min(count, own.length);
  }
  return first === undefined ? undefined : { first, count };
}

const nowhere: Match = { strength: 0, worth: 0, places: new Map() };

/** The fields that hold anything of the question. */
const fieldsThatSay = (fields: Fields): SearchField[] => searchFields.filter((name) => fields[name].places.size > 0);

/** BM25F of one concept in one entry, from its best alternative. Most entries hold few of the alternatives. */
function matchConcept(
  concept: Concept,
  fields: Fields,
  saying: readonly SearchField[],
  weightOf: (field: SearchField) => number,
): Match {
  let best = nowhere;
  for (const alternative of concept.alternatives) {
    let frequency = 0;
    let places: Map<SearchField, readonly number[]> | undefined;
    for (const name of saying) {
      const field = fields[name];
      const found = findAll(field, alternative.terms);
      if (found === undefined) continue;
      const norm = 1 - b + (b * field.length) / usualLength[name];
      frequency += (weightOf(name) * found.count) / norm;
      places ??= new Map();
      places.set(name, found.first);
    }
    if (places === undefined) continue;
    const strength = (alternative.weight * frequency * (k1 + 1)) / (frequency + k1);
    const worth = strength * (alternative.rarity ?? concept.rarity);
    const surest = Math.max(strength, best.strength);
    if (worth > best.worth) best = { strength: surest, worth, places };
    else if (surest > best.strength) best = { strength: surest, worth: best.worth, places: best.places };
  }
  return best;
}

/** How near the asked words stand to each other, in the order asked: a bonus for each neighbouring pair. */
function nearness(concepts: readonly Concept[], matches: readonly Match[]): number {
  let bonus = 0;
  for (let index = 1; index < concepts.length; index += 1) {
    const [one, other] = [concepts[index - 1], concepts[index]];
    const [here, there] = [matches[index - 1], matches[index]];
    if (!one || !other || !here || !there || one.kind === 'part' || other.kind === 'part') continue;
    let near = 0;
    for (const [field, places] of here.places) {
      const others = there.places.get(field) ?? [];
      const gap = smallestGap(places, others);
      if (gap <= 2) near = Math.max(near, field === 'title' ? 1.5 : 1);
      else if (gap <= 8) near = Math.max(near, 0.4);
    }
    bonus += near * 0.2 * ((one.importance * one.rarity + other.importance * other.rarity) / 2);
  }
  return bonus;
}

/** Both lists rise. */
function smallestGap(one: readonly number[], other: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  let place = 0;
  for (const here of one) {
    while (place + 1 < other.length && (other[place + 1] ?? 0) <= here) place += 1;
    for (const there of [other[place], other[place + 1]])
      if (there !== undefined) least = Math.min(least, Math.abs(here - there));
  }
  return least;
}

/** What is left of the score where the title is about another year than the one asked about. */
const otherYearOf = { heldThen: 0.9, written: 0.6, absent: 0.35 };

interface DateMatch {
  factor: number;
  missed: number;
  otherYear: boolean;
}

const contentFields = searchFields.filter((field) => field !== 'head');
const titleYear = /(?:^| )aar:\d{4}/;

/** "budget 2026", unlike "mødet i 2026", says nothing of when it was talked about. */
const isTopicYear = ({ ofMeeting, term }: StatedDate): boolean => !ofMeeting && term.startsWith('aar:');

function matchDate(date: StatedDate, fields: Fields, title: string): DateMatch {
  const standsIn = (field: SearchField): boolean => fields[field].places.has(date.term);
  const [inTitle, inHead] = date.ofMeeting ? [1.3, 1.6] : [1.5, 1.35];
  const hit = (factor: number): DateMatch => ({ factor, missed: 0, otherYear: false });
  if (date.ofMeeting && standsIn('head')) return hit(inHead);
  if (standsIn('title')) return hit(inTitle);
  const isWritten = contentFields.some(standsIn);
  if (isTopicYear(date) && titleYear.test(title)) {
    // "budget 2026" is not what an item on budget 2025 says of it; a meeting of 2026 may have been meant.
    const { heldThen, written, absent } = otherYearOf;
    const factor = standsIn('head') ? heldThen : isWritten ? written : absent;
    return { factor, missed: isWritten ? 0 : 1, otherYear: true };
  }
  if (standsIn('head')) return hit(inHead);
  return isWritten ? hit(1.15) : { factor: 0.35, missed: 1, otherYear: false };
}

function matchDates(query: Query, fields: Fields, title: string): DateMatch {
  const all = query.dates.map((date) => matchDate(date, fields, title));
  return {
    factor: all.reduce((product, { factor }) => product * factor, 1),
    missed: all.reduce((sum, { missed }) => sum + missed, 0),
    otherYear: all.some(({ otherYear }) => otherYear),
  };
}

/**
 * Ranks what an engine found once more: BM25F over concepts, nearness, coverage, stated dates, period. Knows no engine;
 * the engine's own score only chose the candidates. Where two are as good as equal, the newer meeting comes first.
 */
export function rank(query: Query, candidates: readonly Candidate[], options: RankOptions = {}): Ranked[] {
  const weightOf = (field: SearchField) => options.fieldWeights?.[field] ?? fieldWeight[field];
  const asked = query.concepts.filter((concept) => concept.kind !== 'part' && concept.kind !== 'weak');
  const askedWeight = asked.reduce((sum, concept) => sum + concept.importance * concept.rarity, 0);

  const ranked = candidates.map((candidate): Ranked => {
    const { fields, meetingDate } = candidate;
    const saying = fieldsThatSay(fields);
    const matches = query.concepts.map((concept) => matchConcept(concept, fields, saying, weightOf));
    const strengths = matches.map((match, index) => Math.min(1, match.strength / certain(query.concepts[index])));
    let score = nearness(query.concepts, matches);
    let covered = 0;
    for (const [index, concept] of query.concepts.entries()) {
      score += concept.importance * (matches[index]?.worth ?? 0);
      if (asked.includes(concept)) covered += concept.importance * concept.rarity * (strengths[index] ?? 0);
    }
    const coverage = askedWeight === 0 ? 1 : covered / askedWeight;
    score *= 0.55 + 0.45 * coverage;
    const { factor, missed, otherYear } = matchDates(query, fields, candidate.title);
    score *= factor;
    const { period } = options;
    if (period !== undefined && (meetingDate < period.from || meetingDate > period.to)) score *= 0.25;
    if (candidate.itemNumber === null && options.wantsMeeting !== true) score *= 0.5;
    if (options.wantsStanding !== true && standingTitles.some((title) => title.test(candidate.title))) score *= 0.6;
    const inTitle = matches.map((match) => (match.places.has('title') ? 1 : 0));
    return { candidate, meetingDate, score, coverage, missedDates: missed, otherYear, matches: strengths, inTitle };
  });
  const isOfAnyTime = options.period === undefined && query.dates.every(isTopicYear);
  if (isOfAnyTime) favourRecent(ranked, options);
  const sorted = newestFirstWhereEqual(ranked);
  return isOfAnyTime && query.dates.length === 0 ? newestOfRecurring(sorted, options.wantsBeginning === true) : sorted;
}

/** The strength from which on a concept surely stands in an entry: a plain word once in the text of the case. */
const certain = (concept: Concept | undefined): number => (concept === undefined ? 1 : 0.9);

/** What people ask of they mostly remember from the last years: the share a meeting of today gains, and the years after which a third of it is left. */
const recent = { gain: 0.4, gainNow: 1, years: 8 };
const millisecondsAYear = 365.25 * 24 * 3600 * 1000;

/** Raises the scores of the newest entries found, or of the oldest where the beginning is asked about. */
function favourRecent(ranked: readonly Ranked[], { wantsBeginning = false, wantsNewest = false }: RankOptions): void {
  const times = ranked.map(({ meetingDate }) => Date.parse(meetingDate));
  const [oldest, newest] = [Math.min(...times), Math.max(...times)];
  for (const [index, entry] of ranked.entries()) {
    const time = times[index] ?? newest;
    const years = (wantsBeginning ? time - oldest : newest - time) / millisecondsAYear;
    entry.score *= 1 + (wantsNewest ? recent.gainNow : recent.gain) * Math.exp(-years / recent.years);
  }
}

/** Shares of the best score from which an entry is "the same topic another year". */
const recurring = { sameTitle: 0.85, anyTitle: 0.95 };

/**
 * A topic that comes back is answered by its newest meeting: among the entries that hold as much of the question as the best
 * one, and nearly as well, the newest comes first (the oldest, where the beginning is asked about). Only where the question states no time.
 */
function newestOfRecurring(sorted: readonly Ranked[], wantsBeginning: boolean): Ranked[] {
  const [best] = sorted;
  if (best === undefined) return [];
  const title = best.inTitle.join();
  const isSameTopic = (entry: Ranked): boolean => {
    if (entry.coverage < best.coverage - 0.05 || entry.candidate.itemNumber === null) return false;
    const isSameTitle = entry.inTitle.join() === title && entry.inTitle.includes(1);
    return entry.score >= (isSameTitle ? recurring.sameTitle : recurring.anyTitle) * best.score;
  };
  const isBefore = (one: Ranked, other: Ranked): boolean =>
    wantsBeginning ? one.meetingDate < other.meetingDate : one.meetingDate > other.meetingDate;
  const chosen = sorted.filter(isSameTopic).reduce((first, entry) => (isBefore(entry, first) ? entry : first), best);
  return [chosen, ...sorted.filter((entry) => entry !== chosen)];
}

/** Two scores this close mean nothing. */
const sameScore = 0.03;

function newestFirstWhereEqual(ranked: Ranked[]): Ranked[] {
  const best = Math.max(0, ...ranked.map((entry) => entry.score));
  const step = best * sameScore || 1;
  return ranked
    .filter((entry) => entry.score > 0)
    .sort(
      (one, other) =>
        Math.round(other.score / step) - Math.round(one.score / step) ||
        other.meetingDate.localeCompare(one.meetingDate) ||
        other.score - one.score,
    );
}
