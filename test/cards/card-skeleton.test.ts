import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardNames } from '../../src/cards/card-names.js';
import { type JsonValue, readSkeleton, withoutFallbacks } from '../../src/cards/card-skeleton.js';
import { parseTemplate } from '../support/templating-library.js';

const numRuns = process.env.REFERENT_LONG === undefined ? 20 : 1_000;

const written = (name: string): JsonValue =>
  JSON.parse(readFileSync(new URL(`../../cards/${name}.json`, import.meta.url), 'utf8'));

/** What a skeleton reads in one place: texts and the like, and lists of entries that are read in their turn. */
interface Shape {
  values: Map<string, fc.Arbitrary<unknown>>;
  lists: Map<string, Shape>;
}

// Nothing that is escaped or removed, for the library knows of neither.
const text = fc.constantFrom('', 'Budget 2027', 'Økonomi & Stab', 'Torsdag 13. april 2023', 'kl. 9.00–11.00');
const carried = fc.record({ agenda: fc.uuid(), page: fc.nat() });
const choices = fc.array(fc.record({ title: text, value: text }), { maxLength: 3 });
const words = fc.constantFrom('', 'text', 'choice', 'date', 'toggle', 'Andet');

const nameIn = (value: unknown): string | undefined => /^\$\{(\w+)/.exec(String(value))?.[1];

function arbitraryFor(key: string, when: string): fc.Arbitrary<unknown> {
  if (key === 'data') return carried;
  if (key === 'choices') return choices;
  if (key !== '$when') return text;
  return when.includes('!=') ? text : when.includes('==') ? words : fc.boolean();
}

function readShape(value: JsonValue, shape: Shape = { values: new Map(), lists: new Map() }): Shape {
  if (Array.isArray(value)) for (const entry of value) readShape(entry, shape);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return shape;
  const list = nameIn(value.$data);
  const known = list === undefined ? shape : (shape.lists.get(list) ?? { values: new Map(), lists: new Map() });
  if (list !== undefined) shape.lists.set(list, known);
  for (const [key, inner] of Object.entries(value)) {
    const name = typeof inner === 'string' && key !== '$data' ? nameIn(inner) : undefined;
    // A text that is also asked whether it is there keeps being a text.
    if (name !== undefined && !(key === '$when' && known.values.has(name)))
      known.values.set(name, arbitraryFor(key, String(inner)));
    readShape(inner, known);
  }
  return shape;
}

const dataOf = ({ values, lists }: Shape): fc.Arbitrary<Record<string, unknown>> =>
  fc.record({
    ...Object.fromEntries(values),
    ...Object.fromEntries([...lists].map(([name, shape]) => [name, fc.array(dataOf(shape), { maxLength: 3 })])),
  });

const fill = (skeleton: JsonValue, data: Record<string, unknown>): JsonValue => readSkeleton(skeleton).fill(data);

describe('a card skeleton', () => {
  it.each(cardNames)('%s is filled as Adaptive Cards templating fills it', (name) => {
    const ours = readSkeleton(written(name));
    const theirs = parseTemplate(written(name));
    fc.assert(
      fc.property(dataOf(readShape(written(name))), (data) => {
        expect(withoutFallbacks(ours.fill(data))).toEqual(theirs.expand({ $root: data }));
      }),
      { numRuns },
    );
  });

  const field = '$' + '{text}';
  const block = (changes: Record<string, JsonValue>): JsonValue => ({ type: 'TextBlock', ...changes });

  it.each([
    ['a text around a field', block({ text: `Punkt ${field}` })],
    ['a function', block({ text: '$' + "{if(true, 'ja', 'nej')}" })],
    ['a field of a field', block({ text: '$' + '{item.text}' })],
    ['a condition that is neither "there", "is" nor "is not"', [block({ $when: '$' + '{count > 3}', text: field })]],
    ['a list that is written out', [block({ $data: ['a'] as JsonValue, text: field })]],
    ['what a button carries, written out', { type: 'Action.Execute', data: { page: 1 } }],
  ])('that says more than it may is refused when it is read: %s', (_what, skeleton) => {
    expect(() => readSkeleton(skeleton)).toThrow(Error);
  });

  it('reads a field from the entry it stands in, never from what is around it', () => {
    const skeleton: JsonValue = [block({ $data: '$' + '{lines}', text: field })];
    expect(fill(skeleton, { text: 'ude', lines: [{ text: 'inde' }] })).toEqual([{ type: 'TextBlock', text: 'inde' }]);
    expect(() => fill(skeleton, { text: 'ude', lines: [{}] })).toThrow('a field is missing in the data: text');
    expect(() => fill(skeleton, { text: 'ude', lines: ['inde'] })).toThrow('an entry of the data has no fields');
  });

  it('takes only own fields of the data for fields', () => {
    expect(() => fill(block({ text: '$' + '{constructor}' }), {})).toThrow('a field is missing');
  });

  it('never lets the data bring an element', () => {
    for (const value of [{ type: 'Image', url: 'https://ond.example' }, ['tekst'], [{ type: 'TextBlock' }]])
      expect(() => fill(block({ text: field }), { text: value })).toThrow('a field is no text: text');
  });

  it('shows the choices of a list that opens as they are, and escapes those that are all seen', () => {
    const skeleton: JsonValue = {
      type: 'Input.ChoiceSet',
      style: '$' + '{style}',
      choices: '$' + '{choices}',
    };
    const choices = [{ title: '*Ja*', value: '*ja*' }];
    expect(fill(skeleton, { style: 'compact', choices })).toMatchObject({ choices });
    expect(fill(skeleton, { style: 'expanded', choices })).toMatchObject({
      choices: [{ title: '\\*Ja\\*', value: '*ja*' }],
    });
    expect(choices[0]?.title).toBe('*Ja*');
  });
});
