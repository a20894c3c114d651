import { escapeMarkdown } from './escape-markdown.js';

type Fields = Record<string, unknown>;

/** The properties of each element that clients read as Markdown. Everything else (titles of actions, data, labels) is plain. */
const markdownFields: Readonly<Record<string, readonly string[]>> = {
  TextBlock: ['text'],
  'Input.Toggle': ['title'],
};

const none: readonly string[] = [];

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function escapeFields(fields: Fields, names: readonly string[]): Fields {
  if (names.length === 0) return fields;
  const escaped = { ...fields };
  for (const name of names) {
    const value = fields[name];
    if (typeof value === 'string') escaped[name] = escapeMarkdown(value);
  }
  return escaped;
}

const escapeEach = (value: unknown, names: readonly string[]): unknown =>
  Array.isArray(value) ? value.map((entry) => (isFields(entry) ? escapeFields(entry, names) : entry)) : value;

/** A FactSet's facts and an expanded ChoiceSet's choices have no type of their own. */
function escapeParts(element: Fields): Fields {
  if (element.type === 'FactSet') return { ...element, facts: escapeEach(element.facts, ['title', 'value']) };
  if (element.type === 'Input.ChoiceSet' && (element.style === 'expanded' || element.isMultiSelect === true))
    return { ...element, choices: escapeEach(element.choices, ['title']) };
  return element;
}

/**
 * Escapes what a card shows as Markdown. Data that comes back with a press is left as it is, even where it looks like
 * an element.
 */
export function escapeCardTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(escapeCardTexts);
  if (!isFields(value)) return value;
  const escaped = escapeParts(escapeFields(value, markdownFields[String(value.type)] ?? none));
  const shown: Fields = {};
  for (const [key, entry] of Object.entries(escaped)) shown[key] = key === 'data' ? entry : escapeCardTexts(entry);
  return shown;
}
