import { escapeMarkdown } from './escape-markdown.js';
import { isPlain } from './is-plain.js';
import { removeInvisible } from './remove-invisible.js';

export type JsonValue = string | number | boolean | null | JsonValue[] | Fields;
interface Fields {
  [key: string]: JsonValue;
}

/** What the fields of a skeleton are read from. */
type Data = Readonly<Record<string, unknown>>;

/** Makes what stands at one place of a card. */
type Fill = (data: Data) => JsonValue;
/** Adds what an entry of a list becomes: the entry itself, several of them, or nothing. */
type Add = (data: Data, filled: JsonValue[]) => void;

/** A card skeleton, ready to be filled. */
export interface Skeleton {
  /** @throws Error where the data lacks a field the skeleton names, or has another kind of value in it. */
  fill(data: Data): JsonValue;
}

/** The properties of each element that clients read as Markdown. Everything else (titles of actions, data, labels) is plain. */
const markdownFields: Readonly<Record<string, readonly string[]>> = {
  TextBlock: ['text'],
  'Input.Toggle': ['title'],
};
const none: readonly string[] = [];

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Texts without what nobody sees. */
function clean(value: unknown): JsonValue {
  if (typeof value === 'string') return isPlain(value) ? value : removeInvisible(value);
  if (Array.isArray(value)) return value.map(clean);
  if (!isFields(value)) return value as JsonValue;
  const cleaned: Fields = {};
  for (const key of Object.keys(value)) cleaned[key] = clean(value[key]);
  return cleaned;
}

function read(data: Data, name: string): unknown {
  const value = Object.hasOwn(data, name) ? data[name] : undefined;
  if (value === undefined || value === null) throw new Error(`a field is missing in the data: ${name}`);
  return value;
}

/** A text of a skeleton: as it is written, or "${name}". */
const fieldName = (text: string): string | undefined => /^\$\{(\w+)\}$/.exec(text)?.[1];

function readText(text: string, isMarkdown: boolean): Fill {
  const name = fieldName(text);
  if (name === undefined && text.includes('${')) throw new Error(`only a whole text can be a field: ${text}`);
  if (name === undefined) {
    const fixed = isMarkdown ? escapeMarkdown(text) : text;
    return () => fixed;
  }
  return (data) => {
    const value = read(data, name);
    if (typeof value === 'string') return isMarkdown ? escapeMarkdown(value) : clean(value);
    if (typeof value === 'number' || typeof value === 'boolean') return value;
    throw new Error(`a field is no text: ${name}`);
  };
}

/** What comes back with a press or is chosen from, which stays as it is, even where it looks like an element. */
function readWhole(value: JsonValue | undefined): Fill {
  const name = typeof value === 'string' ? fieldName(value) : undefined;
  if (name === undefined) throw new Error('must be a field');
  return (data) => clean(read(data, name));
}

/** When an element is there: "${name}", "${name != ''}" or "${name == 'word'}". */
function readCondition(when: JsonValue): (data: Data) => boolean {
  const match = /^\$\{(\w+)(?: (==|!=) '(\w*)')?\}$/.exec(String(when));
  const name = match?.[1];
  if (name === undefined) throw new Error(`no such condition is known: ${String(when)}`);
  const [, , comparison, word] = match ?? [];
  if (comparison === undefined) return (data) => read(data, name) === true;
  return comparison === '==' ? (data) => read(data, name) === word : (data) => read(data, name) !== word;
}

/**
 * What an Action.Execute does on clients that do not know it. A submit has no verb of its own, so it travels in the data.
 */
function fallbackOf({ title = '', verb = '', data }: Fields): Fields {
  return { type: 'Action.Submit', title, data: isFields(data) ? { ...data, verb } : { verb } };
}

/** The choices of a list that shows them all are read as Markdown; those of a list that opens are not. */
function escapeChoices(set: Fields): void {
  if (!Array.isArray(set.choices) || (set.style !== 'expanded' && set.isMultiSelect !== true)) return;
  for (const choice of set.choices)
    if (isFields(choice) && typeof choice.title === 'string') choice.title = escapeMarkdown(choice.title);
}

function readField(key: string, value: JsonValue, type: string): Fill {
  if (key === 'data' || key === 'choices') return readWhole(value);
  if (typeof value === 'string') return readText(value, (markdownFields[type] ?? none).includes(key));
  return readValue(value);
}

function readElement(fields: Fields): (data: Data) => Fields {
  const type = String(fields.type);
  const fills = Object.keys(fields).map((key) => ({ key, fill: readField(key, fields[key] ?? null, type) }));
  return (data) => {
    const filled: Fields = {};
    for (const { key, fill } of fills) filled[key] = fill(data);
    if (type === 'Action.Execute') filled.fallback = fallbackOf(filled);
    if (type === 'Input.ChoiceSet') escapeChoices(filled);
    return filled;
  };
}

/** An entry of a list: once for each of its "$data", and only where its "$when" holds. */
function readEntry(entry: JsonValue): Add {
  if (!isFields(entry)) {
    const fill = readValue(entry);
    return (data, filled) => filled.push(fill(data));
  }
  const { $data, $when, ...fields } = entry;
  const fill = readElement(fields);
  const isThere = $when === undefined ? () => true : readCondition($when);
  const addOne: Add = (data, filled) => {
    if (!isFields(data)) throw new Error('an entry of the data has no fields');
    if (isThere(data)) filled.push(fill(data));
  };
  if ($data === undefined) return addOne;
  const name = fieldName(String($data));
  if (name === undefined) throw new Error(`"$data" must be a field: ${String($data)}`);
  return (data, filled) => {
    const found = read(data, name);
    for (const one of Array.isArray(found) ? found : [found]) addOne(one, filled);
  };
}

function readValue(value: JsonValue): Fill {
  if (typeof value === 'string') return readText(value, false);
  if (isFields(value)) return readElement(value);
  if (!Array.isArray(value)) return () => value;
  const entries = value.map(readEntry);
  return (data) => {
    const filled: JsonValue[] = [];
    for (const add of entries) add(data, filled);
    return filled;
  };
}

/**
 * Reads a card skeleton once, so that filling it is one walk. The skeleton's language is the part of Adaptive Cards templating that
 * our cards need: a text that is "${name}", "$data" for an element that comes once an entry, "$when" for one that may be left out. A
 * field is read from the entry it stands in, never from what is around it.
 *
 * What is filled is safe to send: invisible characters are gone, what clients read as Markdown is escaped, every Action.Execute has
 * its Action.Submit, and no value of the data can become an element or be read as a template.
 *
 * @throws Error where the skeleton says anything else.
 */
export const readSkeleton = (skeleton: JsonValue): Skeleton => ({ fill: readValue(skeleton) });

/** A filled card for which there is no room for what old clients need. */
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
