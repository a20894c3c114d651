import { attendanceTitles, labels } from '../phrases.js';
import type { FieldFault, InputKindRules, ValueOf } from './input-kind.js';
import {
  choiceField,
  findTextFault,
  lineField,
  longestLine,
  longestText,
  orNull,
  readLine,
  readText,
  textField,
} from './read-fields.js';
import { entryAt, numbersNow, type Surroundings } from './surroundings.js';

type Attends = ValueOf<'availability'>['attends'];

const choices: readonly Attends[] = ['whole', 'part', 'absent'];
const isChoice = (text: string): text is Attends => choices.some((choice) => choice === text);

/** Numbers of items as people list them: "3, 5 og 7". */
function readNumbers(text: string): number[] | undefined {
  const parts = text.split(/(?:\s|,|;|\bog\b)+/u).filter((part) => part !== '');
  return parts.every((part) => /^[1-9]\d{0,2}$/.test(part)) ? [...new Set(parts.map(Number))] : undefined;
}

/** The ids of the items that have the numbers now, so that an answer follows when items are renumbered; and the numbers none has. */
function findEntries(entries: Surroundings['entries'], numbers: readonly number[]) {
  return {
    known: numbers.flatMap((number) => entryAt(entries, number)?.id ?? []),
    unknown: numbers.filter((number) => entryAt(entries, number) === undefined),
  };
}

/** Whether the person comes to the meeting, to all of it, and who comes instead. */
export const availability: InputKindRules<'availability'> = {
  kind: 'availability',

  // Asked of the meeting, not of an item.
  suggest: () => undefined,

  fields: (_spec, value, { entries }) => [
    choiceField({
      id: 'attends',
      label: labels.attends,
      choices: choices.map((choice) => ({ value: choice, title: attendanceTitles[choice] })),
      value: value?.attends ?? '',
      required: labels.attendsMissing,
    }),
    lineField({
      id: 'absentFrom',
      label: labels.absentFrom,
      value: numbersNow(entries, value?.absentFrom ?? []).join(', '),
    }),
    lineField({ id: 'deputy', label: labels.deputy, value: value?.deputy ?? '' }),
    textField({ id: 'text', label: labels.remark, value: value?.text ?? '' }),
  ],

  read(_spec, raw, { entries }) {
    const attends = readLine(raw, 'attends');
    const deputy = readLine(raw, 'deputy');
    const text = readText(raw, 'text');
    const numbers = readNumbers(readLine(raw, 'absentFrom'));
    const faults: FieldFault[] = [
      findTextFault('deputy', deputy, longestLine),
      findTextFault('text', text, longestText),
    ].filter((fault) => fault !== undefined);
    if (!isChoice(attends)) return { faults: [{ field: 'attends', message: labels.attendsMissing }, ...faults] };
    const { known, unknown } = findEntries(entries, attends === 'part' ? (numbers ?? []) : []);
    if (attends === 'part' && (numbers === undefined || numbers.length === 0))
      faults.push({ field: 'absentFrom', message: labels.absentFromMissing });
    if (unknown.length > 0) faults.push({ field: 'absentFrom', message: labels.absentFromUnknown(unknown) });
    if (faults.length > 0) return { faults };
    return {
      value: {
        kind: 'availability',
        attends,
        absentFrom: known,
        deputy: attends === 'whole' ? null : orNull(deputy),
        text: orNull(text),
      },
    };
  },

  summarise(_spec, { attends, absentFrom, deputy, text }, { entries }) {
    const title = attendanceTitles[attends];
    const numbers = numbersNow(entries, absentFrom);
    const what = numbers.length > 0 ? `${title} (${labels.notAt} ${numbers.join(', ')})` : title;
    const who = deputy === null ? '' : `, ${labels.deputyShort}: ${deputy}`;
    return `${what}${who}${text === null ? '' : `. ${text}`}`;
  },
  columns: () => [labels.attends, labels.absentFrom, labels.deputy, labels.remark],
  rows: (_spec, { attends, absentFrom, deputy, text }, { entries }) => [
    [attendanceTitles[attends], numbersNow(entries, absentFrom).join(', '), deputy ?? '', text ?? ''],
  ],
};
