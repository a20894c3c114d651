import type { AdaptiveCard } from './adaptive-card.js';
import { type Button, button, toButtonRows } from './button.js';
import { fillCard } from './fill-card.js';

export interface ListRow {
  title: string;
  /** Below the title, small; empty: nothing. */
  text: string;
  button: Button | null;
}

export interface ListGroup {
  /** Empty: none. */
  heading: string;
  rows: readonly ListRow[];
}

export interface ListPage {
  title: string;
  summary: string;
  /** Below the title, a paragraph each. */
  leads: readonly string[];
  groups: readonly ListGroup[];
  /** Below the rows, small. */
  notes?: readonly string[];
  buttons?: readonly Button[];
}

/** Rows under headings, each with a button or none. A group without rows is left out. */
export function listCard({ title, summary, leads, groups, notes = [], buttons = [] }: ListPage): {
  card: AdaptiveCard;
  summary: string;
} {
  const toText = (text: string) => ({ text });
  const noButton = button('', '');
  const card = fillCard('list', {
    title,
    summary,
    leads: leads.map(toText),
    groups: groups
      .filter(({ rows }) => rows.length > 0)
      .map(({ heading, rows }) => ({
        heading,
        rows: rows.map((row) => ({ ...row, hasButton: row.button !== null, button: row.button ?? noButton })),
      })),
    notes: notes.map(toText),
    buttonRows: toButtonRows(buttons),
  });
  return { card, summary };
}
