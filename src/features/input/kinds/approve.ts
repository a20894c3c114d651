import type { FormField } from '../../../cards/form-card.js';
import { shorten } from '../../../cards/shorten.js';
import { labels } from '../phrases.js';
import type { InputKindRules, ValueOf } from './input-kind.js';
import { choiceField, findTextFault, longestText, numberField, readLine, readText, textField } from './read-fields.js';
import type { Surroundings } from './surroundings.js';

const approved = 'approved';
const corrected = 'corrected';
/** The correction is to no item in particular. */
const wholeMinutes = 'whole';

const longestTitle = 80;

/** To which item: one of the minutes' own where they are in the archive, else a number. */
function itemField(correction: ValueOf<'approve'>['correction'], items: Surroundings['minutesItems']): FormField {
  const number = correction?.itemNumber?.toString();
  if (items === null || items.length === 0)
    return numberField({ id: 'itemNumber', label: labels.correctionItem, value: number ?? '' });
  return choiceField({
    id: 'itemNumber',
    label: labels.correctionWhere,
    isExpanded: false,
    value: number ?? (correction === null ? '' : wholeMinutes),
    choices: [
      { value: wholeMinutes, title: labels.wholeMinutes },
      ...items.map((item) => ({
        value: String(item.number),
        title: shorten(`${item.number}  ${item.topic}`, longestTitle),
      })),
    ],
  });
}

/** What is wrong with the number of an item, if anything. */
function findNumberFault(number: string, items: Surroundings['minutesItems']): string | undefined {
  if (number === '') return undefined;
  if (!/^[1-9]\d{0,2}$/.test(number)) return labels.correctionItemFault;
  const isKnown = items === null || items.length === 0 || items.some((item) => item.number === Number(number));
  return isKnown ? undefined : labels.correctionItemUnknown(Number(number));
}

/** The last minutes: approved, or a correction to one of their items. */
export const approve: InputKindRules<'approve'> = {
  kind: 'approve',

  suggest: ({ standing }) => (standing === 'approval' ? { kind: 'approve', meetingId: null } : undefined),

  fields: (_spec, value, { minutesItems }) => [
    choiceField({
      id: 'choice',
      label: labels.approval,
      choices: [
        { value: approved, title: labels.approved },
        { value: corrected, title: labels.hasCorrection },
      ],
      value: value === null ? '' : value.approved ? approved : corrected,
      required: labels.approvalMissing,
    }),
    itemField(value?.correction ?? null, minutesItems),
    textField({ id: 'text', label: labels.correction, value: value?.correction?.text ?? '' }),
  ],

  read(_spec, raw, { minutesItems }) {
    const choice = readLine(raw, 'choice');
    const text = readText(raw, 'text');
    const chosen = readLine(raw, 'itemNumber');
    const number = chosen === wholeMinutes ? '' : chosen;
    if (choice === approved) return { value: { kind: 'approve', approved: true, correction: null } };
    if (choice !== corrected) return { faults: [{ field: 'choice', message: labels.approvalMissing }] };
    const faults = [];
    const tooLong = findTextFault('text', text, longestText);
    if (tooLong !== undefined) faults.push(tooLong);
    if (text === '') faults.push({ field: 'text', message: labels.correctionMissing });
    const wrongNumber = findNumberFault(number, minutesItems);
    if (wrongNumber !== undefined) faults.push({ field: 'itemNumber', message: wrongNumber });
    if (faults.length > 0) return { faults };
    const itemNumber = number === '' ? null : Number(number);
    return { value: { kind: 'approve', approved: false, correction: { itemNumber, text } } };
  },

  summarise(_spec, { correction }) {
    if (correction === null) return labels.approved;
    return correction.itemNumber === null
      ? `${labels.correction}: ${correction.text}`
      : `${labels.correctionTo(correction.itemNumber)}: ${correction.text}`;
  },
  columns: () => [labels.approved, labels.correctionItem, labels.correction],
  rows: (_spec, { approved: isApproved, correction }) => [
    [isApproved ? labels.yes : labels.no, correction?.itemNumber?.toString() ?? '', correction?.text ?? ''],
  ],
};
