import type { FormField } from '../../../cards/form-card.js';
import { labels } from '../phrases.js';
import type { FieldFault, RawFields } from './input-kind.js';

/** The longest text a field takes, in characters: about one printed page. */
export const longestText = 4_000;
/** The longest line, such as a name. */
export const longestLine = 200;
const longestNumber = 30;
/** More choices than this are folded away. */
const mostExpanded = 6;

/** Line ends and tabs stay; what else is unseen has no place in an answer. */
const unseen = /[^\P{C}\n\t]/gu;

/** A field as text: trimmed, without control and other unseen characters; empty for anything that is no text. */
export function readText(raw: RawFields, id: string): string {
  const value = Object.hasOwn(raw, id) ? raw[id] : undefined;
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  return String(value).normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(unseen, '').trim();
}

/** A field as one line. */
export const readLine = (raw: RawFields, id: string): string => readText(raw, id).replace(/\s+/gu, ' ');

export const readToggle = (raw: RawFields, id: string): boolean => {
  const value = Object.hasOwn(raw, id) ? raw[id] : undefined;
  return value === true || value === 'true';
};

/** What is wrong with a text, if anything. */
export function findTextFault(field: string, text: string, max: number): FieldFault | undefined {
  return text.length > max ? { field, message: labels.tooLong(max, text.length) } : undefined;
}

/** An empty text is none. */
export const orNull = (text: string): string | null => (text === '' ? null : text);

type Field<K extends FormField['kind']> = Extract<FormField, { kind: K }>;
type Parts<K extends FormField['kind']> = Pick<FormField, 'id' | 'label' | 'value'> & Partial<Omit<Field<K>, 'kind'>>;

export const textField = (parts: Parts<'text'>): FormField => ({
  kind: 'text',
  isMultiline: true,
  maxLength: longestText,
  ...parts,
});

export const lineField = (parts: Parts<'text'>): FormField => ({ kind: 'text', maxLength: longestLine, ...parts });

/** Written as Danes write numbers, with a comma, which a client's own field for numbers may refuse. */
export const numberField = (parts: Parts<'text'>): FormField => ({ kind: 'text', maxLength: longestNumber, ...parts });

export const dateField = (parts: Parts<'date'>): FormField => ({ kind: 'date', ...parts });

export const choiceField = (parts: Parts<'choice'> & Pick<Field<'choice'>, 'choices'>): FormField => ({
  kind: 'choice',
  isExpanded: parts.choices.length <= mostExpanded,
  ...parts,
});

export const toggleField = (parts: Parts<'toggle'>): FormField => ({ kind: 'toggle', text: labels.yes, ...parts });
