import type { AdaptiveCard } from './adaptive-card.js';
import { type Button, toButtonRows } from './button.js';
import { fillCard } from './fill-card.js';

interface FieldBase {
  /** Names the value that comes back with the press. */
  id: string;
  /** What stands above the field. */
  label: string;
  value: string;
}

/** A field of a form. Values come back as strings: a date as an ISO date, a toggle as `true` or `false`. */
export type FormField =
  | (FieldBase & {
      kind: 'text';
      /** In characters. */
      maxLength: number;
      isMultiline?: boolean;
      placeholder?: string;
      /** What is said when it is left empty; absent: it may be. */
      required?: string;
    })
  | (FieldBase & { kind: 'choice'; choices: readonly { title: string; value: string }[]; required?: string })
  | (FieldBase & { kind: 'date'; required?: string })
  | (FieldBase & {
      kind: 'toggle';
      /** What stands beside the box. */
      text: string;
    });

export interface Form {
  /** The notification. */
  summary: string;
  title: string;
  lead?: string;
  /** What was wrong with the values that were sent; they stand in the fields again. */
  faults?: readonly string[];
  fields: readonly FormField[];
  buttons: readonly Button[];
}

const toField = (field: FormField) => ({
  kind: field.kind,
  id: field.id,
  label: field.label,
  value: field.value,
  text: field.kind === 'toggle' ? field.text : '',
  placeholder: field.kind === 'text' ? (field.placeholder ?? '') : '',
  isMultiline: field.kind === 'text' && field.isMultiline === true,
  maxLength: field.kind === 'text' ? field.maxLength : 0,
  choices: field.kind === 'choice' ? [...field.choices] : [],
  isRequired: field.kind !== 'toggle' && field.required !== undefined,
  errorMessage: (field.kind !== 'toggle' && field.required) || '',
});

/**
 * A form as a card: it works where no dialog can be opened. Its buttons bring the fields' values back beside their own data.
 */
export function formCard({ summary, title, lead, faults = [], fields, buttons }: Form): {
  card: AdaptiveCard;
  summary: string;
} {
  const card = fillCard('form', {
    summary,
    title,
    leads: lead === undefined ? [] : [{ text: lead }],
    faults: faults.map((text) => ({ text })),
    fields: fields.map(toField),
    buttonRows: toButtonRows(buttons),
  });
  return { card, summary };
}
