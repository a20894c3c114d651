import type { FormField } from '../../../cards/form-card.js';
import { labels, nominates } from '../phrases.js';
import type { FieldFault, InputKindRules, SpecOf } from './input-kind.js';
import { findTextFault, lineField, longestLine, orNull, readLine, readToggle, toggleField } from './read-fields.js';

/** More than this many names are collected some other way. */
export const mostNominated = 5;

/** How many persons each department names at least and at most. */
export type NominationRange = Pick<SpecOf<'nomination'>, 'atLeast' | 'atMost'>;

/** How many are named at least and at most, in few characters: "2", "1-3". */
export const rangeOf = ({ atLeast, atMost }: NominationRange): string =>
  atLeast === atMost ? `${atMost}` : `${atLeast}-${atMost}`;

const nameId = (index: number): string => `name${index + 1}`;
const titleId = (index: number): string => `title${index + 1}`;

/** Each department names its persons. Naming nobody is an answer too. */
export const nomination: InputKindRules<'nomination'> = {
  kind: 'nomination',

  suggest({ item }) {
    const asked = [item.topic, ...(item.recommendation?.points ?? [])];
    return item.kind === 'nomination' || asked.some((text) => nominates.test(text))
      ? { kind: 'nomination', atLeast: 1, atMost: 1 }
      : undefined;
  },

  fields(spec, value) {
    const fields: FormField[] = [];
    for (let index = 0; index < spec.atMost; index += 1) {
      const person = value?.persons[index];
      const number = spec.atMost === 1 ? null : index + 1;
      fields.push(
        lineField({
          id: nameId(index),
          label: labels.nominatedName(number, index >= spec.atLeast),
          value: person?.name ?? '',
        }),
        lineField({ id: titleId(index), label: labels.nominatedTitle(number), value: person?.title ?? '' }),
      );
    }
    const isNobody = value !== null && value.persons.length === 0;
    return [...fields, toggleField({ id: 'nobody', label: labels.nobody, value: String(isNobody) })];
  },

  read(spec, raw) {
    const faults: FieldFault[] = [];
    const persons: { name: string; title: string | null }[] = [];
    for (let index = 0; index < spec.atMost; index += 1) {
      const name = readLine(raw, nameId(index));
      const title = readLine(raw, titleId(index));
      const tooLong = [
        findTextFault(nameId(index), name, longestLine),
        findTextFault(titleId(index), title, longestLine),
      ].filter((fault) => fault !== undefined);
      faults.push(...tooLong);
      if (name !== '') persons.push({ name, title: orNull(title) });
      else if (title !== '') faults.push({ field: nameId(index), message: labels.nameMissing });
    }
    const isNobody = readToggle(raw, 'nobody');
    if (isNobody && persons.length > 0) faults.push({ field: 'nobody', message: labels.nobodyAndName });
    if (!isNobody && persons.length < spec.atLeast && faults.length === 0)
      faults.push({ field: nameId(persons.length), message: labels.tooFewNames(spec.atLeast, spec.atMost) });
    return faults.length > 0 ? { faults } : { value: { kind: 'nomination', persons } };
  },

  summarise: (_spec, { persons }) =>
    persons.length === 0
      ? labels.nobody
      : persons.map(({ name, title }) => (title === null ? name : `${name} (${title})`)).join(', '),
  columns: () => [labels.nominatedName(null, false), labels.nominatedTitle(null)],
  rows: (_spec, { persons }) =>
    persons.length === 0 ? [[labels.nobody, '']] : persons.map(({ name, title }) => [name, title ?? '']),
};
