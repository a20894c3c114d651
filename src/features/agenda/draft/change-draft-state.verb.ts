import { z } from 'zod';
import { verbs } from '../../../cards/button.js';
import { readPress } from '../../../cards/read-press.js';
import type { Agenda } from '../../../domain/agenda.js';
import type { PersonKey } from '../../../domain/person-key.js';
import type { Operation } from '../../../domain/rights.js';
import type { CardVerb } from '../../../routing/routes.js';
import { endAgenda, undoChange, unscheduleAgenda } from '../agenda-actions.js';
import type { AgendaDesk } from './desk.js';
import { deskPhrases } from './desk-phrases.js';
import { pressedRevision } from './pressed.js';
import { viewDraft, withAgenda } from './view-draft.js';

const pressed = pressedRevision.extend({ to: z.enum(['undo', 'unschedule', 'withdraw', 'cancel', 'restore']) });

type Change = z.infer<typeof pressed>['to'];

const operationOf: Readonly<Record<Change, Operation>> = {
  undo: 'draft_agenda',
  unschedule: 'publish_agenda',
  withdraw: 'withdraw_agenda',
  cancel: 'withdraw_agenda',
  restore: 'publish_agenda',
};

function make(desk: AgendaDesk, agenda: Agenda, to: Change, by: PersonKey): Promise<Agenda> {
  switch (to) {
    case 'undo':
      return undoChange(desk, agenda, by);
    case 'unschedule':
      return unscheduleAgenda(desk, agenda, by);
    default:
      return endAgenda(desk, agenda, to, by);
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

/** Undoes the newest change, or changes what becomes of the agenda as a whole. */
export function createChangeDraftStateVerb(desk: AgendaDesk): CardVerb<z.infer<typeof pressed>> {
  return {
    verb: verbs.changeDraftState,
    read: (data) => readPress(pressed, data),
    run: (turn, { to, ...press }) =>
      withAgenda(desk, turn, press, operationOf[to], async (agenda, by) =>
        viewDraft(desk, await make(desk, agenda, to, by), { lead: leadOf(agenda, to) }),
      ),
  };
}
