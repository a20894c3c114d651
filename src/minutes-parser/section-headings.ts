import type { SectionKind } from '../domain/agenda-item.js';
import { foldSpace } from './blocks.js';

/** The headings of the case system's templates, of all the years seen. A sub-heading that only begins like one is none of them. */
const headings: Record<string, SectionKind> = {
  anledning: 'occasion',
  resumé: 'summary',
  resume: 'summary',
  resumè: 'summary',
  sagsfremstilling: 'case',
  'supplerende sagsfremstilling': 'supplementaryCase',
  indstilling: 'recommendation',
  'kommunens vision og politikker': 'vision',
  'kommunens vision og politiker': 'vision',
  økonomi: 'economy',
  lovgrundlag: 'legal',
  borgerperspektiv: 'citizens',
  historik: 'history',
  beslutning: 'decision',
  bilag: 'attachments',
  fraværende: 'absent',
};

/** Headings that may carry a colon, since no one writes them as a lead-in to something else. */
const mayHaveColon: ReadonlySet<SectionKind> = new Set(['decision', 'recommendation', 'attachments', 'absent']);

/**
 * The section a line opens, when the whole line is its heading.
 *
 *     Beslutning
 *     ^^^^^^^^^^
 *
 * "Beslutning om ny struktur" and "økonomi" (the tail of a wrapped sentence) are none.
 */
export function readSectionHeading(line: string): SectionKind | undefined {
  if (line.length > 60 || !/^\s*\p{Lu}/u.test(line)) return undefined;
  const folded = foldSpace(line).normalize('NFC');
  const kind = kindOf(folded);
  if (kind !== undefined || !folded.endsWith(':')) return kind;
  const withColon = kindOf(folded.slice(0, -1).trim());
  return withColon !== undefined && mayHaveColon.has(withColon) ? withColon : undefined;
}

function kindOf(text: string): SectionKind | undefined {
  const lower = text.toLowerCase();
  return Object.hasOwn(headings, lower) ? headings[lower] : undefined;
}

/**
 * The heading a line was probably meant to be: one letter wrong, missing or too much in a word of eight or more
 * ("Beslutnig"), or a space inside ("Beslut ning"). Only a finding comes of it.
 */
export function findMisspeltHeading(line: string): string | undefined {
  const folded = line.trim();
  if (folded.length < 7 || folded.length > 34 || !/^\p{Lu}/u.test(folded) || readSectionHeading(folded) !== undefined) {
    return undefined;
  }
  const lower = folded.toLowerCase();
  return Object.keys(headings).find((known) => known.length >= 8 && isOneEditApart(lower, known));
}

function isOneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  return endA - start <= 1 && endB - start <= 1;
}

/** The labels in the head of a document, above the table of contents. */
export const headLabels = {
  date: /^(?:mødedato|mødetidspunkt|dato)(?![\p{L}])\s*:?\s*/iu,
  place: /^(?:mødested|sted)(?![\p{L}])\s*:?\s*/iu,
  participants: /^(?:mødedeltagere|deltagere|til stede)(?![\p{L}])\s*:?\s*/iu,
  absent: /^(?:fraværende|afbud)(?![\p{L}])\s*:?\s*/iu,
} as const;

export const contentsHeading = /^(?:indholdsfortegnelse|indhold)\s*:?$/iu;

/** "REFERAT" and "DAGSORDEN", the first word of a document. */
export const documentKinds = { referat: 'minutes', dagsorden: 'agenda' } as const;

/** "Punkt 4: …", with "Lukket" before it in some years. */
export const itemHeading =
  /^(?<access>lukket |åbent )?(?:Punkt|PUNKT|punkt)\s+(?<number>\d{1,3})\s*(?<mark>:|\.(?!\d))\s*(?<title>.*)$/u;
