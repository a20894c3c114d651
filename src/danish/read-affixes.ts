import { foldLetters } from './letters.js';

export type WordClass = 'noun' | 'verb' | 'adjective' | 'name' | 'other';

/** One ending of the dictionary's affix table, folded: `stem` without `strip`, then `add`. */
export interface Ending {
  flag: number;
  strip: string;
  add: string;
  /** Whether a stem (before `strip` is taken off) may take this ending. */
  fits: (stem: string) => boolean;
  /** Flags the new form carries in its turn: further endings. */
  next: ReadonlySet<number>;
  /** The form is only the first part of a compound ("børne-", "sundheds-"). */
  joint: boolean;
  /** The form is no word before it took a further ending ("budgett-"). */
  unfinished: boolean;
}

export interface AffixTable {
  /** By the letters they add. */
  endings: ReadonlyMap<string, readonly Ending[]>;
  longestEnding: number;
  /** Those that make the first part of a compound. */
  joints: readonly Ending[];
  /** Flags of endings that may follow another ending. */
  outer: ReadonlySet<number>;
  classOfFlag: ReadonlyMap<number, WordClass>;
}

/** Hunspell's own flags in this dictionary's table (`index.aff`): COMPOUNDBEGIN and NEEDAFFIX. */
const compoundBegin = 32;
const needsAffix = 8;

/** The table names the word class of each group of endings in a comment above it. */
const classNames: readonly [string, WordClass][] = [
  ['#Substantiv', 'noun'],
  ['#Verbum', 'verb'],
  ['#Adjektiv', 'adjective'],
  ['#Proprium', 'name'],
];

/** A Hunspell condition such as `[^aeo]er` or `.` as a test of a stem's last letters. */
function readCondition(condition: string): (stem: string) => boolean {
  if (condition === '.' || condition === '') return () => true;
  const pattern = new RegExp(`${foldLetters(condition)}$`, 'u');
  return (stem) => pattern.test(stem);
}

/** The conditions of a table; a hundred serve its two thousand endings. */
class Conditions {
  readonly #known = new Map<string, Ending['fits']>();

  get(condition: string): Ending['fits'] {
    const known = this.#known.get(condition) ?? readCondition(condition);
    this.#known.set(condition, known);
    return known;
  }
}

const flagsOf = (text: string | undefined): ReadonlySet<number> =>
  new Set((text ?? '').split(',').filter(Boolean).map(Number));

/** One line of the table: an ending, or the first line of a group ("SFX 4 Y 4"), which has none. */
function readEnding(line: string, conditions: Conditions): Ending | 'group' | undefined {
  const [kind, flag, strip, addText, condition = '.'] = line.trim().split(/\s+/);
  if (kind !== 'SFX' || flag === undefined || strip === undefined || addText === undefined) return undefined;
  if (/^\d+$/.test(addText) && (strip === 'Y' || strip === 'N')) return 'group';
  const [letters = '', nextText] = addText.split('/');
  const next = flagsOf(nextText);
  return {
    flag: Number(flag),
    strip: strip === '0' ? '' : foldLetters(strip),
    add: letters === '0' ? '' : foldLetters(letters),
    fits: conditions.get(condition.startsWith('+') ? '.' : condition),
    next,
    joint: next.has(compoundBegin),
    unfinished: next.has(needsAffix),
  };
}

/** Reads a Hunspell affix table with numeric flags. Prefixes are left out: none of them bears on a word's meaning. */
export function readAffixes(table: string): AffixTable {
  const endings = new Map<string, Ending[]>();
  const classOfFlag = new Map<number, WordClass>();
  const conditions = new Conditions();
  let wordClass: WordClass | undefined;
  for (const line of table.split('\n')) {
    if (line.startsWith('#')) wordClass = classNames.find(([name]) => line.startsWith(name))?.[1];
    const ending = readEnding(line, conditions);
    if (ending === 'group' && wordClass !== undefined) classOfFlag.set(Number(line.split(/\s+/)[1]), wordClass);
    // Apostrophes and hyphens never reach a folded word.
    if (ending === undefined || ending === 'group' || /[^a-z]/.test(ending.add)) continue;
    endings.set(ending.add, [...(endings.get(ending.add) ?? []), ending]);
  }
  const longestEnding = Math.max(0, ...[...endings.keys()].map((add) => add.length));
  const all = [...endings.values()].flat();
  const joints = all.filter((ending) => ending.joint);
  const outer = new Set(all.flatMap((ending) => [...ending.next]));
  return { endings, longestEnding, joints, outer, classOfFlag };
}
