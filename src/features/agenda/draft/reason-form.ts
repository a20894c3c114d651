import { type Button, button, verbs } from '../../../cards/button.js';
import { formCard } from '../../../cards/form-card.js';
import type { Agenda } from '../../../domain/agenda.js';
import { meetingName } from '../phrases.js';
import type { Card } from './desk.js';
import { deskButtons, deskPhrases } from './desk-phrases.js';
import { formPhrases } from './form-phrases.js';

/** In characters. */
export const longestReason = 200;

/** Whether taking something off needs a word on why: only where people have seen it. */
export const lacksReason = ({ publishedAt }: Agenda, reason: string | undefined): boolean =>
  publishedAt !== null && (reason ?? '').trim() === '';

/**
 * Asks why something that people have seen is taken back, before it is: the channel is told.
 *
 * @param again it was asked before, and nothing was written.
 */
export function reasonForm(agenda: Agenda, title: string, does: Button, again: boolean): Card {
  const meeting = meetingName(agenda);
  return formCard({
    summary: `${title}: ${meeting}`,
    title,
    lead: `${meeting}. ${deskPhrases.whyLead}`,
    faults: again ? [formPhrases.reasonMissing] : [],
    fields: [
      {
        kind: 'text',
        id: 'reason',
        label: formPhrases.reason,
        value: '',
        maxLength: longestReason,
        required: formPhrases.reasonMissing,
      },
    ],
    buttons: [does, { ...button(deskButtons.back, verbs.showDraft, { agenda: agenda.id }), needsNoFields: true }],
  });
}
