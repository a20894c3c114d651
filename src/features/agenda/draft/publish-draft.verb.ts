import { z } from 'zod';
import { button, verbs } from '../../../cards/button.js';
import { formCard } from '../../../cards/form-card.js';
import { readPress } from '../../../cards/read-press.js';
import { toLocalTime } from '../../../danish/date-format.js';
import { toInstant } from '../../../danish/local-time.js';
import { readClock } from '../../../danish/times.js';
import type { Agenda } from '../../../domain/agenda.js';
import { AppError } from '../../../domain/app-error.js';
import type { CardVerb } from '../../../routing/routes.js';
import { publishAgenda, scheduleAgenda } from '../agenda-actions.js';
import { checkAgenda } from '../check/check-agenda.js';
import { meetingName } from '../phrases.js';
import { type AgendaDesk, agendaFor, type Card } from './desk.js';
import { deskButtons, deskPhrases } from './desk-phrases.js';
import { seen } from './draft-card.js';
import { findingsCard } from './findings-card.js';
import { formPhrases } from './form-phrases.js';
import { readDateField } from './meeting-form.js';
import { pressedRevision } from './pressed.js';
import { viewDraft, withAgenda } from './view-draft.js';

/** Nothing goes out while something odd has neither been mended nor accepted. */
async function findingsBefore(desk: AgendaDesk, agenda: Agenda): Promise<Card | undefined> {
  if (agenda.state !== 'draft' && agenda.state !== 'scheduled') return undefined;
  const check = await checkAgenda(desk, agenda);
  return check.open.length === 0 ? undefined : findingsCard(agenda, check);
}

/** Publishes an agenda with one press; where something is odd, that is shown first. */
export function createPublishDraftVerb(desk: AgendaDesk): CardVerb<z.infer<typeof pressedRevision>> {
  return {
    verb: verbs.publishDraft,
    read: (data) => readPress(pressedRevision, data),
    run: (turn, press) =>
      withAgenda(desk, turn, press, 'publish_agenda', async (agenda, by) => {
        const odd = await findingsBefore(desk, agenda);
        if (odd !== undefined) return odd;
        return viewDraft(desk, await publishAgenda(desk, agenda, by), { lead: deskPhrases.published });
      }),
  };
}

const longestDay = 20;
const longestTime = 10;
/** When people begin their day. */
const usualTime = '8.00';

interface ScheduleFields {
  date: string;
  time: string;
}

function scheduleForm(agenda: Agenda, { date, time }: ScheduleFields, faults: readonly string[] = []): Card {
  return formCard({
    summary: `${deskPhrases.scheduleTitle}: ${meetingName(agenda)}`,
    title: deskPhrases.scheduleTitle,
    lead: meetingName(agenda),
    faults,
    fields: [
      { kind: 'date', id: 'date', label: formPhrases.publishDate, value: date, required: formPhrases.dateMissing },
      {
        kind: 'text',
        id: 'time',
        label: formPhrases.publishTime,
        value: time,
        maxLength: longestTime,
        required: formPhrases.timeMissing,
      },
    ],
    buttons: [
      button(deskButtons.schedule, verbs.scheduleDraft, seen(agenda)),
      button(deskButtons.back, verbs.showDraft, { agenda: agenda.id }),
    ],
  });
}

/** Asks when an agenda is to be published by itself. */
export function createShowScheduleFormVerb(desk: AgendaDesk): CardVerb<z.infer<typeof pressedRevision>> {
  return {
    verb: verbs.showScheduleForm,
    read: (data) => readPress(pressedRevision, data),
    async run(turn, { agenda: agendaId }) {
      const { agenda } = await agendaFor(desk, turn, agendaId, 'publish_agenda');
      const odd = await findingsBefore(desk, agenda);
      if (odd !== undefined) return odd;
      const next = desk.workingDays.nextWorkingTime(new Date(desk.clock.now().getTime() + 24 * 3_600_000));
      return scheduleForm(agenda, { date: toLocalTime(next).date, time: usualTime });
    },
  };
}

const pressedForm = pressedRevision.extend({
  date: z.string().max(longestDay).default(''),
  time: z.string().max(longestTime).default(''),
});

function readTime({ date, time }: ScheduleFields): { at: Date } | { faults: string[] } {
  const day = readDateField(date);
  const clock = readClock(time);
  const faults = [
    ...(day === undefined ? [date === '' ? formPhrases.dateMissing : formPhrases.dateFault(date)] : []),
    ...(clock === undefined ? [time === '' ? formPhrases.timeMissing : formPhrases.timeFault(time)] : []),
  ];
  return day === undefined || clock === undefined ? { faults } : { at: toInstant(day, clock) };
}

/** Plans when an agenda is published. */
export function createScheduleDraftVerb(desk: AgendaDesk): CardVerb<z.infer<typeof pressedForm>> {
  return {
    verb: verbs.scheduleDraft,
    read: (data) => readPress(pressedForm, data),
    run: (turn, { date, time, ...press }) =>
      withAgenda(desk, turn, press, 'publish_agenda', async (agenda, by) => {
        const read = readTime({ date, time });
        if ('faults' in read) return scheduleForm(agenda, { date, time }, read.faults);
        try {
          const planned = await scheduleAgenda(desk, agenda, read.at, by);
          return viewDraft(desk, planned, { lead: deskPhrases.scheduled(read.at) });
        } catch (error) {
          if (!(error instanceof AppError) || error.code !== 'invalid_input') throw error;
          return scheduleForm(agenda, { date, time }, [error.reply ?? error.message]);
        }
      }),
  };
}
