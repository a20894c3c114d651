import { z } from 'zod';
import { button, verbs } from '../../../cards/button.js';
import { formCard } from '../../../cards/form-card.js';
import { pressedId, pressedPage, readPress } from '../../../cards/read-press.js';
import { toLocalTime } from '../../../danish/date-format.js';
import { isoDate } from '../../../danish/dates.js';
import { toInstant } from '../../../danish/local-time.js';
import { readClock } from '../../../danish/times.js';
import { AppError } from '../../../domain/app-error.js';
import { readStandings } from '../../../domain/counting-answers.js';
import type { InputRound } from '../../../domain/input.js';
import type { CardVerb } from '../../../routing/routes.js';
import type { Turn } from '../../../routing/turn.js';
import type { Card } from '../brief/brief-card.js';
import { readRoundState } from '../follow-round.js';
import { namedAsNow, unaskedDepartments } from '../round/plan-respondents.js';
import { deskButtons, deskReplies, deskPhrases as phrases, roundNotes } from './desk-phrases.js';
import { askJoined, closeRoundNow, findJoined, remindNow, setDeadline } from './round-actions.js';
import { type InputDesk, type ManagedRound, managedRound, requireSeen } from './round-desk.js';
import { type StatusView, statusCard } from './status-card.js';

const pressed = z.object({ round: pressedId, page: pressedPage });
const seen = { round: pressedId, revision: z.number().int().min(1) };
const pressedChange = z.object({ ...seen, to: z.enum(['remind', 'close', 'ask']) });
const pressedForm = z.object(seen);
const pressedDeadline = pressedForm.extend({
  date: z.string().max(20).default(''),
  time: z.string().max(10).default(''),
});
const pressedLate = z.object({
  round: pressedId,
  answer: pressedId,
  verdict: z.enum(['accepted', 'set_aside', 'waiting']),
});

/** The status card of a round as it stands. */
export async function viewStatus(
  desk: InputDesk,
  roundId: string,
  view: Pick<StatusView, 'page' | 'lead' | 'decided'> = {},
): Promise<Card> {
  const round = await desk.input.getRound(roundId);
  const state = await readRoundState(desk, round);
  const [notes, joined, { departments }] = await Promise.all([
    desk.input.listNotes(round.id),
    findJoined(desk, round, state.agenda),
    desk.members.getRegister(round.forumId),
  ]);
  const unasked = unaskedDepartments(departments, [...state.respondents, ...joined]);
  const named = { ...state, respondents: namedAsNow(state.respondents, departments) };
  return statusCard(named, { ...view, notes, joined, unasked, now: desk.clock.now() });
}

/** Does something with a round; whoever was overtaken, or asks for what cannot be, gets the newest card and is told why. */
async function withRound(
  desk: InputDesk,
  turn: Turn,
  pressedRound: { round: string; revision?: number },
  work: (managed: ManagedRound) => Promise<Card>,
): Promise<Card> {
  const managed = await managedRound(desk, turn, pressedRound.round);
  try {
    if (pressedRound.revision !== undefined) requireSeen(managed.round, pressedRound.revision);
    return await work(managed);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict' || error.reply === undefined) throw error;
    return viewStatus(desk, managed.round.id, { lead: error.reply });
  }
}

export function createShowStatusVerb(desk: InputDesk): CardVerb<z.infer<typeof pressed>> {
  return {
    verb: verbs.showInputStatus,
    read: (data) => readPress(pressed, data),
    run: (turn, { page, ...of }) => withRound(desk, turn, of, ({ round }) => viewStatus(desk, round.id, { page })),
  };
}

/** "Påmind nu", "Luk nu", and asking those who joined. */
export function createChangeRoundVerb(desk: InputDesk): CardVerb<z.infer<typeof pressedChange>> {
  const leads = {
    remind: async ({ round, noteOf }: ManagedRound) => phrases.reminded(await remindNow(desk, round, noteOf)),
    async close({ round, noteOf }: ManagedRound) {
      await closeRoundNow(desk, round, noteOf);
      return phrases.closedNow;
    },
    ask: async ({ round, noteOf }: ManagedRound) =>
      phrases.asked((await askJoined(desk, round, noteOf)).map(({ name }) => name)),
  };
  return {
    verb: verbs.changeInputRound,
    read: (data) => readPress(pressedChange, data),
    run: (turn, { to, ...of }) =>
      withRound(desk, turn, of, async (managed) =>
        viewStatus(desk, managed.round.id, { lead: await leads[to](managed) }),
      ),
  };
}

