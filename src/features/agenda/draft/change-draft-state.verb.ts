import { z } from 'zod';
import { button, verbs } from '../../../cards/button.js';
import { readPress } from '../../../cards/read-press.js';
import type { Agenda } from '../../../domain/agenda.js';
import { nextAgendaState } from '../../../domain/agenda-state.js';
import type { PersonKey } from '../../../domain/person-key.js';
import type { Operation } from '../../../domain/rights.js';
import type { CardVerb } from '../../../routing/routes.js';
import { endAgenda, undoChange, unscheduleAgenda } from '../agenda-actions.js';
import type { AgendaDesk, Card } from './desk.js';
import { deskButtons, deskPhrases } from './desk-phrases.js';
import { seen } from './draft-card.js';
import { pressedRevision } from './pressed.js';
import { lacksReason, longestReason, reasonForm } from './reason-form.js';
import { viewDraft, withAgenda } from './view-draft.js';

const pressed = pressedRevision.extend({
  to: z.enum(['undo', 'unschedule', 'withdraw', 'cancel', 'restore']),
  /** Absent: not asked for yet. */
  reason: z.string().max(longestReason).optional(),
});

type Change = z.infer<typeof pressed>['to'];

const operationOf: Readonly<Record<Change, Operation>> = {
  undo: 'draft_agenda',
  unschedule: 'publish_agenda',
  withdraw: 'withdraw_agenda',
  cancel: 'withdraw_agenda',
  restore: 'publish_agenda',
};

function make(desk: AgendaDesk, agenda: Agenda, to: Change, by: PersonKey, reason?: string): Promise<Agenda> {
  switch (to) {
    case 'undo':
      return undoChange(desk, agenda, by);
    case 'unschedule':
      return unscheduleAgenda(desk, agenda, by);
    default:
      return endAgenda(desk, agenda, to, by, reason);
  }
}

const leadOf = (before: Agenda, to: Change): string =>
  ({
    undo: deskPhrases.undone,
    unschedule: deskPhrases.unscheduled,
    withdraw: before.publishedAt === null ? deskPhrases.withdrawnDraft : deskPhrases.withdrawnPublished,
    cancel: deskPhrases.cancelled,
    restore: deskPhrases.restored,
  })[to];

/** What is asked before an agenda that is out is taken back, or its meeting cancelled. */
function askWhy(agenda: Agenda, to: 'withdraw' | 'cancel', again: boolean): Card {
  const [title, name] =
    to === 'withdraw'
      ? [deskPhrases.withdrawTitle, deskButtons.withdraw]
      : [deskPhrases.cancelTitle, deskButtons.cancel];
  return reasonForm(agenda, title, button(name, verbs.changeDraftState, { ...seen(agenda), to }), again);
}

/** Undoes the newest change, or changes what becomes of the agenda as a whole. */
export function createChangeDraftStateVerb(desk: AgendaDesk): CardVerb<z.infer<typeof pressed>> {
  return {
    verb: verbs.changeDraftState,
    read: (data) => readPress(pressed, data),
    run: (turn, { to, reason, ...press }) =>
      withAgenda(desk, turn, press, operationOf[to], async (agenda, by) => {
        const takesBack = to === 'withdraw' || to === 'cancel';
        if (takesBack && nextAgendaState(agenda.state, to) !== undefined && lacksReason(agenda, reason))
          return askWhy(agenda, to, reason !== undefined);
        return viewDraft(desk, await make(desk, agenda, to, by, reason), { lead: leadOf(agenda, to) });
      }),
  };
}
