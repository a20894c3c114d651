import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SearchField, searchFields, sharesPlace } from '../../../src/domain/search-entry.js';
import {
  AskedTerms,
  decodeFields,
  decodeSet,
  decodeTermIds,
  encodeFields,
  encodeSet,
} from '../../../src/store/sqlite/term-lists.js';

const vocabulary = ['budget', 'skole', '~skole', 'aar:2024', 'ferie', 'dato:2024-03-07', 'plan'];
/** Numbers of one, two, three and more bytes. */
const numbers = new Map(vocabulary.map((term, place) => [term, 1 + 37 ** place]));
const numberOf = (term: string): number => numbers.get(term) ?? 0;
const texts = fc.record(
  Object.fromEntries(
    searchFields.map((name) => [name, fc.array(fc.constantFrom(...vocabulary), { maxLength: 30 })]),
  ) as Record<SearchField, fc.Arbitrary<string[]>>,
);

describe('the terms of an entry as bytes', () => {
  test('come back as they were, each at the place of its word', () => {
    fc.assert(
      fc.property(texts, (fields) => {
        const bytes = encodeFields(fields, numberOf);
        const ids = decodeTermIds(bytes);
        const read = decodeFields(bytes, new AskedTerms([...numbers].map(([term, id]) => ({ id, term }))));
        for (const name of searchFields) {
          const terms = fields[name];
          expect(ids[name]).toEqual(terms.map(numberOf));
          const places = new Map<string, number[]>();
          let length = 0;
          for (const term of terms) {
            if (!sharesPlace(term)) length += 1;
            places.set(term, [...(places.get(term) ?? []), length]);
          }
          expect(read[name]).toEqual({ length, places });
        }
      }),
    );
  });

  test('come back as a set', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 40 })), (ids) => {
        expect(decodeSet(encodeSet(ids))).toEqual([...new Set(ids)].sort((one, other) => one - other));
      }),
      { examples: [[[5, 0, 5]]] },
    );
  });

  test('end in a damaged store, and never in a wrong or endless reading, when bytes are missing', () => {
    const fields = Object.fromEntries(searchFields.map((name) => [name, ['budget', 'skole', 'plan']])) as Record<
      SearchField,
      string[]
    >;
    const bytes = encodeFields(fields, numberOf);
    for (let length = 0; length < bytes.length; length += 1)
      expect(() => decodeTermIds(bytes.subarray(0, length))).toThrow(
        expect.objectContaining({ code: 'store_damaged' }),
      );
    expect(() => decodeSet(Buffer.alloc(40, 255))).toThrow(expect.objectContaining({ code: 'store_damaged' }));
  });
});
