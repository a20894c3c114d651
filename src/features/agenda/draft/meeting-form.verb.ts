import { z } from 'zod';
import { button, verbs } from '../../../cards/button.js';
import { pressedId, readPress } from '../../../cards/read-press.js';
import { toLocalTime } from '../../../danish/date-format.js';
import { addDays } from '../../../danish/dates.js';
import type { Agenda } from '../../../domain/agenda.js';
import { liveAgendaStates } from '../../../domain/agenda-state.js';
import { AppError } from '../../../domain/app-error.js';
import { homeTenant } from '../../../domain/home-tenant.js';
import type { PersonKey } from '../../../domain/person-key.js';
import type { CardVerb } from '../../../routing/routes.js';
import type { Turn } from '../../../routing/turn.js';
import { editAgenda } from '../agenda-actions.js';
import { findLastMinutes } from '../last-minutes.js';
import { meetingName } from '../phrases.js';
import { createDraft } from './create-draft.js';
import { defaultDeadline } from './default-deadline.js';
import { type AgendaDesk, agendaFor, askWhichForum, type Card, forumsFor, meantForum } from './desk.js';
import { deskButtons, deskPhrases } from './desk-phrases.js';
import { seen } from './draft-card.js';
import { formPhrases } from './form-phrases.js';
import {
  type MeetingFacts,
  type MeetingFields,
  meetingFields,
  meetingFieldsOf,
  meetingForm,
  readMeetingForm,
} from './meeting-form.js';
import { viewDraft, withAgenda } from './view-draft.js';

const ofAgenda = { agenda: pressedId.optional(), revision: z.number().int().min(1).optional() };
const pressed = z.object({ ...ofAgenda, forum: pressedId.optional() });
const pressedForm = pressed.extend({ ...meetingFields.shape, reason: z.string().max(200).default('') });

/** The usual distance between two meetings, in days. */
const usualInterval = 14;

interface FormView {
  values: MeetingFields;
  faults?: readonly string[];
}

function changeForm(agenda: Agenda, { values, faults = [] }: FormView): Card {
  const isOut = agenda.publishedAt !== null;
  return meetingForm({
    title: deskPhrases.changeMeeting,
    lead: isOut ? deskPhrases.whyLead : meetingName(agenda),
    values,
    faults,
    asksWhy: isOut,
    buttons: [
      button(deskButtons.save, verbs.saveMeetingForm, seen(agenda)),
      button(deskButtons.back, verbs.showDraft, { agenda: agenda.id }),
    ],
  });
}

function newForm(forum: { id: string; name: string }, { values, faults = [] }: FormView): Card {
  return meetingForm({
    title: deskPhrases.newAgenda,
    lead: `${forum.name}. ${deskPhrases.newAgendaLead}`,
    values,
    faults,
    asksWhy: false,
    buttons: [
      button(deskButtons.save, verbs.saveMeetingForm, { forum: forum.id }),
      button(deskButtons.back, verbs.showDrafts),
    ],
  });
}

/** The next meeting as it would be if nothing changed: two weeks after the last one known, same time and place. */
async function guessNext(desk: AgendaDesk, forumId: string): Promise<MeetingFacts> {
  const now = desk.clock.now();
  const today = toLocalTime(now).date;
  const known = await desk.agendas.listAgendas(forumId, [...liveAgendaStates, 'archived']);
  const last = known.at(-1);
  const lastMinutes = await findLastMinutes(desk.minutes, { forumId, date: addDays(today, 1) });
  let date = addDays(last?.date ?? lastMinutes?.date ?? today, usualInterval);
  while (date <= today) date = addDays(date, usualInterval);
  return {
    date,
    startTime: last?.startTime ?? lastMinutes?.startTime ?? '09:00',
    endTime: last?.endTime ?? null,
    place: last?.place ?? lastMinutes?.place ?? null,
    inputDeadlineAt: defaultDeadline(date, now, desk.workingDays),
  };
}

/** The forum a new agenda is for; undefined where the sender makes agendas for several and has chosen none. */
async function forumFor(desk: AgendaDesk, turn: Turn, chosen: string | undefined) {
  const { rights, forumIds, person } = await forumsFor(desk, turn, 'draft_agenda');
  const forumId = meantForum(forumIds, chosen);
  if (forumId === undefined) return { forumIds, person };
  rights.require(forumId, 'draft_agenda', 'closed');
  const forum = await desk.forums.findForum(homeTenant, forumId);
  if (forum === undefined) throw new AppError('not_found', 'no such forum');
  return { forum, forumIds, person };
}

const askForum = (desk: AgendaDesk, forumIds: readonly string[]): Promise<Card> =>
  askWhichForum(desk, forumIds, deskPhrases.whichForum, verbs.showMeetingForm);

/** Opens the form of a meeting, or of a new one. */
export function createShowMeetingFormVerb(desk: AgendaDesk): CardVerb<z.infer<typeof pressed>> {
  return {
    verb: verbs.showMeetingForm,
    read: (data) => readPress(pressed, data),
    async run(turn, { agenda: agendaId, forum: forumId }) {
      if (agendaId !== undefined) {
        const { agenda } = await agendaFor(desk, turn, agendaId);
        return changeForm(agenda, { values: meetingFieldsOf(agenda) });
      }
      const { forum, forumIds } = await forumFor(desk, turn, forumId);
      if (forum === undefined) return askForum(desk, forumIds);
      return newForm(forum, { values: meetingFieldsOf(await guessNext(desk, forum.id)) });
    },
  };
}

const sameFacts = (one: MeetingFacts, other: MeetingFacts): boolean =>
  JSON.stringify(meetingFieldsOf(one)) === JSON.stringify(meetingFieldsOf(other));

type Pressed = z.infer<typeof pressedForm>;

async function saveChange(desk: AgendaDesk, agenda: Agenda, by: PersonKey, press: Pressed): Promise<Card> {
  const { agenda: _, revision, forum: __, reason, ...values } = press;
  const read = readMeetingForm(values);
  if ('faults' in read) return changeForm(agenda, { values, faults: read.faults });
  if (revision !== undefined && revision < agenda.revision) {
    const before = await desk.agendas.getAgendaAt(agenda.id, revision);
    if (!sameFacts(before, agenda)) return changeForm(agenda, { values, faults: [formPhrases.changedMeanwhile] });
  }
  return viewDraft(desk, await editAgenda(desk, agenda, { ...agenda, ...read.facts }, by, { reason }));
}

/** Saves the form: what was written comes back where it cannot be read, or somebody changed the same meanwhile. */
export function createSaveMeetingFormVerb(desk: AgendaDesk): CardVerb<Pressed> {
  return {
    verb: verbs.saveMeetingForm,
    read: (data) => readPress(pressedForm, data),
    async run(turn, press) {
      if (press.agenda !== undefined)
        return withAgenda(desk, turn, { agenda: press.agenda }, 'draft_agenda', (agenda, by) =>
          saveChange(desk, agenda, by, press),
        );
      const { forum, forumIds, person } = await forumFor(desk, turn, press.forum);
      if (forum === undefined) return askForum(desk, forumIds);
      const { agenda: _, revision: __, forum: ___, reason: ____, ...values } = press;
      const read = readMeetingForm(values);
      if ('faults' in read) return newForm(forum, { values, faults: read.faults });
      try {
        return viewDraft(desk, await createDraft(desk, forum, read.facts, person));
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'conflict' || error.reply === undefined) throw error;
        return newForm(forum, { values, faults: [error.reply] });
      }
    },
  };
}
