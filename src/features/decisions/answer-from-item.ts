import { analyseWords } from '../../danish/analyse-words.js';
import { type AskedFor, findDetailForm } from '../../danish/question-words.js';
import type { AnswerSource } from '../../domain/answer.js';
import { termsOfText } from '../../search/analyse-text.js';
import { type Evidence, findEvidence } from '../../search/evidence.js';
import { splitPassages } from '../../search/passages.js';
import type { Query } from '../../search/query.js';
import type { StoredItem } from '../../store/ports.js';
import { phrases } from './phrases.js';
import { quotePassage, shorten, sourceOf } from './quote.js';
import type { Question } from './read-question.js';

/** What one item says to a question. */
export interface ItemAnswer {
  /** False: the item is about the topic, but what was asked for does not stand in it. */
  answered: boolean;
  text: string;
  sources: AnswerSource[];
}

const withoutMark = (text: string): string => text.replace(/^\s*(?:[-•–*]|\d{1,2}[.)])\s+/u, '');

/** A passage as evidence, quoted. */
function evidenceSource(stored: StoredItem, evidence: Evidence, wholeList = false): AnswerSource {
  return sourceOf(stored, evidence.passage.section, quotePassage(stored.item, evidence.passage, wholeList));
}

/** The item's own decision as a source, from its beginning; undefined where it has none. */
function decisionSource(stored: StoredItem): AnswerSource | undefined {
  const first = splitPassages(stored.item.sections).find((passage) => passage.section === 'decision');
  return first === undefined ? undefined : sourceOf(stored, 'decision', quotePassage(stored.item, first));
}

/** Outcomes that only say yes to what was recommended. */
const plainOutcomes = new Set(['approved', 'noted']);
const shortDecision = 160;

const onlyApproves = ({ item }: StoredItem): boolean =>
  item.decision !== null &&
  item.decision.length <= shortDecision &&
  item.outcomes.length > 0 &&
  item.outcomes.every((outcome) => plainOutcomes.has(outcome.code));

function answerCaseNumber(stored: StoredItem): ItemAnswer {
  const { item } = stored;
  const source = decisionSource(stored) ?? firstSource(stored);
  const sources = source === undefined ? [] : [source];
  if (item.caseNumber === null) return { answered: false, text: phrases.noCaseNumber(item.topic), sources };
  return { answered: true, text: phrases.caseNumber(item.topic, item.caseNumber.text), sources };
}

function firstSource(stored: StoredItem): AnswerSource | undefined {
  const first = splitPassages(stored.item.sections).find((passage) => passage.kind !== 'heading');
  return first === undefined ? undefined : sourceOf(stored, first.section, quotePassage(stored.item, first));
}

/** Attachments, those named in the question first. */
function answerAttachments(stored: StoredItem, question: Question): ItemAnswer {
  const { item } = stored;
  if (item.attachments.length === 0)
    return { answered: true, text: phrases.noAttachments(item.topic), sources: [decisionSource(stored)].flatMap(some) };
  const asked = new Set(question.words.flatMap((word) => word.unit.terms));
  const hits = (title: string) => analyseWords(title).filter((stem) => asked.has(stem) || asked.has(`~${stem}`)).length;
  const titles = item.attachments.map((attachment) => attachment.title).sort((one, other) => hits(other) - hits(one));
  const section = item.sections.find((one) => one.kind === 'attachments' && one.text.includes(titles[0] ?? ''));
  const quote = section?.text !== undefined && section.text.length <= 420 ? section.text.trim() : (titles[0] ?? '');
  return {
    answered: true,
    text: phrases.attachments(titles),
    sources: section === undefined ? [] : [sourceOf(stored, 'attachments', quote)],
  };
}

const some = <Value>(value: Value | undefined): Value[] => (value === undefined ? [] : [value]);

const money = /kr|mio|mia|million|milliard|%|procent/i;

/** The thing counted in "hvor mange borgere": a number of something else is no answer. */
function countsTheRightThing(question: Question, query: Query): (found: string, passage: string) => boolean {
  const match = /hvor\s(?:mange|få)\s(?:nye\s|flere\s)?(\p{L}+)/iu.exec(question.text);
  const asksForMoney = /koste|pris|hvor mange penge|i kroner|hvor dyr|beløb/iu.test(question.text);
  if (asksForMoney) return (found) => money.test(found);
  const counted = query.concepts.find((concept) => concept.label === match?.[1] && concept.found);
  if (counted === undefined) return () => true;
  const stems = new Set(counted.alternatives.flatMap((alternative) => [...alternative.terms]));
  return (_, passage) =>
    termsOfText(passage)
      .split(' ')
      .some((term) => stems.has(term));
}