const shownTime = (time: string): string => time.replace(/^0(?=\d)/, '').replace(':', '.');

export function deadlineForm(
  round: InputRound,
  values: { date: string; time: string },
  faults: readonly string[] = [],
): Card {
  const isOpen = round.state === 'open';
  const title = isOpen ? phrases.deadlineTitle : phrases.reopenTitle;
  return formCard({
    summary: title,
    title,
    lead: isOpen ? phrases.deadlineLead(round.deadlineAt) : phrases.reopenLead,
    faults,
    fields: [
      { kind: 'date', id: 'date', label: phrases.date, value: values.date, required: deskReplies.dateMissing },
      { kind: 'text', id: 'time', label: phrases.time, value: values.time, maxLength: 10 },
    ],
    buttons: [
      button(deskButtons.save, verbs.saveDeadline, { round: round.id, revision: round.revision }),
      { ...button(deskButtons.back, verbs.showInputStatus, { round: round.id }), needsNoFields: true },
    ],
  });
}

export function createShowDeadlineFormVerb(desk: InputDesk): CardVerb<z.infer<typeof pressedForm>> {
  return {
    verb: verbs.showDeadlineForm,
    read: (data) => readPress(pressedForm, data),
    run: (turn, { round: roundId }) =>
      withRound(desk, turn, { round: roundId }, async ({ round }) => {
        const { date, time } = toLocalTime(round.deadlineAt);
        return deadlineForm(round, { date, time: shownTime(time) });
      }),
  };
}

/** Reads the form, or says in Danish what is wrong with it, a line each. */
function readDeadline(values: { date: string; time: string }): { at: Date } | { faults: string[] } {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(values.date.trim()) ?? [];
  const date = isoDate(Number(year), Number(month), Number(day));
  const time = readClock(values.time);
  if (date !== undefined && time !== undefined) return { at: toInstant(date, time) };
  return {
    faults: [
      ...(date === undefined ? [deskReplies.dateMissing] : []),
      ...(time === undefined ? [deskReplies.timeFault(values.time.trim())] : []),
    ],
  };
}

/** Saves another deadline: what was written comes back where it cannot be one. */
export function createSaveDeadlineVerb(desk: InputDesk): CardVerb<z.infer<typeof pressedDeadline>> {
  return {
    verb: verbs.saveDeadline,
    read: (data) => readPress(pressedDeadline, data),
    run: (turn, { date, time, ...of }) =>
      withRound(desk, turn, of, async ({ round, noteOf }) => {
        const read = readDeadline({ date, time });
        if ('faults' in read) return deadlineForm(round, { date, time }, read.faults);
        try {
          const saved = await setDeadline(desk, round, read.at, noteOf);
          const said = round.state === 'open' ? phrases.extended : phrases.reopened;
          return await viewStatus(desk, round.id, { lead: said(saved.deadlineAt) });
        } catch (error) {
          const isFault =
            error instanceof AppError &&
            (error.reply === deskReplies.deadlinePast || error.reply === deskReplies.deadlineAfterMeeting);
          if (!isFault || error.reply === undefined) throw error;
          return deadlineForm(round, { date, time }, [error.reply]);
        }
      }),
  };
}

const leadOfVerdict = { accepted: 'accepted', set_aside: 'setAside', waiting: 'waiting' } as const;

/** "Tag med", "Lad ligge", and taking either back. */
export function createDecideLateVerb(desk: InputDesk): CardVerb<z.infer<typeof pressedLate>> {
  return {
    verb: verbs.decideLate,
    read: (data) => readPress(pressedLate, data),
    run: (turn, { round: roundId, answer, verdict }) =>
      withRound(desk, turn, { round: roundId }, async ({ round, noteOf }) => {
        const answers = await desk.input.listAnswers(round.id);
        const one = answers.find(({ id }) => id === answer);
        const standing = one && readStandings(answers)(one.requestId, one.respondentId);
        // Decided by somebody else meanwhile, or answered anew: the card that was pressed no longer says what stands.
        const isWaiting = standing?.late?.id === answer;
        if (one === undefined || (verdict !== 'waiting' && !isWaiting))
          throw new AppError('conflict', 'the answer does not wait any more', { reply: deskReplies.lateGone });
        await desk.input.decideLate(round.id, answer, verdict, noteOf(roundNotes[verdict]));
        const view = { lead: phrases[leadOfVerdict[verdict]], ...(verdict !== 'waiting' && { decided: answer }) };
        return viewStatus(desk, round.id, view);
      }),
  };
}
