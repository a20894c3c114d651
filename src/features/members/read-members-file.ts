import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { isoDate } from '../../danish/dates.js';
import { AppError } from '../../domain/app-error.js';
import { type Role, roles } from '../../domain/role.js';

/** One line of a list of members. */
export interface MemberRow {
  /** Where it stands in the file, for faults: `line 7`, `entry 3`. */
  place: string;
  objectId: string;
  name: string;
  title: string | null;
  /** The department's name in those days; null: outside the departments. */
  department: string | null;
  /** Its other names and abbreviations. */
  aliases: string[];
  /** `deputy`: stands in for the member of `deputyFor`. */
  role: Role | 'deputy';
  deputyFor: string | null;
  from: string;
  to: string | null;
}

export interface MembersFile {
  rows: MemberRow[];
  /** English, one a line; with any, nothing of the file is to be used. */
  faults: string[];
  /** English: what is passed over. */
  notes: string[];
}

const columns = [
  'entra_object_id',
  'name',
  'title',
  'department',
  'department_aliases',
  'role',
  'from',
  'to',
  'deputy_for',
] as const;
const required = ['entra_object_id', 'name', 'role', 'from'] as const;

/** Far more than any forum has; a larger file is not a list of members. */
const limits = { bytes: 2_000_000, rows: 5_000, text: 200 } as const;

function isDate(value: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  return isoDate(Number(year), Number(month), Number(day)) === value;
}

const text = z.string().trim().max(limits.text, `longer than ${limits.text} characters`);
const guid = text
  .toLowerCase()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'not an Entra object id (a GUID)');
const date = text.refine(isDate, 'not a date as YYYY-MM-DD');
const optional = <T extends z.ZodType>(type: T) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? null : (value ?? null)), type.nullable());

const rowShape = z
  .object({
    entra_object_id: guid,
    name: text.min(1, 'missing'),
    title: optional(text),
    department: optional(text),
    department_aliases: z.preprocess(
      (value) => (typeof value === 'string' ? value.split('|') : (value ?? [])),
      z.array(text).max(50),
    ),
    role: z.enum([...roles, 'deputy'], `must be one of ${[...roles, 'deputy'].join(', ')}`),
    deputy_for: optional(guid),
    from: date,
    to: optional(date),
  })
  .refine(({ from, to }) => to === null || from <= to, { path: ['to'], error: 'before from' })
  .refine(({ role, deputy_for }) => (role === 'deputy') === (deputy_for !== null), {
    path: ['deputy_for'],
    error: 'goes with the role deputy, and only with it',
  });

interface RawRow {
  place: string;
  value: Record<string, unknown>;
}

/** The separator is the one that stands more often in the first line: Danish Excel writes semicolons. */
function delimiterOf(csv: string): string {
  const [head = ''] = csv.split('\n', 1);
  const count = (character: string): number => head.split(character).length - 1;
  return [';', ',', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best));
}

function readCsv(csv: string): RawRow[] {
  try {
    const records: { record: Record<string, string>; info: { lines: number } }[] = parse(csv, {
      bom: true,
      columns: (head: string[]) => head.map((name) => name.trim().toLowerCase()),
      delimiter: delimiterOf(csv),
      info: true,
      skip_empty_lines: true,
      max_record_size: 20_000,
    });
    return records.map(({ record, info }) => ({ place: `line ${info.lines}`, value: record }));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'unknown';
    throw new AppError('invalid_input', `the file cannot be read as CSV: ${reason}`, { cause });
  }
}

function readJson(json: string): RawRow[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new AppError('invalid_input', 'the file cannot be read as JSON', { cause });
  }
  const entries = z.array(z.record(z.string(), z.unknown())).safeParse(value);
  if (!entries.success) throw new AppError('invalid_input', 'the file is not a JSON list of members');
  return entries.data.map((entry, index) => ({ place: `entry ${index + 1}`, value: entry }));
}

function toRow({ place, value }: RawRow): { row: MemberRow } | { faults: string[] } {
  const read = rowShape.safeParse(value);
  if (!read.success)
    return {
      faults: read.error.issues.map(({ path, message }) => `${place}: ${String(path[0] ?? 'row')}: ${message}`),
    };
  const { entra_object_id, name, title, department, department_aliases, role, deputy_for, from, to } = read.data;
  const aliases = [...new Set(department_aliases.filter((alias) => alias !== '' && alias !== department))];
  return {
    row: { place, objectId: entra_object_id, name, title, department, aliases, role, deputyFor: deputy_for, from, to },
  };
}

/**
 * Reads a list of members: CSV with a line of column names (`seeds/members.csv` shows them), or a JSON list of objects
 * with the same names.
 *
 * @throws AppError `invalid_input` when the file is neither, or far too large.
 */
export function readMembersFile(fileName: string, bytes: Uint8Array): MembersFile {
  if (bytes.length > limits.bytes) throw new AppError('invalid_input', `the file is larger than ${limits.bytes} bytes`);
  let content: string;
  try {
    content = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError('invalid_input', 'the file is not UTF-8 text; in Excel, save it as "CSV UTF-8"', { cause });
  }
  const raw = fileName.toLowerCase().endsWith('.json') ? readJson(content) : readCsv(content);
  if (raw.length > limits.rows) throw new AppError('invalid_input', `the file has more than ${limits.rows} members`);

  const known: readonly string[] = columns;
  const given = [...new Set(raw.flatMap(({ value }) => Object.keys(value)))];
  const missing = required.filter((column) => !given.includes(column));
  if (raw.length === 0) return { rows: [], faults: ['the file holds no members'], notes: [] };
  if (missing.length > 0)
    return { rows: [], faults: missing.map((column) => `column ${column} is missing`), notes: [] };

  const read = raw.map(toRow);
  return {
    rows: read.flatMap((entry) => ('row' in entry ? [entry.row] : [])),
    faults: read.flatMap((entry) => ('faults' in entry ? entry.faults : [])),
    notes: given.filter((column) => !known.includes(column)).map((column) => `unknown column ${column}: passed over`),
  };
}
