import { BoundedCache } from '../../domain/bounded-cache.js';

/**
 * Which entries hold a term. Entries go by their number; a term that many hold is kept as one bit an entry, a rare one as a
 * list of numbers, whichever is smaller.
 */
export class Postings {
  /** How many entries hold the term. */
  readonly count: number;
  readonly #ids: Uint32Array | undefined;
  readonly #bits: Uint32Array | undefined;

  /** @param ids ascending. */
  constructor(ids: Uint32Array) {
    this.count = ids.length;
    const words = ((ids.at(-1) ?? 0) >>> 5) + 1;
    if (words >= ids.length) {
      this.#ids = ids.slice();
      return;
    }
    const bits = new Uint32Array(words);
    for (const id of ids) bits[id >>> 5] = (bits[id >>> 5] ?? 0) | (1 << (id & 31));
    this.#bits = bits;
  }

  get bytes(): number {
    return (this.#ids ?? this.#bits)?.byteLength ?? 0;
  }

  /** Adds a number to the score of every entry that holds the term. */
  addTo(scores: Float32Array, worth: number): void {
    this.#visit((id) => {
      scores[id] = (scores[id] ?? 0) + worth;
    });
  }

  /** How many of the marked entries hold the term. @param marked 1 for those that count, by number. */
  countIn(marked: Uint8Array): number {
    let count = 0;
    this.#visit((id) => {
      count += marked[id] ?? 0;
    });
    return count;
  }

  #visit(visit: (id: number) => void): void {
    for (const id of this.#ids ?? []) visit(id);
    const bits = this.#bits ?? new Uint32Array(0);
    for (let word = 0; word < bits.length; word += 1) {
      // Takes off the lowest bit until none is left.
      for (let rest = bits[word] ?? 0; rest !== 0; rest &= rest - 1) visit(word * 32 + (31 - Math.clz32(rest & -rest)));
    }
  }
}

/** Where numbers are put while they are read: thousands of them for a common word, and nothing of it left behind. */
let scratch = new Uint32Array(1024);

/** Reads "3,17,42", as SQL joins numbers; a row for each would take three times as long. */
export function readPostings(joined: string | null): Postings {
  if (joined === null || joined === '') return new Postings(new Uint32Array(0));
  let count = 0;
  let id = 0;
  for (let place = 0; place <= joined.length; place += 1) {
    const digit = joined.charCodeAt(place) - 48;
    if (digit >= 0) {
      id = id * 10 + digit;
      continue;
    }
    if (count === scratch.length) {
      const larger = new Uint32Array(2 * count);
      larger.set(scratch);
      scratch = larger;
    }
    scratch[count] = id;
    count += 1;
    id = 0;
  }
  return new Postings(scratch.subarray(0, count));
}

/** Bytes, with what the objects around them take. */
const sizeOf = (term: string, postings: Postings): number => 200 + 2 * term.length + postings.bytes;

/** Recently asked terms with their postings, up to a number of bytes. */
export class PostingsCache extends BoundedCache<string, Postings> {
  constructor(limit: number) {
    super(limit, sizeOf);
  }
}
