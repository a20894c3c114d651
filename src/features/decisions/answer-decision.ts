import type { AgendaItem } from '../../domain/agenda-item.js';
import type { AnswerSource } from '../../domain/answer.js';
import type { OutcomeCode } from '../../domain/outcome.js';
import { termsOfText } from '../../search/analyse-text.js';
import { findEvidence } from '../../search/evidence.js';
import { type Passage, splitPassages } from '../../search/passages.js';
import type { Query } from '../../search/query.js';
import { strengthOf } from '../../search/support.js';
import type { StoredItem } from '../../store/ports.js';
import { sayYesOrNo } from './answer-yes-no.js';
import {
  answerWith,
  decisionSource,
  type ItemAnswer,
  pointInSentence,
  pointsInSentence,
  withoutMark,
} from './item-answer.js';
import { phrases } from './phrases.js';
import { readPointsOfDecision } from './points-of-decision.js';
import { quotePassage, shorten, sourceOf } from './quote.js';
import type { Question } from './read-question.js';

/** Outcomes that only say yes to what was recommended. */
const plainOutcomes: ReadonlySet<OutcomeCode> = new Set(['approved', 'noted']);
const shortDecision = 160;
/** In characters: all that was approved is said up to here. */
const longestPoints = 400;
/** In characters: of one point that was approved. */
const longestPoint = 240;

const approvesEveryPoint = (item: AgendaItem): boolean => {
  const { passedOver, excepted } = readPointsOfDecision(item);
  return passedOver.length === 0 && excepted.length === 0;
};

export const onlyApproves = (item: AgendaItem): boolean =>
  item.decision !== null &&
  item.decision.length <= shortDecision &&
  item.outcomes.length > 0 &&
  item.outcomes.every(({ code, point }) => point === null && plainOutcomes.has(code)) &&
  approvesEveryPoint(item);

/** Points that recommend no more than to hear of something, or to talk about it. */
const saysNothing = (point: string): boolean => /efterretning|drøftes\.?$/u.test(point);

/** "Chefforum drøftede temaet i grupper.": what came of it stands in the sentences after. */
const onlyDiscussed = /^\p{L}+ (?:drøftede|tog) [^,]{1,60}$/u;

/** A sentence that only says that the decision follows, or that there was one. */
const announces = (text: string): boolean =>
  onlyDiscussed.test(text) ||
  (/(?:indstilling(?:en|erne)?|punkt(?:et)?|følgende)(?:\s\p{L}+){0,5}:?\.?$|:$/iu.test(text) && text.length < 110);

const money = /\d[\d.,]*\s?(?:mio\.?|mia\.?|procent|pct\.?|%|kr\.?)(?:\s?kr\.?)?/giu;

/** The one amount of a text; undefined where it has none or several. */
function onlyAmount(text: string): string | undefined {
  const found = [...text.matchAll(money)].map(([amount]) => amount.trim());
  return found.length === 1 ? found[0] : undefined;
}

const unitOf = (amount: string): string => amount.replace(/[\d.,\s]+/, '').toLowerCase();

const telling = (text: string): Set<string> =>
  new Set(
    termsOfText(text)
      .split(' ')
      .filter((term) => term.length > 3 && !/\d/.test(term)),
  );

/** A decision that says itself what was recommended: its amount is not what was decided. */
const repeatsRecommendation = /(?<!\p{L})indstillet (?:blev|var)(?!\p{L})/iu;

/** Where what was decided has another amount than what was recommended of the same thing. */
function findDifference(points: readonly Passage[], decided: readonly Passage[]) {
  for (const point of points) {
    const recommended = onlyAmount(point.text);
    if (recommended === undefined) continue;
    const terms = telling(point.text);
    for (const passage of decided.filter(({ text }) => !repeatsRecommendation.test(text))) {
      const amount = onlyAmount(passage.text);
      if (amount === undefined || amount === recommended || unitOf(amount) !== unitOf(recommended)) continue;
      if ([...telling(passage.text)].some((term) => terms.has(term) || terms.has(`~${term}`)))
        return { point, passage, recommended, amount };
    }
  }
  return undefined;
}

const pointOf = (passage: Passage): number => Number(/^\s*(\d{1,2})[.)]/.exec(passage.text)?.[1] ?? Number.NaN);

/** How much more than the decision's opening another of its sentences must say: what they share comes from the item's title. */
const clearlyMore = 1.3;

