import { wordsAfterOpenHyphen } from './phrases.js';

const softHyphen = '\u00ad';

/** Words with a hyphen inside that a document writes within one line, in lower case: "time-out", "break-outs". */
export type HyphenatedWords = ReadonlySet<string>;

/** Gathers the hyphenated words of a document's lines, as evidence for hyphens at line ends. */
export function findHyphenatedWords(lines: readonly string[]): HyphenatedWords {
  const words = new Set<string>();
  for (const line of lines) {
    for (const word of line.split(/[\s,;:.()"”?!]+/)) {
      const inside = word.indexOf('-', 1);
      if (inside > 0 && inside < word.length - 1) words.add(word.toLowerCase());
    }
  }
  return words;
}

/**
 * Joins the printed lines of one paragraph.
 *
 * - "budget-" + "proces" → "budgetproces": the hyphen came with the line break
 * - "børne-" + "og unge" → "børne- og unge": it stands for a left-out part
 * - "ERP-" + "udbud", "e-" + "mail", "2025-" + "2026", "Børne-" + "Ungeliv", and words that the document hyphenates
 *   elsewhere: it belongs to the word
 * - "Espersen/" + "Søren" → "Espersen/Søren"
 */
export function joinWrappedLines(lines: readonly string[], known: HyphenatedWords): string {
  return lines.map((line, index) => withSeam(line, lines[index + 1], known)).join('');
}

/** `line` as it goes on into `next`: without a hyphen that the break put in, with the space that it took away. */
function withSeam(line: string, next: string | undefined, known: HyphenatedWords): string {
  if (line.endsWith(softHyphen)) return line.slice(0, -1);
  if (next === undefined) return line;
  if (line.endsWith('/') && !line.endsWith(' /')) return line;
  if (line.endsWith('–') && isDigit(line.at(-2)) && isDigit(next[0])) return line;
  if (!line.endsWith('-') || !/[\p{L}\p{N}.)]/u.test(line.at(-2) ?? '')) return `${line} `;
  const [follower = ''] = /^[\p{L}\p{N}/]+/u.exec(next) ?? [];
  if (follower === '' || wordsAfterOpenHyphen.has(follower)) return `${line} `;
  return belongsToWord(lastStem(line), follower, known) ? line : line.slice(0, -1);
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

/** The letters and digits just before the hyphen at the end of `line`. */
function lastStem(line: string): string {
  let start = line.length - 1;
  while (start > 0 && /[\p{L}\p{N}]/u.test(line.charAt(start - 1))) start -= 1;
  return line.slice(start, -1);
}

function belongsToWord(stem: string, follower: string, known: HyphenatedWords): boolean {
  const startsLower = /^\p{Ll}/u.test(follower);
  const isPlainWord = stem.length > 1 && /^\p{L}\p{Ll}+$/u.test(stem);
  return !startsLower || !isPlainWord || known.has(`${stem}-${follower}`.toLowerCase());
}
