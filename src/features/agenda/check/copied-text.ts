import { foldLetters } from '../../../danish/letters.js';
import type { AgendaItem, SectionKind } from '../../../domain/agenda-item.js';
import { findingTexts } from './phrases.js';
import { onItem, type Rule } from './rule.js';

/** Where the case is told. What stands under the other headings is the same from time to time, and should be. */
const telling: ReadonlySet<SectionKind> = new Set(['occasion', 'summary', 'case', 'supplementaryCase', 'other']);

/** Shorter texts may well be the same by chance or by habit: "Der orienteres på mødet." */
const shortestText = 200;
/** From here on it is a copy with a few words changed. */
const copiedShare = 0.8;

/** The sentences of the case, folded. */
function sentencesOf(item: AgendaItem): string[] {
  const text = item.sections
    .filter(({ kind }) => telling.has(kind))
    .map((section) => section.text)
    .join('\n');
  return foldLetters(text)
    .split(/[.!?:]\s|\n/)
    .map((sentence) => sentence.replace(/[^a-z0-9]+/g, ' ').trim())
    .filter((sentence) => sentence.length >= 20);
}

const lengthOf = (sentences: readonly string[]): number => sentences.reduce((sum, { length }) => sum + length, 0);

/** The case is told in the words of an earlier meeting, so perhaps nobody has brought it up to date. */
export const copiedText: Rule = ({ entries, earlier }) => {
  const told = earlier.flatMap(({ date, items }) =>
    items.map((item) => ({ date, number: item.number, sentences: new Set(sentencesOf(item)) })),
  );
  return entries.flatMap((entry) => {
    const own = sentencesOf(entry.item);
    const length = lengthOf(own);
    if (length < shortestText) return [];
    const copied = told.find(
      ({ sentences }) => lengthOf(own.filter((sentence) => sentences.has(sentence))) >= length * copiedShare,
    );
    if (copied === undefined) return [];
    const message = findingTexts.copiedText(entry.item.number, copied.date, copied.number);
    return [onItem(entry, { code: 'copied_text', message, mend: 'item', detail: `${copied.date} ${copied.number}` })];
  });
};