/** The sentence of the decision that says most to the question; what only announces the rest is passed over. */
function decisiveOf(stored: StoredItem, query: Query, question: Question, decided: readonly Passage[]): Passage {
  const [only, other] = decided;
  if (only !== undefined && other === undefined) return only;
  const ranked = findEvidence(stored.item, query, question.asked)
    .filter((one) => one.passage.section === 'decision' && one.passage.kind !== 'heading')
    .filter((one) => !announces(one.passage.text));
  const [best] = ranked;
  const [opening] = decided.filter((passage) => !announces(passage.text));
  const own = ranked.find(({ passage }) => passage.start === opening?.start);
  if (own !== undefined && best !== undefined && best.score < clearlyMore * own.score) return own.passage;
  return (best !== undefined && best.coverage > 0.2 ? best.passage : opening) ?? (decided[0] as Passage);
}

export const pointsOf = (stored: StoredItem): Passage[] =>
  splitPassages(stored.item.sections).filter((one) => one.section === 'recommendation' && one.kind === 'point');

export const tellingPointsOf = (stored: StoredItem): Passage[] =>
  pointsOf(stored).filter((point) => !saysNothing(point.text));

const passageSource = (stored: StoredItem, passage: Passage): AnswerSource =>
  sourceOf(stored, passage.section, quotePassage(stored.item, passage));

/** Which points the decision passes over; one alone is told in its own words. */
function saysNothingOf(open: readonly number[], [only, other]: readonly Passage[]): string[] {
  const [first] = open;
  if (first === undefined) return [];
  const isOne = only !== undefined && other === undefined && only.text.length <= longestPoint;
  return [isOne ? phrases.saysNothingOfPoint(first, pointInSentence(only)) : phrases.saysNothingOf(open)];
}

/** Asked about a point that the decision passes over: that is said first, and then what was decided. */
export function answerPassedOver(stored: StoredItem, asked: Passage): ItemAnswer | undefined {
  const { passedOver } = readPointsOfDecision(stored.item);
  const whole = decisionSource(stored);
  if (whole === undefined || !passedOver.includes(pointOf(asked))) return undefined;
  const [firstLine = ''] = saysNothingOf([pointOf(asked)], [asked]);
  const decided = phrases.decided(shorten(whole.quote, longestPoints));
  return answerWith({ firstLine, remarks: [decided] }, [whole, passageSource(stored, asked)]);
}

/** "Godkendt: at …": what a bare yes was said to, the point asked about first. */
function approvedPoints(stored: StoredItem, query: Query): { passage: Passage; text: string } | undefined {
  const points = tellingPointsOf(stored);
  const [first] = points;
  if (first === undefined) return undefined;
  const all = pointsInSentence(points);
  if (all.length <= longestPoints) return { passage: first, text: `${all}.` };
  const best = findEvidence(stored.item, query, 'topic').find((one) =>
    points.some((p) => p.start === one.passage.start),
  );
  const passage = best?.passage.section === 'recommendation' ? best.passage : first;
  return { passage, text: shorten(withoutMark(passage.text), longestPoint) };
}

const isRemarkedOn = ({ item: { outcomes } }: StoredItem): boolean =>
  outcomes.length > 0 && outcomes.every(({ code }) => code === 'approved_with_remarks');

/** Approved as it was, and somebody was appointed besides. */
const isApprovedBesides = ({ item }: StoredItem): boolean =>
  item.outcomes.some(({ code, point }) => code === 'approved' && point === null) &&
  item.outcomes.every(({ code }) => code === 'approved' || code === 'nominated') &&
  approvesEveryPoint(item);

/** Whether a passage says something of the question that the item's title does not say already. */
export const saysMoreThanTitle = (passage: Passage, { item }: StoredItem, query: Query): boolean =>
  query.concepts
    .filter(({ kind, fromBefore }) => kind !== 'weak' && kind !== 'part' && fromBefore !== true)
    .some((concept) => strengthOf(concept, passage.text) > 0 && strengthOf(concept, item.topic) === 0);

/** Approved with remarks, and asked about a point that the remarks leave as it was. */
function approvedAside(stored: StoredItem, query: Query, decisive: Passage): ReturnType<typeof approvedPoints> {
  if (!isRemarkedOn(stored)) return undefined;
  // A remark on the only point there is changes that point.
  if (tellingPointsOf(stored).length < 2) return undefined;
  const all = findEvidence(stored.item, query, 'topic').filter(({ passage }) => passage.kind !== 'heading');
  const point = all.find(({ passage }) => passage.section === 'recommendation' && !saysNothing(passage.text));
  const said = all.find(({ passage }) => passage.section === 'decision' && passage.start === decisive.start);
  if (point === undefined || point.score < 1.5 * (said?.score ?? 0)) return undefined;
  const { passedOver, excepted } = readPointsOfDecision(stored.item);
  if ([...passedOver, ...excepted].includes(pointOf(point.passage))) return undefined;
  const contradicted = findDifference(
    [point.passage],
    all.map(({ passage }) => passage).filter((one) => one.section === 'decision'),
  );
  return contradicted === undefined
    ? { passage: point.passage, text: shorten(withoutMark(point.passage.text), longestPoint) }
    : undefined;
}

