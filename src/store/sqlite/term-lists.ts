import { type CandidateField, type SearchField, searchFields, sharesPlace } from '../../domain/search-entry.js';
import { damagedRow } from '../document-content.js';
import { byField, type FieldTerms } from './entry-terms.js';

/*
 * The terms and words of an entry as bytes: numbers of the list of terms, seven bits to a byte, the lowest first; a byte
 * from 128 on has more after it. Small numbers, which common terms have, take one byte.
 */

/** Enough for any number: a list of terms has fewer than 2^42. */
const mostBytesEach = 6;

/** Writes the numbers one after another. */
function toBytes(numbers: ArrayLike<number>): Buffer {
  const bytes = Buffer.allocUnsafe(numbers.length * mostBytesEach);
  let end = 0;
  for (let index = 0; index < numbers.length; index += 1) {
    let rest = numbers[index] ?? 0;
    while (rest >= 128) {
      bytes[end] = (rest % 128) + 128;
      end += 1;
      rest = Math.floor(rest / 128);
    }
    bytes[end] = rest;
    end += 1;
  }
  return bytes.subarray(0, end);
}

/** Reads numbers back; a damaged list ends in an error and never in an endless loop. */
class NumberReader {
  readonly #bytes: Uint8Array;
  #place = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#place >= this.#bytes.length;
  }

  next(): number {
    // Nearly all numbers take two bytes at most.
    const first = this.#bytes[this.#place] ?? 128;
    if (first < 128) {
      this.#place += 1;
      return first;
    }
    const second = this.#bytes[this.#place + 1] ?? 128;
    if (second < 128) {
      this.#place += 2;
      return (first & 127) | (second << 7);
    }
    return this.#nextLong();
  }

  #nextLong(): number {
    let number = 0;
    for (let factor = 1; factor < 2 ** 42; factor *= 128) {
      const byte = this.#bytes[this.#place];
      if (byte === undefined) break;
      this.#place += 1;
      number += (byte & 127) * factor;
      if (byte < 128) return number;
    }
    throw damagedRow('a search entry');
  }
}

/** All fields in order, each its number of terms and the terms; the lowest bit says that a term shares its word's place. */
export function encodeFields(fields: FieldTerms, idOf: (term: string) => number): Buffer {
  const numbers: number[] = [];
  for (const name of searchFields) {
    numbers.push(fields[name].length);
    for (const term of fields[name]) numbers.push(2 * idOf(term) + (sharesPlace(term) ? 1 : 0));
  }
  return toBytes(numbers);
}

/** The numbers of every field's terms, in order. */
export function decodeTermIds(bytes: Uint8Array): Record<SearchField, number[]> {
  const reader = new NumberReader(bytes);
  const readField = (): number[] => {
    const ids: number[] = [];
    for (let left = reader.next(); left > 0; left -= 1) ids.push(Math.floor(reader.next() / 2));
    return ids;
  };
  return byField(readField);
}

const slots = 4096;

/** Terms to be found among the many of an entry, by their numbers. */
export class AskedTerms {
  readonly #terms = new Map<number, string>();
  /** 1 where a number with these last bits is asked for: nearly every number is told apart without a look into the map. */
  readonly #mayBe = new Uint8Array(slots);

  constructor(asked: Iterable<{ id: number; term: string }>) {
    for (const { id, term } of asked) {
      this.#terms.set(id, term);
      this.#mayBe[id % slots] = 1;
    }
  }

  get(id: number): string | undefined {
    return this.#mayBe[id % slots] === 0 ? undefined : this.#terms.get(id);
  }
}

/** Most fields of an entry hold nothing of what was asked, and a thousand fields are read for each question. */
const nothing: CandidateField['places'] = new Map();

/** What the fields say of the asked terms. */
export function decodeFields(bytes: Uint8Array, asked: AskedTerms): Record<SearchField, CandidateField> {
  const reader = new NumberReader(bytes);
  const readField = (): CandidateField => {
    let places: Map<string, number[]> | undefined;
    let length = 0;
    for (let left = reader.next(); left > 0; left -= 1) {
      const number = reader.next();
      if (number % 2 === 0) length += 1;
      const term = asked.get(Math.floor(number / 2));
      if (term === undefined) continue;
      const known = places?.get(term);
      if (known !== undefined) {
        known.push(length);
        continue;
      }
      places ??= new Map();
      places.set(term, [length]);
    }
    return { length, places: places ?? nothing };
  };
  return byField(readField);
}

/** A set of numbers: ascending, each as its distance from the one before. */
export function encodeSet(ids: readonly number[]): Buffer {
  const ascending = Float64Array.from(ids).sort();
  const distances: number[] = [];
  let before: number | undefined;
  for (const id of ascending) {
    if (id !== before) distances.push(id - (before ?? 0));
    before = id;
  }
  return toBytes(distances);
}

export function decodeSet(bytes: Uint8Array): number[] {
  const reader = new NumberReader(bytes);
  const ids: number[] = [];
  while (!reader.atEnd) ids.push((ids.at(-1) ?? 0) + reader.next());
  return ids;
}