/** A thing of the asked kind: the first passage that has it and is about what was asked. */
function answerFact(stored: StoredItem, question: Question, query: Query, asked: AskedFor): ItemAnswer {
  const all = findEvidence(stored.item, query, asked, question.wish);
  const best = Math.max(0, ...all.map((evidence) => evidence.coverage));
  const fits = asked === 'amount' ? countsTheRightThing(question, query) : () => true;
  const holders = all
    .map((evidence) => ({
      ...evidence,
      found: evidence.found?.filter((found) => fits(found.text, evidence.passage.text)),
    }))
    .filter((evidence) => (evidence.found?.length ?? 0) > 0);
  const chosen = holders.find((evidence) => evidence.coverage >= 0.55 * best);
  if (chosen === undefined) {
    const near = all[0];
    return {
      answered: false,
      text: phrases.detailMissing(stored.item.topic),
      sources: near === undefined ? [] : [evidenceSource(stored, near)],
    };
  }
  const source = evidenceSource(stored, chosen);
  const [first] = chosen.found ?? [];
  const sentence = shorten(withoutMark(chosen.passage.text));
  const fact = first?.text ?? '';
  switch (asked) {
    case 'deadline':
      return { answered: true, text: `${phrases.deadline(fact)} ${sentence}`, sources: [source] };
    case 'date':
    case 'duration':
    case 'frequency':
    case 'amount':
      return { answered: true, text: `${phrases.moment(fact.replace(/\.$/, ''))} ${sentence}`, sources: [source] };
    default:
      return question.wish.contact === true
        ? withAddress(stored, sentence, source, all)
        : { answered: true, text: sentence, sources: [source] };
  }
}

/** Who helps is best answered with the address to write to, where the item has one. */
function withAddress(stored: StoredItem, text: string, source: AnswerSource, all: readonly Evidence[]): ItemAnswer {
  const address = all.find((evidence) => evidence.passage.text.includes('@'));
  if (text.includes('@') || address === undefined) return { answered: true, text, sources: [source] };
  const sentence = shorten(withoutMark(address.passage.text));
  return { answered: true, text: `${text} ${sentence}`, sources: [source, evidenceSource(stored, address)] };
}

/** Most of what was asked is the item's own topic: its decision answers. */
function answerWithDecision(stored: StoredItem, question: Question, query: Query): ItemAnswer | undefined {
  const decision = decisionSource(stored);
  if (decision === undefined) return undefined;
  const passages = splitPassages(stored.item.sections);
  const inDecision = passages.filter((passage) => passage.section === 'decision' && passage.kind !== 'heading');
  const [best] = findEvidence(stored.item, query, question.asked).filter((one) => one.passage.section === 'decision');
  const first = best !== undefined && best.coverage > 0.2 ? best.passage : inDecision[0];
  if (first === undefined) return undefined;
  const source = sourceOf(stored, 'decision', quotePassage(stored.item, first));
  const text = shorten(withoutMark(first.text));
  if (!onlyApproves(stored)) return { answered: true, text, sources: [source] };
  const points = findEvidence(stored.item, query, question.asked).filter(
    (one) => one.passage.section === 'recommendation' && one.passage.kind === 'point',
  );
  const [point] = points;
  if (point === undefined) return { answered: true, text, sources: [source] };
  const recommended = shorten(withoutMark(point.passage.text), 240);
  return {
    answered: true,
    text: `${text} ${phrases.recommended(recommended)}`,
    sources: [source, evidenceSource(stored, point)],
  };
}

const isProse = (evidence: Evidence): boolean => evidence.passage.kind !== 'heading';

/** The share of the question that the item's title already says. */
function saidByTitle(query: Query, inTitle: readonly number[]): number {
  let said = 0;
  let all = 0;
  for (const [index, concept] of query.concepts.entries()) {
    if (concept.kind === 'part' || concept.kind === 'weak') continue;
    const worth = concept.importance * concept.rarity;
    all += worth;
    said += worth * (inTitle[index] ?? 0);
  }
  return all === 0 ? 1 : said / all;
}

/** Answers from one item, by what was asked for. */
export function answerFromItem(
  stored: StoredItem,
  question: Question,
  query: Query,
  inTitle: readonly number[],
): ItemAnswer {
  const { asked } = question;
  const detail = findDetailForm(question.text.toLowerCase());
  if (detail !== undefined && !stored.item.sections.some((section) => detail.test(section.text)))
    return { answered: false, text: phrases.detailMissing(stored.item.topic), sources: [] };
  switch (asked) {
    case 'case_number':
      return answerCaseNumber(stored);
    case 'attachment':
      return answerAttachments(stored, question);
    case 'date':
    case 'deadline':
    case 'duration':
    case 'frequency':
    case 'amount':
    case 'person':
    case 'nomination':
    case 'title':
      return answerFact(stored, question, query, asked);
    default:
      break;
  }
  if (question.words.length === 0 || saidByTitle(query, inTitle) >= 0.75) {
    const fromDecision = answerWithDecision(stored, question, query);
    if (fromDecision !== undefined) {
      const isBareNumber = question.words.length === 0;
      return isBareNumber ? { ...fromDecision, text: `${stored.item.topic}. ${fromDecision.text}` } : fromDecision;
    }
  }
  const [best] = findEvidence(stored.item, query, asked, question.wish).filter(isProse);
  if (best === undefined) return { answered: false, text: phrases.detailMissing(stored.item.topic), sources: [] };
  const isListed = best.passage.kind === 'point' || asked === 'list';
  const source = evidenceSource(stored, best, isListed);
  return { answered: true, text: shorten(withoutMark(best.passage.text)), sources: [source] };
}

/** The passage that shows best what another find is about. */
export function showItem(stored: StoredItem, query: Query): AnswerSource | undefined {
  const [best] = findEvidence(stored.item, query, 'topic').filter(isProse);
  return best === undefined ? firstSource(stored) : evidenceSource(stored, best);
}
