import type { Answer, AnswerSource } from '../../domain/answer.js';
import type { Evidence } from '../../search/evidence.js';
import { type Passage, splitPassages } from '../../search/passages.js';
import type { StoredItem } from '../../store/ports.js';
import { type Around, quotePassage, sourceOf, type Worth } from './quote.js';

/** What one item says to a question. */
export interface ItemAnswer {
  /** False: the item is about the topic, but what was asked for does not stand in it. */
  answered: boolean;
  /** All that is said: the first line, the sentence it stands in, and the remarks. */
  text: string;
  /** The thing asked for alone, or the sentence that says it. */
  firstLine: string;
  /** Sentences of Referent's own beside the answer. */
  remarks: string[];
  sources: AnswerSource[];
  /** 0–1: how fully it is the kind of thing asked for; 1 where that has no form of its own. */
  quality: number;
}

/** What is said of an answer, in parts. */
export interface Said {
  firstLine: string;
  /** The minutes' own sentence, where the first line is only the thing asked for. */
  sentence?: string | undefined;
  remarks?: readonly string[] | undefined;
}

/** An answer with what was asked for. */
export function answerWith(
  { firstLine, sentence, remarks = [] }: Said,
  sources: readonly AnswerSource[],
  quality = 1,
): ItemAnswer {
  const text = [firstLine, sentence ?? '', ...remarks].filter((part) => part !== '').join(' ');
  return { answered: true, text, firstLine, remarks: [...remarks], sources: [...sources], quality };
}

/** The item is about the topic and does not say what was asked. */
export const withoutDetail = (text: string, sources: readonly AnswerSource[] = []): ItemAnswer => ({
  ...answerWith({ firstLine: text }, sources, 0),
  answered: false,
});

export const withoutMark = (text: string): string => text.replace(/^\s*(?:[-•–*]|\d{1,2}[.)]|[a-zæøå]\))\s+/u, '');

/** A point as part of a sentence of ours: without its mark and what it ends with. */
export const pointInSentence = ({ text }: Pick<Passage, 'text'>): string => withoutMark(text).replace(/[.,;]$/, '');

/** Points told one after the other. */
export const pointsInSentence = (points: readonly Pick<Passage, 'text'>[]): string =>
  points.map(pointInSentence).join('; ');

/** A passage as evidence, quoted. */
export const evidenceSource = (stored: StoredItem, evidence: Evidence, around: Around = {}): AnswerSource =>
  sourceOf(stored, evidence.passage.section, quotePassage(stored.item, evidence.passage, around));

/** Of the passages beside one that answers, those that say most to the question are quoted with it. */
export const worthBy =
  (all: readonly Evidence[]): Worth =>
  ({ sectionIndex, start, end }) =>
    Math.max(
      0,
      ...all
        .filter(({ passage }) => passage.sectionIndex === sectionIndex && passage.start >= start && passage.end <= end)
        .map(({ score }) => score),
    );

/** A decision is shown whole up to here, in characters. */
const longestDecision = 560;

/** The item's own decision as a source, whole where it is short, else from its beginning; undefined where it has none. */
export function decisionSource(stored: StoredItem): AnswerSource | undefined {
  const first = splitPassages(stored.item.sections).find((passage) => passage.section === 'decision');
  if (first === undefined) return undefined;
  const whole = stored.item.sections[first.sectionIndex]?.text.trim() ?? '';
  const quote = whole.length <= longestDecision ? whole : quotePassage(stored.item, first);
  return sourceOf(stored, 'decision', quote);
}

/** The first words of an item, for want of better. */
export function firstSource(stored: StoredItem): AnswerSource | undefined {
  const first = splitPassages(stored.item.sections).find((passage) => passage.kind !== 'heading');
  return first === undefined ? undefined : sourceOf(stored, first.section, quotePassage(stored.item, first));
}

/** The parts of what is said, where there is more than one. */
export const saidApart = ({ text, firstLine, remarks }: ItemAnswer): Pick<Answer, 'firstLine' | 'remarks'> => ({
  ...(firstLine === text ? {} : { firstLine }),
  ...(remarks.length === 0 ? {} : { remarks }),
});

/** The words that may answer, where it is doubtful whether this is the item that was meant. */
export const mayAnswer = (answer: ItemAnswer | undefined): AnswerSource | undefined =>
  answer?.answered === true ? answer.sources[0] : undefined;

/** An answer with more said at its end. */
export const withRemarks = (answer: ItemAnswer, more: readonly string[]): ItemAnswer => ({
  ...answer,
  text: [answer.text, ...more].join(' '),
  remarks: [...answer.remarks, ...more],
});
