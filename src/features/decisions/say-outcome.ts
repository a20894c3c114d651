import type { AskedFor } from '../../danish/question-words.js';
import type { AnswerSource } from '../../domain/answer.js';
import { type Evidence, findEvidence } from '../../search/evidence.js';
import { splitPassages } from '../../search/passages.js';
import type { Query } from '../../search/query.js';
import type { StoredItem } from '../../store/ports.js';
import { decidesOtherwise, onlyApproves, pointsOf } from './answer-decision.js';
import { asksHowItEnded } from './asks-for-end.js';
import { answerWith, type ItemAnswer, withoutMark, withRemarks, worthBy } from './item-answer.js';
import { phrases } from './phrases.js';
import { quotePassage, shorten, sourceOf } from './quote.js';
import type { Question } from './read-question.js';

/** In characters: a decision is told whole up to here beside an answer that stands elsewhere, or that is asked for itself. */
const longest = { beside: 300, asked: 400 };

/** The item's decision, or its recommendation, as a person tells it, with what it is told from. */
interface Told {
  text: string;
  source: AnswerSource;
}

const onOneLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => withoutMark(line).trim())
    .filter((line) => line !== '')
    .join(' ');

function tell(
  stored: StoredItem,
  kind: 'decision' | 'recommendation',
  all: readonly Evidence[],
  limit: number,
): Told | undefined {
  const passages = splitPassages(stored.item.sections).filter(({ section }) => section === kind);
  const [first] = passages;
  if (first === undefined) return undefined;
  const whole = stored.item.sections[first.sectionIndex]?.text.trim() ?? '';
  const best = all.find(({ passage }) => passage.section === kind)?.passage ?? first;
  const quote = whole.length <= limit ? whole : quotePassage(stored.item, best, { worth: worthBy(all), limit });
  return { text: shorten(onOneLine(quote), limit), source: sourceOf(stored, kind, quote) };
}

const tellDecision = (stored: StoredItem, all: readonly Evidence[], limit: number): Told | undefined =>
  tell(stored, 'decision', all, limit);

/** The points alone, where there are any: who recommends them says little. */
function tellRecommendation(stored: StoredItem, all: readonly Evidence[], limit: number): Told | undefined {
  const told = tell(stored, 'recommendation', all, limit);
  const points = pointsOf(stored).filter(({ text }) => told?.source.quote.includes(text) === true);
  if (told === undefined || points.length === 0) return told;
  // The full stop of "kr." is no end of a point.
  const ends = /(?<!(?:kr|mio|mia|pct))\.$|[,;]$/u;
  const text = points.map((point) => withoutMark(point.text).replace(ends, '')).join('; ');
  return { ...told, text: text.endsWith('.') ? text : `${text}.` };
}

const recommendationWords =
  /(?<!\p{L})(?:indstil\p{L}*|anbefal\p{L}*|foresl\p{L}*|forslaget|oplægget|(?:lagde|lægger|lagt) (?:\p{L}+ )?op til)(?!\p{L})/u;
const decisionWords =
  /(?<!\p{L})(?:beslut\p{L}*|blev|endte|vedt[oa]g\p{L}*|godkend\p{L}*|sagde|fulgte|fulgt|ændre\p{L}*|kontra|modsat|enige?|fik|resultat\p{L}*|gik)(?!\p{L})/u;

/** What was recommended and what was decided, in their own words, named as what they are; undefined where either is missing. */
export function tellBoth(stored: StoredItem, query: Query, isDecisionFirst: boolean): ItemAnswer | undefined {
  const all = findEvidence(stored.item, query, 'topic');
  const [decided, recommended] = [
    tellDecision(stored, all, longest.asked),
    tellRecommendation(stored, all, longest.asked),
  ];
  if (decided === undefined || recommended === undefined) return undefined;
  const both = [phrases.decided(decided.text), phrases.recommended(recommended.text)] as const;
  const [firstLine, ...remarks] = isDecisionFirst ? both : both.toReversed();
  const sources = [decided.source, recommended.source];
  return answerWith({ firstLine: firstLine ?? '', remarks }, isDecisionFirst ? sources : sources.toReversed());
}

/** "hvad var indstillet, og hvad blev det?" */
export function answerWithBoth(stored: StoredItem, question: Question, query: Query): ItemAnswer | undefined {
  const text = question.text.toLowerCase();
  if (!recommendationWords.test(text)) return undefined;
  const wantsDecision = decisionWords.test(text.replace(/(?:blev|er|bliver) (?=indstillet|anbefalet|foreslået)/gu, ''));
  return tellBoth(stored, query, wantsDecision);
}

/** What became of the item is told beside everything but these, which have nothing to do with it. */
const apart: ReadonlySet<AskedFor> = new Set<AskedFor>([
  'attachment',
  'case_number',
  'attendance',
  'title',
  'place',
  'list',
  'timeline',
]);

const bare = (text: string): string => text.replace(/[\s.,;]+/gu, ' ').trim();

/** One sentence that approves or notes: what was approved stands in the answer, or was not asked for. */
const saysOnlyYes = ({ item }: StoredItem): boolean =>
  onlyApproves(item) && splitPassages(item.sections).filter(({ section }) => section === 'decision').length < 2;

/** What stands in the text or does not: whoever asked for it and got it did not ask how the item ended. */
const facts: ReadonlySet<AskedFor> = new Set<AskedFor>([
  'date',
  'deadline',
  'duration',
  'frequency',
  'amount',
  'person',
  'nomination',
]);

/** What was put off, taken off or decided otherwise than recommended must always be told; so must what came of a mere recommendation. */
function mustBeTold(stored: StoredItem, answer: ItemAnswer): boolean {
  const isNotDone = stored.item.outcomes.some(({ code }) => code === 'postponed' || code === 'withdrawn');
  return isNotDone || answer.sources[0]?.section === 'recommendation' || decidesOtherwise(stored);
}

/** Whether the decision has a date, an amount or a name of its own where one was found elsewhere: it may be the one that counts. */
const decidesOwn = (stored: StoredItem, question: Question, query: Query, answer: ItemAnswer): boolean =>
  answer.sources[0]?.section !== 'decision' &&
  findEvidence(stored.item, query, question.asked).some(
    ({ passage, found = [] }) => passage.section === 'decision' && found.length > 0,
  );

/** The thing asked for stands there, and nobody asked how it ended. */
const saysEnough = (stored: StoredItem, question: Question, query: Query, answer: ItemAnswer): boolean =>
  facts.has(question.asked) &&
  !asksHowItEnded(question) &&
  !mustBeTold(stored, answer) &&
  !decidesOwn(stored, question, query, answer);

/** An answer from elsewhere in the item, with what was decided, where that is short and says something. */
export function withOutcome(stored: StoredItem, question: Question, query: Query, answer: ItemAnswer): ItemAnswer {
  if (!answer.answered || apart.has(question.asked) || saysOnlyYes(stored)) return answer;
  if (saysEnough(stored, question, query, answer)) return answer;
  const said = bare([answer.text, ...answer.sources.map(({ quote }) => onOneLine(quote))].join(' '));
  const all = findEvidence(stored.item, query, 'topic');
  const decided = tellDecision(stored, all, longest.beside);
  if (decided === undefined || said.includes(bare(decided.text))) return answer;
  const [first, ...others] = answer.sources;
  const told = withRemarks(answer, [phrases.decided(decided.text)]);
  return first === undefined ? told : { ...told, sources: [first, decided.source, ...others] };
}
