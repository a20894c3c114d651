import { type DateMention, findDates, isImpossible, weekdayNames, weekdayOf } from '../danish/dates.js';
import { findTimeAfterKl } from '../danish/times.js';
import type { DocumentLine } from '../document-reader/document-lines.js';
import type { Finding } from '../domain/meeting-document.js';
import type { PersonName } from '../domain/person.js';
import { foldSpace } from './blocks.js';
import { finding } from './phrases/finding-phrases.js';
import { readPeople } from './read-people.js';
import { documentKinds, headLabels } from './section-headings.js';

/** What stands above the table of contents. */
export interface Head {
  /** Null where no line says "REFERAT" or "DAGSORDEN". */
  kind: 'minutes' | 'agenda' | null;
  forum: string | null;
  /** ISO date; null where none can be read. */
  date: string | null;
  startTime: string | null;
  endTime: string | null;
  place: string | null;
  participants: PersonName[];
  findings: Finding[];
}

type Label = keyof typeof headLabels;

interface Field {
  label: Label | 'title' | 'unknown';
  line: number;
  parts: string[];
  afterEmpty: boolean;
}

/** Reads the head. Lines that fit nowhere become findings that keep their words. */
export function readHead(lines: readonly DocumentLine[]): Head {
  const fields = readFields(lines);
  const title = fields.find((field) => field.label === 'title');
  const titled = title === undefined ? undefined : readDocumentTitle(textIn(title));
  const when = fields.find((field) => field.label === 'date');
  const dates = readDates(titled?.date, title?.line ?? 1, when);
  const time = when === undefined ? undefined : findTimeAfterKl(textIn(when));
  const findings = [...dates.findings, ...unknownText(fields)];
  if (time === 'impossible' && when !== undefined) findings.push(finding('impossible_time', when.line, textIn(when)));
  const clock = time === 'impossible' ? undefined : time;
  return {
    kind: titled?.kind ?? null,
    forum: titled?.forum ?? null,
    date: dates.date,
    startTime: clock?.start ?? null,
    endTime: clock?.end ?? null,
    place: textOf(fields, 'place') || null,
    participants: readPeople(textOf(fields, 'participants')),
    findings,
  };
}

/**
 * The first line of a document.
 *
 *     REFERAT Chefforum d. 13-04-2023
 *     ^^^^^^^ ^^^^^^^^^    ^^^^^^^^^^
 */
export function readDocumentTitle(
  text: string,
): { kind: 'minutes' | 'agenda'; forum: string; date: DateMention | undefined } | undefined {
  // Asked of every line of a document: the first letter answers nearly always.
  if (!/^\s*[rd]/iu.test(text)) return undefined;
  const match = /^(referat|dagsorden)(?!\p{L})\s*:?\s*(.*)$/iu.exec(foldSpace(text).slice(0, 300));
  if (match === null) return undefined;
  const [, word = '', rest = ''] = match;
  const date = findDates(rest)[0];
  const forum = (date === undefined ? rest : rest.slice(0, date.start))
    .replace(/^(?:(?:fra|af|til|for|møde i|mødet i)\s+)+/iu, '')
    .replace(/[\s,–-]+(?:d\.?|den)?\s*$/iu, '')
    .trim();
  return { kind: word.toLowerCase() === 'referat' ? documentKinds.referat : documentKinds.dagsorden, forum, date };
}

function readFields(lines: readonly DocumentLine[]): Field[] {
  const fields: Field[] = [];
  let afterEmpty = true;
  for (const line of lines) {
    if (line.text.trim() === '') {
      afterEmpty = true;
      continue;
    }
    const opened = openField(line, fields, afterEmpty);
    const open = fields.at(-1);
    if (opened !== undefined) fields.push(opened);
    else if (open !== undefined && takesMore(open, afterEmpty)) open.parts.push(line.text);
    else fields.push({ label: 'unknown', line: line.number, parts: [line.text], afterEmpty });
    afterEmpty = false;
  }
  return fields;
}

function openField(line: DocumentLine, fields: readonly Field[], afterEmpty: boolean): Field | undefined {
  const text = line.text.trim();
  if (!fields.some((field) => field.label === 'title') && readDocumentTitle(text) !== undefined) {
    return { label: 'title', line: line.number, parts: [text], afterEmpty };
  }
  for (const [label, pattern] of Object.entries(headLabels) as [Label, RegExp][]) {
    const match = pattern.exec(text);
    if (match !== null) return { label, line: line.number, parts: [text.slice(match[0].length)], afterEmpty };
  }
  return undefined;
}

/** Whether a line without a label goes on what stands above it. */
function takesMore(open: Field, afterEmpty: boolean): boolean {
  if (open.label === 'title') return open.parts.length < 4 && readDocumentTitle(textIn(open))?.date === undefined;
  if (open.parts.length === 1 && open.parts[0]?.trim() === '') return true;
  // A long list of participants is cut by pages and printed one to a line; a place or a date is not.
  return open.label === 'participants' || open.label === 'absent' || !afterEmpty;
}

function textIn(field: Field): string {
  const separator =
    field.label === 'participants' || field.label === 'absent' ? joinPeople(field.parts) : field.parts.join(' ');
  return foldSpace(separator);
}

/** Persons one to a line have no commas between them; a wrapped list breaks after a comma or inside a title. */
function joinPeople(parts: readonly string[]): string {
  const separated = parts.map((part, index) => {
    const isNext = /\)\s*$/u.test((parts[index - 1] ?? '').slice(-20)) && /^\s*\p{Lu}/u.test(part);
    return isNext ? `, ${part}` : part;
  });
  return separated.join(' ');
}

function textOf(fields: readonly Field[], label: Label): string {
  return fields
    .filter((field) => field.label === label)
    .map(textIn)
    .join(', ');
}

function unknownText(fields: readonly Field[]): Finding[] {
  return fields
    .filter((field) => field.label === 'unknown' || (field.label === 'absent' && textIn(field) !== ''))
    .map((field) => finding('text_before_first_item', field.line, textIn(field)));
}

interface ReadDates {
  date: string | null;
  findings: Finding[];
}

function readDates(titled: DateMention | undefined, titleLine: number, when: Field | undefined): ReadDates {
  const labelled = when === undefined ? undefined : findDates(textIn(when))[0];
  const findings: Finding[] = [];
  for (const [mention, line] of [
    [titled, titleLine],
    [labelled, when?.line ?? titleLine],
  ] as const) {
    if (mention === undefined) continue;
    if (isImpossible(mention)) findings.push(finding('impossible_date', line, mention.text));
    else if (isWrongWeekday(mention))
      findings.push(finding('weekday_mismatch', line, mention.text, rightWeekday(mention)));
  }
  const [first, second] = [labelled?.iso ?? null, titled?.iso ?? null];
  if (first === null || second === null || first === second) return { date: first ?? second, findings };
  findings.push(finding('meeting_date_disagrees', when?.line ?? titleLine, titled?.text ?? '', labelled?.text ?? ''));
  const titleFits = labelled?.weekday !== null && labelled?.weekday === weekdayOf(second);
  return { date: titleFits && labelled !== undefined && isWrongWeekday(labelled) ? second : first, findings };
}

export function isWrongWeekday(mention: DateMention): boolean {
  return mention.iso !== null && mention.weekday !== null && mention.weekday !== weekdayOf(mention.iso);
}

export function rightWeekday(mention: DateMention): string {
  return mention.iso === null ? '' : (weekdayNames[weekdayOf(mention.iso) - 1] ?? '');
}
