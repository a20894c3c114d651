import { danishDictionary } from './dictionary.js';
import { stemWord } from './stemming.js';
import { wordForm } from './word-forms.js';

/** How Danish makes a noun of a verb: the verb's ending, and the noun's in its place ("udsætt-e", "udsætt-else"). */
const nounsOfVerbs: readonly [verb: string, noun: string][] = [
  ['ere', 'ation'],
  ['e', 'else'],
  ['e', 'ning'],
  ['e', 'ing'],
  ['e', 'sel'],
  ['es', 'sel'],
];

/** How an adjective and a noun go together ("sikker" and "sikkerhed", "teknisk" and "teknik"). */
const nounsOfAdjectives: readonly [adjective: string, noun: string][] = [
  ['', 'hed'],
  ['isk', 'ik'],
  ['misk', 'mi'],
];

const pairs = [...nounsOfVerbs, ...nounsOfAdjectives];

/** "lukke" is "lukning", "bygge" is "bygning": one of two equal consonants is lost before another one. */
const endsDoubled = /([bdfgklmnprst])\1$/;
const losesConsonant: ReadonlySet<string> = new Set(['ning', 'sel', 'hed']);

const shortestBase = 3;

const baseOf = (word: string, ending: string): string | undefined => {
  const base = word.slice(0, word.length - ending.length);
  return word.endsWith(ending) && base.length >= shortestBase ? base : undefined;
};

function nounsFrom(word: string): string[] {
  return pairs.flatMap(([ending, noun]) => {
    const base = baseOf(word, ending);
    if (base === undefined) return [];
    return [(losesConsonant.has(noun) && endsDoubled.test(base) ? base.slice(0, -1) : base) + noun];
  });
}

function rootsOf(word: string): string[] {
  return pairs.flatMap(([ending, noun]) => {
    const base = baseOf(word, noun);
    if (base === undefined || (noun === 'ing' && base.endsWith('n'))) return [];
    const doubles = losesConsonant.has(noun) && ending !== '' && /[bdfgklmnprst]$/.test(base);
    return doubles ? [base + ending, base + base.slice(-1) + ending] : [base + ending];
  });
}

/** Whether the dictionary has the word in this form, not as an inflection of another. */
const isBasicForm = (word: string): boolean =>
  danishDictionary()
    .readings(word)
    .some((reading) => !reading.joint && reading.lemma === word && reading.wordClass !== 'name');

/**
 * Stems of the dictionary words made of the same root in another word class: "udsætte" gives "udsættelse", "lukning" gives "lukke".
 * By the endings Danish forms such words with, each result a word of the dictionary; empty for a word the dictionary does not have.
 */
export function derivedStems(foldedWord: string): string[] {
  const lemmas = danishDictionary()
    .readings(foldedWord)
    .filter((reading) => !reading.joint && reading.wordClass !== 'name')
    .map((reading) => reading.lemma);
  const own = wordForm(foldedWord).stem;
  const found = [...new Set(lemmas)].flatMap((lemma) => [...nounsFrom(lemma), ...rootsOf(lemma)]).filter(isBasicForm);
  return [...new Set(found.map(stemWord))].filter((stem) => stem !== own);
}
