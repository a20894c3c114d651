/**
 * Words of the letters a–z, each with a small number, in three buffers: 150 000 words take 4 MB, where a `Map` of strings takes
 * five times as much and a second to fill. A word is found by its hash, in the first free place from there on.
 */
export class PackedWords {
  /** The letters of all words, one after another. */
  #letters: Uint8Array;
  /** Where each word begins; the last number is where the next one will. */
  #starts: Uint32Array;
  #values: Uint16Array;
  /** Numbers of words, from 1, by hash; 0 is a free place. Never more than half full. */
  #places: Uint32Array;
  #count = 0;

  /** @param expected about how many words there will be; more are taken in, a little slower. */
  constructor(expected: number) {
    this.#letters = new Uint8Array(Math.max(64, expected * 10));
    this.#starts = new Uint32Array(expected + 2);
    this.#values = new Uint16Array(expected + 1);
    this.#places = new Uint32Array(placesFor(expected));
  }

  /** A word's number; undefined for a word that is not here. */
  get(word: string): number | undefined {
    const index = this.#places[this.#placeOf(word)] ?? 0;
    return index === 0 ? undefined : this.#values[index - 1];
  }

  /** Puts a word in, or gives it another number. @param value 0 to 65 535 */
  set(word: string, value: number): void {
    const known = this.#placeOf(word);
    const index = this.#places[known] ?? 0;
    if (index !== 0) {
      this.#values[index - 1] = value;
      return;
    }
    this.#makeRoom(word.length);
    const start = this.#starts[this.#count] ?? 0;
    for (let place = 0; place < word.length; place += 1) this.#letters[start + place] = word.charCodeAt(place);
    this.#values[this.#count] = value;
    this.#count += 1;
    this.#starts[this.#count] = start + word.length;
    this.#places[this.#placeOf(word)] = this.#count;
  }

  /** Where a word stands, or would stand. */
  #placeOf(word: string): number {
    const mask = this.#places.length - 1;
    let place = hashOf(word) & mask;
    for (;;) {
      const index = this.#places[place] ?? 0;
      if (index === 0 || this.#is(index - 1, word)) return place;
      place = (place + 1) & mask;
    }
  }

  #is(index: number, word: string): boolean {
    const start = this.#starts[index] ?? 0;
    if ((this.#starts[index + 1] ?? 0) - start !== word.length) return false;
    for (let place = 0; place < word.length; place += 1)
      if (this.#letters[start + place] !== word.charCodeAt(place)) return false;
    return true;
  }

  #makeRoom(length: number): void {
    const end = (this.#starts[this.#count] ?? 0) + length;
    if (end > this.#letters.length) this.#letters = grown(this.#letters, new Uint8Array(2 * end));
    if (this.#count + 2 > this.#values.length) {
      this.#values = grown(this.#values, new Uint16Array(2 * this.#count + 4));
      this.#starts = grown(this.#starts, new Uint32Array(2 * this.#count + 5));
    }
    if (2 * (this.#count + 1) > this.#places.length) this.#spread();
  }

  /** Gives every word its place among twice as many. */
  #spread(): void {
    const mask = 2 * this.#places.length - 1;
    const places = new Uint32Array(mask + 1);
    for (const index of this.#places) {
      if (index === 0) continue;
      let place = hashOf(this.#wordAt(index - 1)) & mask;
      while (places[place] !== 0) place = (place + 1) & mask;
      places[place] = index;
    }
    this.#places = places;
  }

  #wordAt(index: number): string {
    return String.fromCharCode(...this.#letters.subarray(this.#starts[index], this.#starts[index + 1]));
  }
}

/** A power of two, at least twice as many as words. */
const placesFor = (words: number): number => 2 ** Math.ceil(Math.log2(Math.max(8, 2 * words)));

function grown<T extends Uint8Array | Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < word.length; place += 1) hash = Math.imul(hash ^ word.charCodeAt(place), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
