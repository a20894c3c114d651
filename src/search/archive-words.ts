import { editDistance } from '../danish/edit-distance.js';
import { foldLetters } from '../danish/letters.js';

/** The words of the archive, folded, ready for "which of them was meant?". */
export class ArchiveWords {
  readonly #byLength = new Map<number, { word: string; count: number }[]>();
  readonly #counts = new Map<string, number>();

  constructor(words: ReadonlyMap<string, number>) {
    for (const [word, count] of words) {
      const folded = foldLetters(word);
      this.#counts.set(folded, (this.#counts.get(folded) ?? 0) + count);
    }
    for (const [word, count] of this.#counts) {
      const same = this.#byLength.get(word.length);
      if (same === undefined) this.#byLength.set(word.length, [{ word, count }]);
      else same.push({ word, count });
    }
  }

  has(folded: string): boolean {
    return this.#counts.has(folded);
  }

  /**
   * The archive's words a misspelt word may have meant, nearest first, at most three: one slip for five to seven letters,
   * two from eight. Shorter words are left alone, since each is one slip from a dozen others.
   */
  nearest(folded: string): { word: string; distance: number }[] {
    const limit = folded.length >= 8 ? 2 : folded.length >= 5 ? 1 : 0;
    if (limit === 0 || folded.length > 40) return [];
    const near: { word: string; count: number; distance: number }[] = [];
    for (let length = folded.length - limit; length <= folded.length + limit; length += 1)
      for (const { word, count } of this.#byLength.get(length) ?? []) {
        const distance = editDistance(folded, word, limit);
        if (distance <= limit) near.push({ word, count, distance });
      }
    const least = Math.min(...near.map((candidate) => candidate.distance));
    return near
      .filter((candidate) => candidate.distance === least)
      .sort((one, other) => other.count - one.count)
      .slice(0, 3);
  }

  /** Archive words that begin so, commonest first: what half a word may become. */
  startingWith(beginning: string, most: number): string[] {
    return [...this.#counts]
      .filter(([word]) => word.startsWith(beginning))
      .sort(([, one], [, other]) => other - one)
      .slice(0, most)
      .map(([word]) => word);
  }

  /** Archive words built on the same beginning ("tilflytning" for "tilflyttere"); at most five, commonest first. */
  related(folded: string): string[] {
    if (folded.length < 5) return [];
    // A short word may be the beginning of a long one ("kravspec"); of a longer word the beginning is shared.
    const beginning = folded.length < 7 ? folded : folded.slice(0, Math.max(6, Math.ceil(folded.length * 0.65)));
    const found = [...this.#counts].filter(
      ([word]) => word.startsWith(folded) || (word.startsWith(beginning) && Math.abs(word.length - folded.length) <= 5),
    );
    return found
      .sort(([, one], [, other]) => other - one)
      .slice(0, 5)
      .map(([word]) => word);
  }
}
