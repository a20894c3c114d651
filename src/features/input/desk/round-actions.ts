import { toLocalTime } from '../../../danish/date-format.js';
import { toInstant } from '../../../danish/local-time.js';
import type { Agenda } from '../../../domain/agenda.js';
import { postedAgendaStates } from '../../../domain/agenda-state.js';
import { AppError } from '../../../domain/app-error.js';
import type { InputRound, Respondent } from '../../../domain/input.js';
import { noIntents } from '../../../domain/outgoing-message.js';
import type { RoundNote } from '../../../store/ports.js';
import { readRoundState } from '../follow-round.js';
import { askMessages, joinIntents, refreshCards } from '../input-intents.js';
import { followRegister } from '../round/follow-register.js';
import { readRoundStatus } from '../round/round-status.js';
import { intentsOfClosing, intentsOfDeadline, reminderFor } from '../round-intents.js';
import { agendaNotes, deskReplies, roundNotes } from './desk-phrases.js';
import type { InputDesk } from './round-desk.js';

/*
 * What the secretary does to a round. Each takes the round as it was seen, saves it with a note of who did it and all it sets
 * going in one transaction, and throws `conflict` when somebody was quicker, or it cannot be.
 */

type NoteOf = (note: string) => RoundNote;

const cannot = (message: string, reply: string): AppError => new AppError('conflict', message, { reply });

function requireOpen({ state }: InputRound): void {
  if (state !== 'open') throw cannot('the round is closed', deskReplies.closed);
}

/** Closes a round before its deadline, and sends the brief on its way. */
export async function closeRoundNow(desk: InputDesk, round: InputRound, noteOf: NoteOf): Promise<InputRound> {
  requireOpen(round);
  const { input, agendas, members, clock, refreshAgendaCard } = desk;
  const now = clock.now();
  const agenda = await agendas.getAgenda(round.agendaId);
  const { memberships } = await members.getRegister(round.forumId);
  const occurrence = `closed:${round.id}:${round.revision}`;
  const cards = await refreshCards(desk, round, await input.listRespondents(round.id), occurrence, now);
  const intents = joinIntents(intentsOfClosing(round, memberships, now), {
    ...noIntents,
    messages: [refreshAgendaCard(agenda, occurrence, now), ...cards],
  });
  return input.saveRound({ ...round, state: 'closed', closedAt: now }, now, intents, noteOf(roundNotes.closed));
}

/** Reminds everybody who misses something now, also those who put it off: the secretary asks. Says how many that are. */
export async function remindNow(desk: InputDesk, round: InputRound, noteOf: NoteOf): Promise<number> {
  requireOpen(round);
  const { input, clock } = desk;
  const now = clock.now();
  const statuses = readRoundStatus(await readRoundState(desk, round));
  const missing = statuses.filter((status) => status.missing.length > 0);
  if (missing.length === 0) throw cannot('nobody is missing', deskReplies.nobodyMissing);
  const messages = missing.map(({ respondent }) => reminderFor(round, respondent, `pressed:${round.revision}`, now));
  await input.saveRound(round, now, { ...noIntents, messages }, noteOf(roundNotes.reminded(missing.length)));
  return missing.length;
}

/** The day the round must be over: what comes after the meeting has begun is no input to it. */
function checkDeadline(agenda: Agenda, at: Date, now: Date): void {
  if (at <= now) throw cannot('the deadline has passed', deskReplies.deadlinePast);
  if (at > toInstant(agenda.date, agenda.startTime))
    throw cannot('the deadline is after the meeting', deskReplies.deadlineAfterMeeting);
}

/**
 * Gives a round another deadline; a closed one is open again until then.
 *
 * @throws AppError `conflict`, with what to do, also when the time cannot be the deadline.
 */
export async function setDeadline(desk: InputDesk, round: InputRound, at: Date, noteOf: NoteOf): Promise<InputRound> {
  const { input, agendas, workingDays, clock, intentsOfAgendaChange } = desk;
  const now = clock.now();
  const agenda = await agendas.getAgenda(round.agendaId);
  if (agenda.state === 'withdrawn' || agenda.state === 'cancelled')
    throw cannot('the agenda is gone', deskReplies.agendaGone);
  if (!postedAgendaStates.includes(agenda.state)) throw cannot('the meeting was held', deskReplies.meetingOver);
  checkDeadline(agenda, at, now);
  const next: InputRound = { ...round, state: 'open', closedAt: null, deadlineAt: at };
  const note = noteOf(round.state === 'open' ? roundNotes.extended(at) : roundNotes.reopened(at));
  const respondents = await input.listRespondents(round.id);
  const cards = await refreshCards(desk, round, respondents, `deadline:${round.revision}`, now);
  const intents = joinIntents(intentsOfDeadline(next, workingDays, now), { ...noIntents, messages: cards });
  if (agenda.inputDeadlineAt?.getTime() === at.getTime()) return input.saveRound(next, now, intents, note);
  // The agenda says until when input is wanted; it follows the round.
  const change = { note: agendaNotes.deadline(at), by: note.by, at: now };
  const moved = { ...agenda, inputDeadlineAt: at };
  const told = intentsOfAgendaChange(moved, now);
  return input.saveRound(next, now, joinIntents(intents, told), note, { agenda: moved, change });
}

/** Chefs of the register who are not asked yet. */
export async function findJoined(desk: InputDesk, round: InputRound, agenda: Agenda): Promise<Respondent[]> {
  if (round.state !== 'open') return [];
  const asked = await desk.input.listRespondents(round.id);
  const days = { meeting: agenda.date, today: toLocalTime(desk.clock.now()).date };
  return followRegister(round.id, asked, await desk.members.getRegister(round.forumId), days).joined;
}

/** Asks those who joined the forum since the round was opened. Gives those asked. */
export async function askJoined(desk: InputDesk, round: InputRound, noteOf: NoteOf): Promise<Respondent[]> {
  requireOpen(round);
  const { input, agendas, clock, refreshAgendaCard } = desk;
  const agenda = await agendas.getAgenda(round.agendaId);
  const joined = await findJoined(desk, round, agenda);
  if (joined.length === 0) return [];
  const now = clock.now();
  const messages = [
    ...joined.flatMap((respondent) => askMessages(round, respondent, now)),
    refreshAgendaCard(agenda, `register:${now.toISOString()}`, now),
  ];
  await input.saveRespondents(
    round.id,
    { joined },
    now,
    { ...noIntents, messages },
    noteOf(roundNotes.asked(joined.length)),
  );
  return joined;
}
