/** A run of `*` or `_` that may open or close emphasis. */
export interface DelimiterRun {
  character: '*' | '_';
  length: number;
  /** Marks not used up by a pair; they are text. */
  left: number;
  canOpen: boolean;
  canClose: boolean;
}

/** A piece of a line: words, or a run of marks (then `text` is empty). */
export interface InlineToken {
  text: string;
  run?: DelimiterRun;
}

const letterOrDigit = /[\p{L}\p{N}]/u;
const blank = /\s/;

/**
 * Reads the run of marks at `index`.
 *
 *     et *ord* og sept_1
 *        ^
 *
 * The rules are CommonMark's, save that a single mark within a word never counts: file names are full of them.
 *
 * @param strict double marks within a word do not count either.
 */
export function readDelimiterRun(line: string, index: number, strict: boolean): DelimiterRun {
  const character = line[index] === '_' ? '_' : '*';
  let length = 1;
  while (line[index + length] === character) length += 1;
  const before = kindOf(line[index - 1]);
  const after = kindOf(line[index + length]);
  const opens = after !== 'blank' && (after === 'word' || before !== 'word');
  const closes = before !== 'blank' && (before === 'word' || after !== 'word');
  const allowedInWord = character === '*' && length > 1 && !strict;
  return {
    character,
    length,
    left: length,
    canOpen: opens && (allowedInWord || before !== 'word'),
    canClose: closes && (allowedInWord || after !== 'word'),
  };
}

function kindOf(neighbour: string | undefined): 'blank' | 'word' | 'other' {
  if (neighbour === undefined || blank.test(neighbour)) return 'blank';
  return letterOrDigit.test(neighbour) || neighbour >= '\ud800' ? 'word' : 'other';
}

type Openers = Record<DelimiterRun['character'], number[]>;

/**
 * Uses up the marks that pair (`left` of their runs goes down). Returns whether one bold pair encloses everything.
 *
 * Every step uses up a mark or drops an opener, so the work grows with the number of marks only.
 */
export function pairEmphasis(tokens: readonly InlineToken[]): boolean {
  const openers: Openers = { '*': [], _: [] };
  let wholeBold = false;
  for (const [index, { run }] of tokens.entries()) {
    if (run === undefined) continue;
    if (run.canClose) {
      const boldFrom = close(run, tokens, openers);
      if (boldFrom === 0 && index === tokens.length - 1) wholeBold = true;
    }
    if (run.canOpen && run.left > 0) openers[run.character].push(index);
  }
  return wholeBold;
}

/** Pairs the marks of `run` with the nearest openers. Returns where the outermost bold pair opens, or undefined. */
function close(run: DelimiterRun, tokens: readonly InlineToken[], openers: Openers): number | undefined {
  const own = openers[run.character];
  const other = openers[run.character === '*' ? '_' : '*'];
  let boldFrom: number | undefined;
  while (run.left > 0) {
    const openIndex = own.at(-1);
    const open = openIndex === undefined ? undefined : tokens[openIndex]?.run;
    if (openIndex === undefined || open === undefined) break;
    const marks = open.left > 1 && run.left > 1 ? 2 : 1;
    open.left -= marks;
    run.left -= marks;
    if (marks === 2) boldFrom = openIndex;
    if (open.left === 0) own.pop();
    while ((other.at(-1) ?? -1) > openIndex) other.pop();
  }
  return boldFrom;
}
