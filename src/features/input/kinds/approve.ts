import { labels } from '../phrases.js';
import type { InputKindRules } from './input-kind.js';
import { choiceField, findTextFault, longestText, numberField, readLine, readText, textField } from './read-fields.js';

const approved = 'approved';
const corrected = 'corrected';

/** The last minutes: approved, or a correction to one of their items. */
export const approve: InputKindRules<'approve'> = {
  kind: 'approve',

  suggest: ({ standing }) => (standing === 'approval' ? { kind: 'approve', meetingId: null } : undefined),

  fields: (_spec, value) => [
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
    numberField({
      id: 'itemNumber',
      label: labels.correctionItem,
      value: value?.correction?.itemNumber?.toString() ?? '',
    }),
    textField({ id: 'text', label: labels.correction, value: value?.correction?.text ?? '' }),
  ],

  read(_spec, raw) {
    const choice = readLine(raw, 'choice');
    const text = readText(raw, 'text');
    const number = readLine(raw, 'itemNumber');
    if (choice === approved) return { value: { kind: 'approve', approved: true, correction: null } };
    if (choice !== corrected) return { faults: [{ field: 'choice', message: labels.approvalMissing }] };
    const faults = [];
    const tooLong = findTextFault('text', text, longestText);
    if (tooLong !== undefined) faults.push(tooLong);
    if (text === '') faults.push({ field: 'text', message: labels.correctionMissing });
    if (number !== '' && !/^[1-9]\d{0,2}$/.test(number))
      faults.push({ field: 'itemNumber', message: labels.correctionItemFault });
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