/** The one thing that was approved with remarks; undefined where there are several, or it is too long to tell. */
function onlyRemarkedOn(stored: StoredItem): Passage | undefined {
  const [only, other] = tellingPointsOf(stored);
  const isOne = isRemarkedOn(stored) && other === undefined;
  return isOne && only !== undefined && only.text.length <= longestPoint ? only : undefined;
}

/** "Godkendt, idet ungdomsskolen beholder sin side": the sentence that approves says itself what is otherwise than recommended. */
const approvesOtherwise = /(?<!\p{L})(?:idet|dog|men|undtagen|med den \p{L}+)(?!\p{L})/u;

/** The decision is otherwise than what was recommended, or says nothing of, or no to, a part of it. */
export function decidesOtherwise(stored: StoredItem): boolean {
  const decided = splitPassages(stored.item.sections).filter(({ section }) => section === 'decision');
  const { passedOver, excepted } = readPointsOfDecision(stored.item);
  return passedOver.length > 0 || excepted.length > 0 || findDifference(pointsOf(stored), decided) !== undefined;
}

/** "Godkendt: at …", after what is said to yes or no where that is something else. */
function tellApproved(
  stored: StoredItem,
  { passage, text }: NonNullable<ReturnType<typeof approvedPoints>>,
  source: AnswerSource,
  yesNo: string | undefined,
): ItemAnswer {
  const became = phrases.approvedAs[stored.item.outcomes[0]?.code ?? 'approved'] ?? phrases.approvedAs.approved ?? '';
  const sources = [source, passageSource(stored, passage)];
  const saysHow = yesNo === undefined || Object.values(phrases.yesNo.approved).includes(yesNo);
  return saysHow
    ? answerWith({ firstLine: phrases.approvedPoints(yesNo ?? became, text) }, sources)
    : answerWith({ firstLine: yesNo, sentence: phrases.approvedPoints(became, text) }, sources);
}

/** The decision answers: its decisive sentence first, or what it approved, and where it departs from what was recommended. */
export function answerWithDecision(stored: StoredItem, question: Question, query: Query): ItemAnswer | undefined {
  const whole = decisionSource(stored);
  const decided = splitPassages(stored.item.sections).filter(
    (passage) => passage.section === 'decision' && passage.kind !== 'heading',
  );
  if (whole === undefined || decided.length === 0) return undefined;
  const { item } = stored;
  const remarkedOn = onlyRemarkedOn(stored);
  const [opening] = decided;
  const passage =
    remarkedOn !== undefined && opening !== undefined && approvesOtherwise.test(opening.text)
      ? opening
      : decisiveOf(stored, query, question, decided);
  const source = whole.quote.includes(passage.text) ? whole : passageSource(stored, passage);
  const decisive = shorten(withoutMark(passage.text));
  const yesNo = sayYesOrNo(stored, question, query);

  const isApprovedWhole =
    onlyApproves(item) || (isApprovedBesides(stored) && !saysMoreThanTitle(passage, stored, query));
  const approved = isApprovedWhole ? approvedPoints(stored, query) : approvedAside(stored, query, passage);
  if (approved !== undefined) return tellApproved(stored, approved, source, yesNo);
  const difference = findDifference(pointsOf(stored), decided);
  const open = readPointsOfDecision(item).passedOver;
  const openPassages = pointsOf(stored).filter((point) => open.includes(pointOf(point)));
  const remarks = [
    ...(difference === undefined ? [] : [phrases.differs(difference.recommended, difference.amount)]),
    ...(remarkedOn === undefined || difference !== undefined
      ? []
      : [phrases.recommended(`${pointInSentence(remarkedOn)}.`)]),
    ...saysNothingOf(open, openPassages),
  ];
  const shown = difference?.point ?? openPassages[0] ?? remarkedOn;
  const sources = [source, ...(shown === undefined ? [] : [passageSource(stored, shown)])];
  if (difference !== undefined && !source.quote.includes(difference.amount))
    sources.splice(1, 0, passageSource(stored, difference.passage));
  return yesNo === undefined
    ? answerWith({ firstLine: decisive, remarks }, sources)
    : answerWith({ firstLine: yesNo, sentence: decisive, remarks }, sources);
}
