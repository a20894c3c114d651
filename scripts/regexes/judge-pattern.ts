import { createRequire } from 'node:module';
import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import type { checkSync } from 'recheck';
import { isCode } from './is-code.js';
import { wordsOf } from './words-of.js';

// The variant for browsers holds the whole checker as JavaScript; the usual one starts a program made for this machine.
const recheck: { checkSync: typeof checkSync } = createRequire(import.meta.url)('recheck/lib/browser.js');

/** A regular expression, as written between and after its slashes. */
export interface Written {
  source: string;
  flags: string;
}

const oneCharacter = new Set(['Character', 'CharacterClass', 'CharacterSet', 'ExpressionCharacterClass']);

/**
 * The parts repeated without end that a text may be gone through in two ways: not single characters, and not words that a
 * text can be made of in one way only. Time grows exponentially nowhere else.
 */
function findSuspects({ source, flags }: Written): string[] {
  const suspects: string[] = [];
  const look = ({ max, element }: AST.Quantifier): void => {
    if (max !== Number.POSITIVE_INFINITY || oneCharacter.has(element.type)) return;
    const words = wordsOf(element);
    if (words === undefined || !isCode(words)) suspects.push(element.raw);
  };
  visitRegExpAST(new RegExpParser({ ecmaVersion: 2025 }).parseLiteral(`/${source}/${flags}`), {
    onQuantifierEnter: look,
  });
  return suspects;
}

/** Whole alphabets take minutes to analyse. What can be confused with what does not depend on how many letters there are. */
function narrow(source: string): string {
  const kinds = [
    [/\\p\{L(?:etter)?\}/gu, 'a-zæøåA-ZÆØÅ'],
    [/\\p\{Ll\}/gu, 'a-zæøå'],
    [/\\p\{Lu\}/gu, 'A-ZÆØÅ'],
    [/\\p\{Nd?\}/gu, '0-9'],
  ] as const;
  let narrowed = source;
  for (const [kind, letters] of kinds)
    narrowed = narrowed.replace(kind, (_match, at: number, whole: string) =>
      whole.lastIndexOf('[', at) > whole.lastIndexOf(']', at) ? letters : `[${letters}]`,
    );
  return narrowed;
}

/** What the analysis says: `undecided` when it did not end in time. */
export type Verdict = 'no' | 'exponential' | 'undecided';

/**
 * Whether the time a pattern takes can grow exponentially with the text.
 *
 * @param milliseconds for the analysis of each of its parts
 */
export function mayExplode(pattern: Written, milliseconds: number): Verdict {
  let verdict: Verdict = 'no';
  for (const suspect of findSuspects(pattern)) {
    const alone = `^(?:${narrow(suspect)})*$`;
    const found = recheck.checkSync(alone, pattern.flags.replace('v', 'u'), { timeout: milliseconds });
    if (found.status === 'vulnerable' && found.complexity.type === 'exponential') return 'exponential';
    if (found.status === 'unknown') verdict = 'undecided';
  }
  return verdict;
}

/** Where a pattern repeats anything without end; without that its time is bounded by the pattern itself. */
function repeatsWithoutEnd({ source, flags }: Written): boolean {
  let found = false;
  visitRegExpAST(new RegExpParser({ ecmaVersion: 2025 }).parseLiteral(`/${source}/${flags}`), {
    onQuantifierEnter({ max }) {
      if (max === Number.POSITIVE_INFINITY) found = true;
    },
  });
  return found;
}

/**
 * Whether the time a pattern takes can grow with a power of the text's length. The analysis does not take patterns that look
 * around, and for long lists of words it may need more than its time: those are undecided.
 */
export function mayGrowFast(pattern: Written, milliseconds: number): 'no' | 'polynomial' | 'undecided' {
  if (!repeatsWithoutEnd(pattern)) return 'no';
  const options = { timeout: milliseconds, checker: 'automaton' } as const;
  const found = recheck.checkSync(narrow(pattern.source), pattern.flags.replace('v', 'u'), options);
  if (found.status === 'unknown') return 'undecided';
  return found.status === 'vulnerable' ? 'polynomial' : 'no';
}
