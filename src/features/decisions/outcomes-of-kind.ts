import { onOneLine } from '../../cards/shorten.js';
import { splitSentences } from '../../danish/sentences.js';
import type { AnswerSource } from '../../domain/answer.js';
import type { Outcome, OutcomeCode } from '../../domain/outcome.js';
import { splitPassages } from '../../search/passages.js';
import type { Query } from '../../search/query.js';
import type { ListedDecision, StoredItem } from '../../store/ports.js';
import type { ListedFind } from './answer-as-list.js';
import { answerWithDecision, onlyApproves } from './answer-decision.js';
import { decisionSource, pointsInSentence, withoutMark } from './item-answer.js';
import { quotePassage, sourceOf, standsInSection } from './quote.js';
import type { OutcomeKind } from './read-outcome-question.js';
import type { Question } from './read-question.js';
import { onlyDiscussed } from './took-no-stand.js';

/** The outcomes that are meant; none for a refusal, which only the words of a decision tell, as they tell of an item taken off with the agenda. */
const codesOf: Readonly<Record<OutcomeKind, readonly OutcomeCode[]>> = {
  postponed: ['postponed'],
  withdrawn: ['withdrawn'],
  refused: [],
  remarked: ['approved_with_remarks'],
  approved: ['approved', 'approved_with_remarks'],
  noted: ['noted'],
  nominated: ['nominated'],
  discussed: ['discussed'],
};

/** What the store is asked for; undefined: every decision must be read. */
export const codesToList = (kind: OutcomeKind): readonly OutcomeCode[] | undefined =>
  kind === 'refused' || kind === 'withdrawn' ? undefined : codesOf[kind];

const refuses =
  /(?<!\p{L})(?:afvis(?:te|t|es|tes)|forkast(?:ede|et|es)|fravælges|fravalgt|fravalgte|nedstemt|(?<!(?:der|som) )ikke (?:\p{L}+ )?(?:godkend|tiltråd|imødekom|vedtag)\p{L}*|(?:godkendte|tiltrådte|imødekom) ikke|ikke (?:\p{L}+ )?(?:opbakning|ønske om)|(?:sagde|siger) nej|nej til)(?!\p{L})/iu;

/** "… godkendt med den ændring, at punktet om havnebadet tages af dagsordenen" */
const takesOff =
  /(?<!\p{L})(?:taget|tages|tog|udgår|udgik|trækkes|trukket) (?:(?:af|fra) dagsorden(?:en)?(?!\p{L})|(?:af|fra)(?:[.,;]|$))/iu;

/** The sentences of a decision that say it, each once. */
function sentencesOf(kind: OutcomeKind, decision: string | null, outcomes: readonly Outcome[]): string[] {
  if (kind === 'refused')
    return splitSentences(decision ?? '').flatMap(({ text }) => (refuses.test(text) ? [text.trim()] : []));
  if (kind === 'withdrawn' && !outcomes.some(({ code }) => code === 'withdrawn'))
    return splitSentences(decision ?? '').flatMap(({ text }) => (takesOff.test(text) ? [text.trim()] : []));
  return [...new Set(outcomes.filter(({ code }) => codesOf[kind].includes(code)).map(({ text }) => text))];
}

/** Whether an item ended so; one that was discussed and decided was not only discussed. */
export function endedSo(
  kind: OutcomeKind,
  { decision, outcomes }: Pick<ListedDecision, 'decision' | 'outcomes'>,
): boolean {
  if (kind === 'discussed') return onlyDiscussed(outcomes);
  return sentencesOf(kind, decision, outcomes).length > 0;
}

/** The decision as a source, the sentence in it; undefined where the decision does not hold it as it stands. */
function sourceWith(stored: StoredItem, sentence: string): AnswerSource | undefined {
  const whole = decisionSource(stored);
  // A list goes with the sentence that leads in to it.
  const isWhole = sentence.endsWith(':') || sentence === '';
  if (!isWhole && standsInSection(stored.item, { section: 'decision', quote: sentence }))
    return sourceOf(stored, 'decision', sentence);
  if (whole === undefined || whole.quote.includes(sentence)) return whole;
  const passage = splitPassages(stored.item.sections).find(
    ({ section, text }) => section === 'decision' && (text.includes(sentence) || sentence.includes(text)),
  );
  return passage === undefined ? whole : sourceOf(stored, 'decision', quotePassage(stored.item, passage));
}

/** "Følgende blev udpeget:" with those who follow. */
function withPoints(sentence: string, stored: StoredItem): string {
  if (!sentence.endsWith(':')) return sentence;
  const points = splitPassages(stored.item.sections).filter(
    ({ section, kind, under }) => section === 'decision' && kind === 'point' && under === sentence,
  );
  return points.length === 0 ? sentence : `${sentence} ${pointsInSentence(points)}.`;
}

/** How an item ended, in the words that say so; undefined where it did not end so. */
export function findOfOutcome(
  stored: StoredItem,
  kind: OutcomeKind,
  question: Question,
  query: Query,
): ListedFind | undefined {
  const { item } = stored;
  if (!endedSo(kind, item)) return undefined;
  const sentences = sentencesOf(kind, item.decision, item.outcomes);
  const [first = ''] = sentences;
  const source = kind === 'discussed' || onlyApproves(item) ? decisionSource(stored) : sourceWith(stored, first);
  if (source === undefined) return undefined;
  // "Chefforum godkendte indstillingen.": what was approved stands in the recommendation.
  const approved =
    kind === 'approved' && onlyApproves(item)
      ? answerWithDecision(stored, { ...question, allAsked: [] }, query)?.firstLine
      : undefined;
  // What came of a talk is told in its other sentences.
  const talked = kind === 'discussed' ? onOneLine(item.decision ?? '') : undefined;
  const says = approved ?? talked ?? sentences.map((sentence) => withPoints(withoutMark(sentence), stored)).join(' ');
  return { source, says: `${item.topic}: ${says}` };
}
