import { z } from 'zod';
import { dayMs } from '../../domain/durations.js';
import type { Respondent } from '../../domain/input.js';
import { noIntents, type OutgoingMessage } from '../../domain/outgoing-message.js';
import { registerChangedJob } from '../../domain/register-changed.js';
import type { Job } from '../../routing/unasked.js';
import {
  closeRoundInTime,
  followAgendaOf,
  followRegisterOf,
  listOpenRounds,
  openRoundOf,
  readRoundState,
} from './follow-round.js';
import { inputJobs, isWish } from './input-intents.js';
import type { InputWork } from './input-routes.js';
import { mostReminders } from './round/reminder-times.js';
import { readRoundStatus } from './round/round-status.js';
import { reminderFor, roundJobs, roundMessages } from './round-intents.js';

const ofAgenda = z.object({ agenda: z.string() });
const ofRound = z.object({ round: z.string() });

/** What was sent of a round, as far back as the list of sendings is looked through. */
const sendingsLookedThrough = 2_000;

/** How many reminders each respondent of a round got or is to get, be they planned or put off; what the secretary asks for comes besides. */
async function countReminders({ outbox }: InputWork, forumId: string): Promise<(respondentId: string) => number> {
  const states = ['waiting', 'sending', 'sent', 'uncertain'] as const;
  const sent = (await outbox.listMessages(forumId, states, sendingsLookedThrough)).filter(isCounted);
  return (id) => sent.filter(({ payload }) => payload.respondent === id).length;
}

async function followRegisterIn(work: InputWork, forumId: string): Promise<void> {
  for (const round of await listOpenRounds(work, forumId)) await followRegisterOf(work, round);
}

const planned = 'planned';
const isCounted = ({ kind, key }: OutgoingMessage): boolean =>
  kind === roundMessages.reminder && (key.includes(`:${planned}-`) || isWish(key));

/** Whether a respondent asked to be reminded at another time, later than this one or little before it. */
const isPutOff = ({ remindNotBefore }: Respondent, dueAt: Date): boolean =>
  remindNotBefore !== null && remindNotBefore.getTime() > dueAt.getTime() - dayMs;

/** Reminds those who miss something, at most twice, and nobody who asked to be reminded at another time instead. */
async function remind(work: InputWork, roundId: string, dueAt: Date): Promise<void> {
  const { input, outbox, clock } = work;
  const round = await input.getRound(roundId);
  const now = clock.now();
  if (round.state === 'closed' || round.deadlineAt <= now) return;
  const reminded = await countReminders(work, round.forumId);
  const missing = readRoundStatus(await readRoundState(work, round)).filter(
    ({ respondent, missing }) =>
      missing.some(({ late }) => late === null) &&
      !isPutOff(respondent, dueAt) &&
      reminded(respondent.id) < mostReminders,
  );
  const occurrence = `${planned}-${dueAt.toISOString()}`;
  const messages = missing.map(({ respondent }) => reminderFor(round, respondent, occurrence, now));
  await outbox.add(round.forumId, { ...noIntents, messages }, now);
}

/** What is done to rounds at a time. Each finds its work done when it is run again. */
export const createInputJobs = (work: InputWork): Job[] => [
  { kind: registerChangedJob, run: ({ forumId }) => followRegisterIn(work, forumId) },
  { kind: inputJobs.open, run: ({ payload }) => openRoundOf(work, ofAgenda.parse(payload).agenda) },
  { kind: inputJobs.follow, run: ({ payload }) => followAgendaOf(work, ofAgenda.parse(payload).agenda) },
  {
    kind: inputJobs.register,
    // Before people come to work, so that who joined is asked in the morning.
    schedule: { every: 'day', time: '06:00', catchUpHours: 18 },
    run: ({ forumId }) => followRegisterIn(work, forumId),
  },
  { kind: roundJobs.remind, run: ({ payload, dueAt }) => remind(work, ofRound.parse(payload).round, dueAt) },
  { kind: roundJobs.close, run: ({ payload }) => closeRoundInTime(work, ofRound.parse(payload).round) },
];
