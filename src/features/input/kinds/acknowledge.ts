import { labels } from '../phrases.js';
import type { InputKindRules } from './input-kind.js';
import { findTextFault, longestText, orNull, readText, readToggle, textField, toggleField } from './read-fields.js';

/** A written briefing that can be noted before the meeting. */
export const acknowledge: InputKindRules<'acknowledge'> = {
  kind: 'acknowledge',

  suggest: ({ item }) => (item.kind === 'written_briefing' ? { kind: 'acknowledge' } : undefined),

  fields: (_spec, value) => [
    toggleField({
      id: 'wantsDiscussion',
      label: labels.wantsDiscussion,
      value: String(value?.wantsDiscussion ?? false),
    }),
    textField({ id: 'text', label: labels.remark, value: value?.text ?? '' }),
  ],

  read(_spec, raw) {
    const text = readText(raw, 'text');
    const tooLong = findTextFault('text', text, longestText);
    if (tooLong !== undefined) return { faults: [tooLong] };
    return {
      value: { kind: 'acknowledge', wantsDiscussion: readToggle(raw, 'wantsDiscussion'), text: orNull(text) },
    };
  },

  summarise(_spec, { wantsDiscussion, text }) {
    const said = wantsDiscussion ? labels.seenWantsDiscussion : labels.seen;
    return text === null ? said : `${said}: ${text}`;
  },
  columns: () => [labels.seen, labels.wantsDiscussion, labels.remark],
  rows: (_spec, { wantsDiscussion, text }) => [[labels.yes, wantsDiscussion ? labels.yes : labels.no, text ?? '']],
};
