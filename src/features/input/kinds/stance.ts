import type { StanceChoice } from '../../../domain/input.js';
import { labels, stanceTitles } from '../phrases.js';
import type { InputKindRules } from './input-kind.js';
import { choiceField, findTextFault, longestText, orNull, readLine, readText, textField } from './read-fields.js';

const choices: readonly StanceChoice[] = ['no_remarks', 'remarks', 'wants_discussion', 'reservation'];
const isChoice = (text: string): text is StanceChoice => choices.some((choice) => choice === text);

/** Where a department stands on an item: asked of what is to be decided or discussed. */
export const stance: InputKindRules<'stance'> = {
  kind: 'stance',

  suggest: ({ item, standing }) =>
    standing === null && (item.kind === 'decision' || item.kind === 'discussion') ? { kind: 'stance' } : undefined,

  fields: (_spec, value) => [
    choiceField({
      id: 'choice',
      label: labels.stance,
      choices: choices.map((choice) => ({ value: choice, title: stanceTitles[choice] })),
      value: value?.choice ?? '',
      required: labels.stanceMissing,
    }),
    textField({ id: 'text', label: labels.remark, value: value?.text ?? '' }),
  ],

  read(_spec, raw) {
    const choice = readLine(raw, 'choice');
    const text = readText(raw, 'text');
    const tooLong = findTextFault('text', text, longestText);
    const faults = tooLong === undefined ? [] : [tooLong];
    if (!isChoice(choice)) return { faults: [{ field: 'choice', message: labels.stanceMissing }, ...faults] };
    // "Bemærkninger" without one, or a reservation nobody can read, helps no chair.
    if (text === '' && (choice === 'remarks' || choice === 'reservation'))
      faults.push({ field: 'text', message: labels.remarkMissing(stanceTitles[choice]) });
    return faults.length > 0 ? { faults } : { value: { kind: 'stance', choice, text: orNull(text) } };
  },

  summarise: (_spec, { choice, text }) => (text === null ? stanceTitles[choice] : `${stanceTitles[choice]}: ${text}`),
  columns: () => [labels.stanceColumn, labels.remark],
  rows: (_spec, { choice, text }) => [[stanceTitles[choice], text ?? '']],
};
