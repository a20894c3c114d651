import { escapeMarkdown } from './escape-markdown.js';

export type JsonValue = string | number | boolean | null | JsonValue[] | Fields;
interface Fields {
  [key: string]: JsonValue;
}

/** Stands for the dollar of a "${" in the data while a skeleton is filled; no data holds it, being invisible. */
export const dollar = '\uE000';

/** The properties of each element that clients read as Markdown. Everything else (titles of actions, data, labels) is plain. */
const markdownFields: Readonly<Record<string, readonly string[]>> = {
  TextBlock: ['text'],
  'Input.Toggle': ['title'],
};
const none: readonly string[] = [];

const isFields = (value: JsonValue | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list whose entries have no type of their own, and what of them is read as Markdown. */
interface Parts {
  key: string;
  names: readonly string[];
}
const facts: Parts = { key: 'facts', names: ['title', 'value'] };
const choices: Parts = { key: 'choices', names: ['title'] };

function partsOf({ type, style, isMultiSelect }: Fields): Parts | undefined {
  if (type === 'FactSet') return facts;
  return type === 'Input.ChoiceSet' && (style === 'expanded' || isMultiSelect === true) ? choices : undefined;
}

/** The text with its dollars. @throws Error where the skeleton names a field the data does not have */
function restore(text: string): string {
  if (text.includes('${')) throw new Error('a field is missing in the data');
  return text.includes(dollar) ? text.replaceAll(dollar, '$') : text;
}

/** What comes back with a press, which stays as it is, even where it looks like an element. */
function restoreAll(value: JsonValue): JsonValue {
  if (typeof value === 'string') return restore(value);
  if (Array.isArray(value)) return value.map(restoreAll);
  if (!isFields(value)) return value;
  const restored: Fields = {};
  for (const key of Object.keys(value)) restored[key] = restoreAll(value[key] ?? null);
  return restored;
}

/**
 * What an Action.Execute does on clients that do not know it. A submit has no verb of its own, so it travels in the data.
 */
function fallbackOf({ title = '', verb = '', data }: Fields): Fields {
  return { type: 'Action.Submit', title, data: isFields(data) ? { ...data, verb } : { verb } };
}

function finishFields(fields: Fields, shown: readonly string[]): Fields {
  const finished: Fields = {};
  const parts = partsOf(fields);
  for (const key of Object.keys(fields)) {
    const value = fields[key] ?? null;
    if (key === 'data') finished[key] = restoreAll(value);
    else if (typeof value === 'string')
      finished[key] = shown.includes(key) ? escapeMarkdown(restore(value)) : restore(value);
    else if (key === parts?.key && Array.isArray(value))
      finished[key] = value.map((part) => (isFields(part) ? finishFields(part, parts.names) : finishCard(part)));
    else finished[key] = finishCard(value);
  }
  if (finished.type === 'Action.Execute') finished.fallback = fallbackOf(finished);
  return finished;
}

/**
 * Makes a filled skeleton safe to send, in one walk, since half the time of building a card went into walks: dollars are back,
 * what clients read as Markdown is escaped, and every Action.Execute has its Action.Submit.
 *
 * @throws Error where the skeleton names a field the data does not have.
 */
export function finishCard(value: JsonValue): JsonValue {
  if (typeof value === 'string') return restore(value);
  if (Array.isArray(value)) return value.map(finishCard);
  if (!isFields(value)) return value;
  return finishFields(value, markdownFields[String(value.type)] ?? none);
}

/** A finished card for which there is no room for what old clients need. */
export function withoutFallbacks(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutFallbacks);
  if (!isFields(value)) return value;
  const isAction = value.type === 'Action.Execute';
  const kept: Fields = {};
  for (const key of Object.keys(value))
    if (!isAction || key !== 'fallback')
      kept[key] = key === 'data' ? (value[key] ?? null) : withoutFallbacks(value[key] ?? null);
  return kept;
}
