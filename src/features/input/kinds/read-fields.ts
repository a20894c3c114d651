import { labels } from '../phrases.js';
import type { FieldFault, FormField, RawFields } from './input-kind.js';

/** The longest text a field takes, in characters: about one printed page. */
export const longestText = 4_000;
/** The longest line, such as a name. */
export const longestLine = 200;

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

type FieldParts = Pick<FormField, 'id' | 'label' | 'value'> & Partial<FormField>;

const plain = { choices: [], isRequired: false, errorText: '', maxLength: null } as const;

export const textField = (parts: FieldParts): FormField => ({
  ...plain,
  type: 'text',
  maxLength: longestText,
  errorText: labels.atMost(longestText),
  ...parts,
});

export const lineField = (parts: FieldParts): FormField => ({
  ...plain,
  type: 'line',
  maxLength: longestLine,
  errorText: labels.atMost(longestLine),
  ...parts,
});

export const choiceField = (parts: FieldParts & Pick<FormField, 'choices'>): FormField => ({
  ...plain,
  type: 'choice',
  isRequired: true,
  errorText: labels.choiceMissing,
  ...parts,
});

export const toggleField = (parts: FieldParts): FormField => ({ ...plain, type: 'toggle', ...parts });
