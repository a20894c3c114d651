import type { AdaptiveCard } from './adaptive-card.js';
import { type Button, toButtonRows } from './button.js';
import { fillCard } from './fill-card.js';
import { saidOf } from './said-of.js';
import { shorten } from './shorten.js';

interface FieldBase {
  /** Names the value that comes back with the press. */
  id: string;
  /** What stands above the field. */
  label: string;
  value: string;
  /** What was wrong with the value that was sent, said at the field. */
  fault?: string;
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
  | (FieldBase & {
      kind: 'choice';
      choices: readonly { title: string; value: string }[];
      /** Every choice is seen at once. */
      isExpanded?: boolean;
      required?: string;
    })
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
  /** More that is to be read first, a line each. */
  leads?: readonly string[];
  /** What is said last, in small print. */
  notes?: readonly string[];
  /** What was wrong with the values that were sent; they stand in the fields again. It is read first. */
  faults?: readonly string[];
  fields: readonly FormField[];
  /** A button that needs nothing from the fields works whatever stands in them. */
  buttons: readonly (Button & { needsNoFields?: boolean })[];
}

/** What a screen reader says of the card as a whole. */
const longestSpoken = 250;

const toField = (field: FormField) => ({
  kind: field.kind,
  id: field.id,
  // In the label, so that whoever comes to the field hears what is wrong with it.
  label: field.fault === undefined ? field.label : saidOf(field.label, field.fault),
  value: field.value,
  text: field.kind === 'toggle' ? field.text : '',
  placeholder: field.kind === 'text' ? (field.placeholder ?? '') : '',
  isMultiline: field.kind === 'text' && field.isMultiline === true,
  maxLength: field.kind === 'text' ? field.maxLength : 0,
  choices: field.kind === 'choice' ? [...field.choices] : [],
  choiceStyle: field.kind === 'choice' && field.isExpanded === true ? 'expanded' : 'compact',
  isRequired: field.kind !== 'toggle' && field.required !== undefined,
  errorMessage: (field.kind !== 'toggle' && field.required) || '',
});

const needsFields = (each: Form['buttons'][number]): boolean => each.needsNoFields !== true;

/**
 * A form as a card: it works where no dialog can be opened. Its buttons bring the fields' values back beside their own data.
 */
export function formCard({ summary, title, lead, leads = [], notes = [], faults = [], fields, buttons }: Form): {
  card: AdaptiveCard;
  summary: string;
} {
  const card = fillCard('form', {
    summary,
    spoken: faults.length === 0 ? summary : shorten(faults.join(' '), longestSpoken),
    title,
    leads: [...(lead === undefined ? [] : [lead]), ...leads].map((text) => ({ text })),
    notes: notes.map((text) => ({ text })),
    faults: faults.map((text) => ({ text })),
    fields: fields.map(toField),
    buttonRows: toButtonRows(buttons).map((row) => ({
      ...row,
      buttons: row.buttons.map((each) => ({ ...each, inputs: needsFields(each) ? 'Auto' : 'None' })),
    })),
  });
  return { card, summary };
}
