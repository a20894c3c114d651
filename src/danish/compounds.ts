import type { Dictionary } from './dictionary.js';
import { findJointLemma, findLemma } from './lemmas.js';

/** One part of a compound. */
export interface CompoundPart {
  /** As it stands in the compound, with its linking letters: "sundheds". */
  text: string;
  /** The dictionary word: "sundhed". */
  lemma: string;
}

/** Words that are endings of other words far more often than the last part of a compound. */
const falseEndings = new Set(
  'ring else ning inger ering ser sen ende nde hed heden lig lige ling er en et ene erne ed ter tion dom skab are ere ens ets ist isk ing sel itet'.split(
    ' ',
  ),
);

/** Words that are beginnings of other words far more often than the first part of a compound. */
const falseBeginnings = new Set(
  'for be ge an af op til ved ind und over under mis van sam gen efter med mod fra hen ned om pro re de in kom kon per par sub des rap ref par dis'.split(
    ' ',
  ),
);

/** Two letters are a part only where they are one of these; three letters only in a word the dictionary does not have. */
const shortParts = new Set(['by', 'el', 'it', 'bil', 'bus', 'bad', 'rum', 'aar', 'tal', 'sag', 'vej', 'tid', 'chef']);

/** Nothing in Danish minutes is longer; it bounds the work a pasted string can cause. */
const longestCompound = 48;

/** The cheapest way to cover the letters before each place with first parts. */
function coverWithFirstParts(dictionary: Dictionary, word: string, isPart: (text: string) => boolean) {
  const best: (CompoundPart[] | undefined)[] = new Array(word.length + 1).fill(undefined);
  best[0] = [];
  for (let from = 0; from < word.length - 2; from += 1) {
    const before = best[from];
    if (before === undefined || before.length > 3) continue;
    for (let to = from + 2; to <= word.length - 3; to += 1) {
      const text = word.slice(from, to);
      const already = best[to];
      if (!isPart(text) || falseBeginnings.has(text)) continue;
      if (already !== undefined && already.length <= before.length + 1) continue;
      const lemma = findJointLemma(dictionary, text);
      if (lemma !== undefined && !falseBeginnings.has(lemma)) best[to] = [...before, { text, lemma }];
    }
  }
  return best;
}

/**
 * Takes a folded word apart at the seams the dictionary allows: fewest parts, then the longest last part, with the linking
 * letters each first part takes ("kommunikation-s-gruppe"). Empty where the word is not made of words.
 */
export function splitCompound(dictionary: Dictionary, word: string): CompoundPart[] {
  if (word.length < 6 || word.length > longestCompound || !/^[a-z]+$/.test(word)) return [];
  const known = findLemma(dictionary, word);
  if (known?.wordClass === 'name') return [];
  const whole = known?.lemma ?? word;
  const shortest = known === undefined ? 3 : 4;
  const isPart = (text: string) => text.length >= shortest || shortParts.has(text);
  const covered = coverWithFirstParts(dictionary, whole, isPart);
  let found: CompoundPart[] = [];
  for (let seam = 2; seam <= whole.length - 3; seam += 1) {
    const first = covered[seam];
    if (first === undefined || first.length === 0) continue;
    if (found.length > 0 && first.length + 1 >= found.length) continue;
    const text = whole.slice(seam);
    if (!isPart(text) || falseEndings.has(text)) continue;
    const last = findLemma(dictionary, text);
    if (last === undefined || last.wordClass === 'name' || last.wordClass === 'other') continue;
    found = [...first, { text, lemma: last.lemma }];
  }
  return found;
}

/** A compound's smallest parts: "byudviklingsplan" is "by", "udvikling", "plan". One part for a simple word. */
function smallestParts(dictionary: Dictionary, part: CompoundPart): CompoundPart[] {
  const parts = splitCompound(dictionary, part.lemma);
  const last = parts.at(-1);
  if (last === undefined) return [part];
  // The linking letters stand after the last of them.
  const before = part.lemma.length - last.text.length;
  const linked = { text: part.text.slice(before), lemma: last.lemma };
  return [...parts.slice(0, -1), linked].flatMap((smaller) =>
    smaller.lemma.length < part.lemma.length ? smallestParts(dictionary, smaller) : [smaller],
  );
}

/** What a compound is and what stands in it. */
export interface Compound {
  /** The whole in its basic form. */
  lemma: string;
  /** Every shorter word that stands in it, in basic form: "by", "byudvikling", "udvikling", "udviklingsplan", "plan". */
  words: string[];
}

/** Reads a folded word as a compound; undefined where it is not made of words. */
export function readCompound(dictionary: Dictionary, word: string): Compound | undefined {
  const coarse = splitCompound(dictionary, word);
  if (coarse.length === 0) return undefined;
  const parts = coarse.flatMap((part) => smallestParts(dictionary, part));
  const words: string[] = [];
  let lemma = word;
  for (let from = 0; from < parts.length; from += 1) {
    let before = '';
    for (const [index, part] of parts.slice(from).entries()) {
      const span = before + part.lemma;
      before += part.text;
      if (from === 0 && index === parts.length - 1) lemma = span;
      else words.push(span);
    }
  }
  return { lemma, words: [...new Set(words)] };
}
