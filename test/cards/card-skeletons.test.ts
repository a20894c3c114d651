import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verbs } from '../../src/cards/button.js';
import { cardNames } from '../../src/cards/card-names.js';
import { type JsonValue, withoutFallbacks } from '../../src/cards/card-skeleton.js';
import { cardBytes, loadCards, maxCardBytes } from '../../src/cards/fill-card.js';
import { adaptiveCards } from '../support/adaptivecards-library.js';
import { buttonsOf } from '../support/card-contents.js';
import { makeCardExamples } from '../support/card-examples.js';

/** Elements that every Teams client draws; newer ones are missing or broken on phones. */
const allowedTypes = new Set([
  ...['AdaptiveCard', 'TextBlock', 'Container', 'ColumnSet', 'Column', 'ActionSet'],
  ...['Input.Text', 'Input.Toggle', 'Input.ChoiceSet', 'Input.Date'],
  ...['Action.Execute', 'Action.Submit', 'Action.ToggleVisibility', 'Action.ShowCard'],
]);

interface Element {
  type: string;
  parent: string;
  fields: Record<string, unknown>;
}

/** Every element of a card, in reading order; what buttons carry is no element. */
function elementsOf(value: unknown, parent = ''): Element[] {
  if (Array.isArray(value)) return value.flatMap((entry) => elementsOf(entry, parent));
  if (typeof value !== 'object' || value === null) return [];
  const fields = value as Record<string, unknown>;
  const type = typeof fields.type === 'string' ? fields.type : parent;
  const own = typeof fields.type === 'string' ? [{ type, parent, fields }] : [];
  const inner = Object.entries(fields).filter(([key]) => key !== 'data');
  return [...own, ...inner.flatMap(([, entry]) => elementsOf(entry, type))];
}

const skeletons = cardNames.map((name) => {
  const text = readFileSync(new URL(`../../cards/${name}.json`, import.meta.url), 'utf8');
  return { name, skeleton: JSON.parse(text) as Record<string, unknown> };
});
const examples = await makeCardExamples();

describe('the card skeletons', () => {
  it('are all there and all known, and load at start', () => {
    const files = readdirSync(new URL('../../cards/', import.meta.url)).filter((file) => file.endsWith('.json'));
    expect(files.sort()).toEqual([...cardNames].map((name) => `${name}.json`).sort());
    expect(loadCards).not.toThrow();
  });

  it.each(skeletons)(
    '$name uses only elements every client draws, in version 1.5, and says it is Danish',
    ({ skeleton }) => {
      expect(
        elementsOf(skeleton)
          .map(({ type }) => type)
          .filter((type) => !allowedTypes.has(type)),
      ).toEqual([]);
      expect(skeleton).toMatchObject({ version: '1.5', lang: 'da' });
      expect(skeleton.fallbackText, 'what an old client shows').toBe('$' + '{summary}');
      expect(['$' + '{summary}', '$' + '{spoken}'], 'what is read aloud').toContain(skeleton.speak);
    },
  );

  it.each(skeletons)('$name wraps every text, and says nothing by colour alone', ({ skeleton }) => {
    for (const { type, fields } of elementsOf(skeleton)) {
      if (type === 'TextBlock') expect(fields.wrap, JSON.stringify(fields)).toBe(true);
      expect(fields.color, 'colour').toBeUndefined();
    }
  });

  it.each(skeletons)('$name labels every input', ({ skeleton }) => {
    for (const { type, fields } of elementsOf(skeleton))
      if (type.startsWith('Input.')) expect(fields.label, JSON.stringify(fields)).toEqual(expect.any(String));
  });

  it('are each shown by an example', () => {
    expect([...new Set(examples.map(({ card }) => card))].sort()).toEqual([...cardNames].sort());
  });
});

describe.each(examples)('the filled card $title', ({ filled, summary }) => {
  it('carries no field a chat client fails on: one whose name React keeps for itself breaks the press', () => {
    for (const { data } of buttonsOf(filled)) expect(Object.keys(data as object)).not.toContain('key');
  });

  it('passes the Adaptive Cards checker without a remark', () => {
    const card = new adaptiveCards.AdaptiveCard();
    const context = new adaptiveCards.SerializationContext();
    card.parse(filled, context);
    const remarks = [
      ...Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message),
      ...card.validateProperties().validationEvents.map(({ message }) => message),
    ];
    // The checker's pattern for languages remembers its last match, and so refuses every second "da".
    expect(remarks.filter((remark) => remark !== 'Invalid value "da" for property "lang".')).toEqual([]);
  });

  it('keeps every button in a set of its own, with a fallback that carries the verb where there is room', () => {
    const known: readonly string[] = Object.values(verbs);
    const executes = elementsOf(filled).filter(({ type }) => type === 'Action.Execute');
    const fallbackOf = ({ title, data, verb }: Record<string, unknown>) => ({
      type: 'Action.Submit',
      title,
      data: { ...(data as object), verb },
    });
    const lean = withoutFallbacks(filled as JsonValue);
    const needed = executes.map(({ fields }) => JSON.stringify({ fallback: fallbackOf(fields) }).length - 1);
    const hasRoom = cardBytes(lean) + 2 * needed.reduce((sum, length) => sum + length, 0) <= maxCardBytes;
    for (const { parent, fields } of executes) {
      expect(parent).toBe('ActionSet');
      expect(known).toContain(fields.verb);
      expect(fields.fallback).toEqual(hasRoom ? fallbackOf(fields) : undefined);
    }
  });

  it('never has more buttons beside each other than a small phone can show', () => {
    for (const { type, fields } of elementsOf(filled)) {
      if (type !== 'ActionSet') continue;
      const titles = (fields.actions as { title: string }[]).map(({ title }) => title);
      expect(titles.join('    ').length, titles.join(' | ')).toBeLessThanOrEqual(32);
      expect(titles).not.toEqual([]);
    }
  });

  it('keeps within its size, and tells what it is in the notification', () => {
    expect(cardBytes(filled)).toBeLessThanOrEqual(maxCardBytes);
    expect(summary).toMatch(/^\p{Lu}.{9,}/u);
    expect(filled.fallbackText).toBe(summary);
  });
});
