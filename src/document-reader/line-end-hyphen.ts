import { wordsAfterOpenHyphen } from './phrases.js';

const softHyphen = '\u00ad';

/** What a document's own lines tell about its hyphens. In lower case. */
export interface HyphenEvidence {
  /** Words that stand whole within a line. */
  words: ReadonlySet<string>;
  /** First parts of words that are hyphenated within a line: "corona" of "corona-relateret". */
  stems: ReadonlySet<string>;
  /** Lines are too seldom broken within words for that to be the printer's doing. */
  keepsWordsWhole: boolean;
}

/** With automatic hyphenation one line in ten or twenty ends in a hyphen. */
const leastHyphenatedShare = 0.02;
/** Fewer lines than this tell nothing about it. */
const enoughLines = 60;

/** Gathers the evidence from the printed lines of a document. */
export function findHyphenEvidence(lines: readonly string[]): HyphenEvidence {
  const words = new Set<string>();
  const stems = new Set<string>();
  let broken = 0;
  for (const line of lines) {
    const ends = line.endsWith('-') || line.endsWith(softHyphen);
    if (ends) broken += 1;
    for (const word of line.toLowerCase().split(/[^\p{L}\p{N}-]+/u)) {
      words.add(word);
      const hyphen = word.indexOf('-', 1);
      if (hyphen > 0 && hyphen < word.length - 1) stems.add(word.slice(0, hyphen));
    }
  }
  return { words, stems, keepsWordsWhole: lines.length >= enoughLines && broken < lines.length * leastHyphenatedShare };
}

/**
 * Joins the printed lines of one paragraph.
 *
 * - "budget-" + "proces" → "budgetproces": the hyphen came with the line break
 * - "børne-" + "og unge" → "børne- og unge": it stands for a left-out part
 * - "ERP-" + "udbud", "e-" + "mail", "2025-" + "2026", "Børne-" + "Ungeliv", and where the
 *   document's own words say so: it belongs to the word
 * - "Espersen/" + "Søren" → "Espersen/Søren"
 */
export function joinWrappedLines(lines: readonly string[], evidence: HyphenEvidence): string {
  return lines.map((line, index) => withSeam(line, lines[index + 1], evidence)).join('');
}

/** `line` as it goes on into `next`: without a hyphen that the break put in, with the space that it took away. */
function withSeam(line: string, next: string | undefined, evidence: HyphenEvidence): string {
  if (line.endsWith(softHyphen)) return line.slice(0, -1);
  if (next === undefined) return line;
  if (line.endsWith('/') && !line.endsWith(' /')) return line;
  if (line.endsWith('–') && isDigit(line.at(-2)) && isDigit(next[0])) return line;
  if (!line.endsWith('-') || !/[\p{L}\p{N}.)]/u.test(line.at(-2) ?? '')) return `${line} `;
  const [follower = ''] = /^[\p{L}\p{N}/]+/u.exec(next) ?? [];
  if (follower === '' || wordsAfterOpenHyphen.has(follower)) return `${line} `;
  return belongsToWord(lastStem(line), follower, evidence) ? line : line.slice(0, -1);
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

function belongsToWord(stem: string, follower: string, { words, stems, keepsWordsWhole }: HyphenEvidence): boolean {
  const startsLower = /^\p{Ll}/u.test(follower);
  const isPlainWord = stem.length > 1 && /^\p{L}\p{Ll}+$/u.test(stem);
  if (!startsLower || !isPlainWord) return true;
  if (words.has((stem + follower).toLowerCase())) return false;
  return stems.has(stem.toLowerCase()) || keepsWordsWhole;
}
