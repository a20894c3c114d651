import type { FormField } from '../../../cards/form-card.js';
import type { AgendaEntry } from '../../../domain/agenda.js';
import type { InputKind, InputRequestSpec, InputValue } from '../../../domain/input.js';
import type { Surroundings } from './surroundings.js';

export type SpecOf<K extends InputKind> = Extract<InputRequestSpec, { kind: K }>;
export type ValueOf<K extends InputKind> = Extract<InputValue, { kind: K }>;

/** What came back with a press: whatever the person's client sent. */
export type RawFields = Readonly<Record<string, unknown>>;

export interface FieldFault {
  /** The field's id. */
  field: string;
  /** Danish: what to do. */
  message: string;
}

export type ReadValue<V> = { value: V } | { faults: FieldFault[] };

/** One kind of request: everything that is special to it. Pure. */
export interface InputKindRules<K extends InputKind> {
  kind: K;
  /** What is asked about an entry when the secretary says nothing else; undefined: this kind is not asked. */
  suggest(entry: AgendaEntry): SpecOf<K> | undefined;
  /** The controls, filled with the answer there is; their ids are unique in the form of one request. */
  fields(spec: SpecOf<K>, value: ValueOf<K> | null, around: Surroundings): FormField[];
  /** Reads untrusted fields, with every fault at once. */
  read(spec: SpecOf<K>, raw: RawFields, around: Surroundings): ReadValue<ValueOf<K>>;
  /** One line of Danish, unescaped. */
  summarise(spec: SpecOf<K>, value: ValueOf<K>, around: Pick<Surroundings, 'entries'>): string;
  /** Headings of the export's columns. */
  columns(spec: SpecOf<K>): string[];
  /** The answer in the export, in the order of the columns: one row, or one for each person named. */
  rows(spec: SpecOf<K>, value: ValueOf<K>, around: Pick<Surroundings, 'entries'>): string[][];
}
