import type { Dictionary, Reading } from './dictionary.js';

/** Plurals with another vowel, which the dictionary keeps as words of their own. They also end compounds. */
const vowelShifts: readonly [plural: string, singular: string][] = [
  ['boern', 'barn'],
  ['maend', 'mand'],
  ['boeger', 'bog'],
  ['haender', 'haand'],
  ['foedder', 'fod'],
  ['naetter', 'nat'],
  ['taender', 'tand'],
  ['kraefter', 'kraft'],
  ['boender', 'bonde'],
  ['foraeldre', 'foraelder'],
  ['doetre', 'datter'],
];

/** Everyday spellings of a word the dictionary has in another form only. */
const sideForms: Readonly<Record<string, string>> = { kommissorie: 'kommissorium', komissorium: 'kommissorium' };

function singular(lemma: string): string {
  const shift = vowelShifts.find(([plural]) => lemma.endsWith(plural));
  return shift === undefined ? lemma : lemma.slice(0, lemma.length - shift[0].length) + shift[1];
}

const order: readonly Reading['wordClass'][] = ['noun', 'verb', 'adjective', 'other', 'name'];

/**
 * The dictionary word a folded form most likely comes from; undefined for an unknown form.
 *
 * Nouns win over verbs ("gælden" is debt, not to concern), and the longer word over the shorter ("lister" are lists, not
 * ruses). A name is left as it is printed, save for its genitive.
 */
export function findLemma(dictionary: Dictionary, form: string): Reading | undefined {
  const side = sideForms[form];
  if (side !== undefined) return { lemma: side, wordClass: 'noun', joint: false };
  const readings = dictionary.readings(form).filter((reading) => !reading.joint);
  let best: Reading | undefined;
  for (const reading of readings) {
    const rank = order.indexOf(reading.wordClass);
    const bestRank = best === undefined ? order.length : order.indexOf(best.wordClass);
    if (best === undefined || rank < bestRank || (rank === bestRank && reading.lemma.length > best.lemma.length))
      best = reading;
  }
  return best === undefined ? undefined : { ...best, lemma: singular(best.lemma) };
}

/** The dictionary word of a compound's first part ("boerne" → "barn"). */
export function findJointLemma(dictionary: Dictionary, form: string): string | undefined {
  const lemma = dictionary.jointLemma(form);
  return lemma === undefined ? undefined : singular(lemma);
}
