import type { SynonymTable } from '../../danish/synonyms.js';
import type { Audience } from '../../domain/access.js';
import type { QueryTerm, SearchField } from '../../domain/search-entry.js';
import { buildQuery } from '../../search/build-query.js';
import type { Concept, Query } from '../../search/query.js';
import { type Ranked, type RankOptions, rank } from '../../search/rank.js';
import type { SearchIndex } from '../../store/ports.js';
import { archiveFor } from './archive.js';
import { hasTopic, type Question } from './read-question.js';
import { isOverTime } from './topic-over-time.js';

/** How many candidates the engine is asked for; ranking again needs no more (measured). */
const candidateCount = 150;
/** A list is to be whole. */
const candidateCountOfList = 600;

export interface FoundEntries {
  query: Query;
  ranked: Ranked[];
}

/** The heaviest terms first: engines may cut the list. */
function termsOf(query: Query, extra: readonly string[]): QueryTerm[] {
  const weights = new Map<string, number>();
  const add = (term: string, weight: number) => weights.set(term, Math.max(weight, weights.get(term) ?? 0));
  const share = (concept: Concept) => (concept.kind === 'weak' ? 0.2 : 1) * concept.importance;
  for (const concept of query.concepts)
    for (const { terms, weight } of concept.alternatives) for (const term of terms) add(term, weight * share(concept));
  for (const date of query.dates) add(date.term, 0.5);
  for (const term of extra) add(term, 1);
  return [...weights].map(([term, weight]) => ({ term, weight })).sort((one, other) => other.weight - one.weight);
}

/** Kinds of questions that are looked for in other fields than usual. */
function fieldWeightsFor(question: Question): Partial<Record<SearchField, number>> {
  if (question.asked === 'attendance' || question.asked === 'title') return { attendance: 2 };
  if (question.asked === 'attachment') return { attachments: 2.5 };
  if (question.asked === 'person') return { attendance: 0.8 };
  return {};
}

/** The beginning of a topic that came back is asked for, not its newest meeting. */
const beginningWords = /allerførst|første gang|oprindelig|til at begynde med|i sin tid/u;
/** "hvor mange elbiler har vi": the newest meeting that tells is asked for. */
const nowWords =
  /(?<!\p{L})(?:nu|i dag|idag|aktuel\p{L}*|nuværende|efterhånden|for tiden)(?!\p{L})|(?:har vi|er der)(?: tilbage)?\??$/u;
const standingWords = /dagsorden|referat|godkend|eventuelt|(?<!\p{L})evt(?!\p{L})/u;

/** What a question's kind says of where its answer stands. */
const optionsFor = (question: Question, period: Question['period']): RankOptions => ({
  fieldWeights: fieldWeightsFor(question),
  ...(period === undefined ? {} : { period }),
  wantsMeeting: ['attendance', 'place', 'title', 'person'].includes(question.asked),
  wantsStanding: standingWords.test(question.text.toLowerCase()),
  wantsNewest: nowWords.test(question.text.toLowerCase()),
  wantsBeginning: beginningWords.test(question.text.toLowerCase()),
});

/** Finds and ranks the entries a question is about. */
export async function findEntries(
  search: SearchIndex,
  audience: Audience,
  question: Question,
  period: Question['period'],
  synonyms?: SynonymTable,
): Promise<FoundEntries> {
  const query = await buildQuery(question.words, question.dates, archiveFor(search, audience, synonyms));
  const caseTerms = question.caseNumbers.map((number) => number.term);
  const candidates = await search.findCandidates(
    termsOf(query, caseTerms),
    audience,
    isOverTime(question) ? candidateCountOfList : candidateCount,
  );
  const ofCase = candidates.filter(({ fields }) => caseTerms.every((term) => fields.head.places.has(term)));
  const ranked = rank(query, caseTerms.length > 0 ? ofCase : candidates, optionsFor(question, period));
  // Nothing but the number tells: its newest item.
  const isBareCase = caseTerms.length > 0 && (ranked.length === 0 || !hasTopic(question));
  return { query, ranked: isBareCase ? unranked(ofCase) : ranked };
}

/** A bare case number says nothing more to rank by: newest first. */
function unranked(candidates: readonly Ranked['candidate'][]): Ranked[] {
  return candidates
    .map((candidate) => ({
      candidate,
      meetingDate: candidate.meetingDate,
      score: 1,
      coverage: 1,
      missedDates: 0,
      otherYear: false,
      matches: [],
      inTitle: [],
    }))
    .sort((one, other) => other.meetingDate.localeCompare(one.meetingDate));
}
