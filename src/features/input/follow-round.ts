import { toLocalTime } from '../../danish/date-format.js';
import type { Agenda } from '../../domain/agenda.js';
import { postedAgendaStates } from '../../domain/agenda-state.js';
import { AppError } from '../../domain/app-error.js';
import type { InputRound, Respondent } from '../../domain/input.js';
import { type Intents, noIntents } from '../../domain/outgoing-message.js';
import {
  askMessage,
  askMessages,
  deputyMessage,
  inputMessages,
  joinIntents,
  personalMessage,
  refreshCards,
} from './input-intents.js';
import type { InputWork } from './input-routes.js';
import { type FollowedAgenda, followAgenda } from './round/follow-agenda.js';
import { followRegister } from './round/follow-register.js';
import { nameMinutes } from './round/minutes-to-approve.js';
import { newPlan } from './round/new-plan.js';
import { type RegisterToAsk, withDeputiesNow } from './round/plan-respondents.js';
import { planRound } from './round/plan-round.js';
import { type RoundState, readRoundStatus } from './round/round-status.js';
import { intentsOfClosing, intentsOfDeadline } from './round-intents.js';

/*
 * How a round comes about and keeps up with its agenda and the register. Each may be done again, after a crash or by two
 * processes at once, and finds its work done.
 */

type Following = Omit<InputWork, 'handles' | 'rightsOf'>;

/** @param respondentId who alone is read, with their answers; absent: everybody */
export async function readRoundState(
  { input, agendas }: Pick<Following, 'input' | 'agendas'>,
  round: InputRound,
  respondentId?: string,
): Promise<RoundState> {
  const [agenda, requests, respondents, answers] = await Promise.all([
    agendas.getAgenda(round.agendaId),
    input.listRequests(round.id),
    input.listRespondents(round.id, respondentId),
    input.listAnswers(round.id, respondentId),
  ]);
  return { round, agenda, requests, respondents, answers };
}

/** The same for somebody who is about to answer: with who stands in for whom as the register says at this moment. */
export async function readRoundNow(
  work: Pick<Following, 'input' | 'agendas' | 'members' | 'clock'>,
  round: InputRound,
  respondentId?: string,
): Promise<RoundState> {
  const state = await readRoundState(work, round, respondentId);
  const deputies = await work.members.listDeputies(round.forumId);
  const days = { meeting: state.agenda.date, today: toLocalTime(work.clock.now()).date };
  return { ...state, respondents: withDeputiesNow(state.respondents, deputies, days) };
}

const isPosted = ({ state }: Agenda): boolean => postedAgendaStates.includes(state);

const isGone = ({ state }: Agenda): boolean => state === 'withdrawn' || state === 'cancelled';

/** The register as it holds today: who leaves before the meeting is asked until then. */
const registerOf = ({ members }: Pick<Following, 'members'>, forumId: string): Promise<RegisterToAsk> =>
  members.getRegister(forumId);

const isConflict = (error: unknown): boolean => error instanceof AppError && error.code === 'conflict';

/** Opens the round of an agenda that is out. Without effect where it has one, or where nobody is asked. */
export async function openRoundOf(work: Following, agendaId: string): Promise<void> {
  const { input, agendas, clock, workingDays, refreshAgendaCard } = work;
  const agenda = await agendas.getAgenda(agendaId);
  if (!isPosted(agenda) || (await input.findRoundOf(agendaId)) !== undefined) return;
  const now = clock.now();
  const plan = (await input.findPlan(agendaId)) ?? newPlan(agenda);
  const opening = planRound(agenda, plan, await registerOf(work, agenda.forumId), now);
  if (opening === undefined) return;
  const { round, respondents } = opening;
  const requests = await nameMinutes(work.minutes, agenda, opening.requests);
  const intents = joinIntents(intentsOfDeadline(round, workingDays, now), {
    ...noIntents,
    messages: [
      refreshAgendaCard(agenda, `round:${round.id}`, now),
      ...respondents.flatMap((respondent) => askMessages(round, respondent, now)),
    ],
  });
  try {
    await input.openRound({ ...opening, requests }, intents);
  } catch (error) {
    // Somebody else opened it just now.
    if (!isConflict(error)) throw error;
  }
}

/** Who gave an answer that stands. */
const whoAnswered = (state: RoundState): Respondent[] =>
  readRoundStatus(state)
    .filter(({ requests }) => requests.some(({ counting, late }) => counting !== null || late !== null))
    .map(({ respondent }) => respondent);

/** An agenda taken back, or a meeting cancelled: nobody is asked any more, and who answered is told. There is no brief. */
async function endRound(work: Following, state: RoundState): Promise<void> {
  const { input, clock } = work;
  const { round } = state;
  if (round.state === 'closed') return;
  const now = clock.now();
  const told = whoAnswered(state).map((respondent) =>
    personalMessage(round.forumId, respondent.person, now, {
      key: `${inputMessages.ended}:${round.id}:${round.revision}:${respondent.id}`,
      kind: inputMessages.ended,
      payload: { round: round.id, respondent: respondent.id },
    }),
  );
  const cards = await refreshCards(work, round, state.respondents, `ended:${round.revision}`, now);
  const intents = joinIntents(intentsOfClosing(round, [], now), { ...noIntents, messages: [...told, ...cards] });
  await input.saveRound({ ...round, state: 'closed', closedAt: now }, now, intents);
}

/** The withdrawal was wrong, and there is still time: those asked are asked again, and keep what they answered. */
async function resumeRound(work: Following, { round, respondents }: RoundState): Promise<InputRound> {
  const { input, clock, workingDays } = work;
  const now = clock.now();
  const next: InputRound = { ...round, state: 'open', closedAt: null };
  const messages = respondents
    .filter(({ hasLeft }) => !hasLeft)
    .map((respondent) => {
      const ask = askMessage(round, respondent, now);
      return { ...ask, key: `${ask.key}:resumed:${round.revision}` };
    });
  return input.saveRound(next, now, joinIntents(intentsOfDeadline(next, workingDays, now), { ...noIntents, messages }));
}

/** One message a person, however many of the texts they answered were changed; another change later is another message. */
function changedMessages(round: InputRound, outdated: FollowedAgenda['outdated'], now: Date): Intents['messages'] {
  return outdated.map(({ respondent, requests }) => {
    const texts = requests.map(({ entry }) => `${entry?.id ?? ''}.${entry?.revision ?? 0}`);
    return personalMessage(round.forumId, respondent.person, now, {
      key: `${inputMessages.changed}:${round.id}:${respondent.id}:${[...new Set(texts)].sort().join(':')}`,
      kind: inputMessages.changed,
      payload: { round: round.id, respondent: respondent.id },
      series: `${inputMessages.changed}:${round.id}:${respondent.id}`,
    });
  });
}

/** The agenda was given another deadline: the round has the same, and one that was closed is open again until then. */
async function followDeadline(
  { input, clock, workingDays }: Following,
  round: InputRound,
  { inputDeadlineAt: at }: Agenda,
): Promise<InputRound> {
  if (at === null || at.getTime() === round.deadlineAt.getTime()) return round;
  const now = clock.now();
  const next: InputRound =
    at > now ? { ...round, state: 'open', closedAt: null, deadlineAt: at } : { ...round, deadlineAt: at };
  return input.saveRound(next, now, next.state === 'open' ? intentsOfDeadline(next, workingDays, now) : noIntents);
}

/** Brings the round into line with its agenda as it is now. */
export async function followAgendaOf(work: Following, agendaId: string): Promise<void> {
  const { input, agendas, clock } = work;
  // In this order: of a deadline that both are given meanwhile the round's is the older, and saving it is refused.
  const found = await input.findRoundOf(agendaId);
  const agenda = await agendas.getAgenda(agendaId);
  // Whoever published it may have crashed before the round was opened; a new item may be the first to ask about.
  if (found === undefined) return openRoundOf(work, agendaId);
  const read = await readRoundState(work, found);
  if (isGone(agenda)) return endRound(work, read);
  if (!isPosted(agenda)) return;
  const now = clock.now();
  const resumed = (await hasEndedWrongly(work, agenda, found)) ? await resumeRound(work, read) : found;
  const round = await followDeadline(work, resumed, agenda);
  const plan = (await input.findPlan(agendaId)) ?? newPlan(agenda);
  const { requests, outdated } = followAgenda({ ...read, round }, plan, agenda);
  const isOpen = round.state === 'open';
  const present = read.respondents.filter(({ hasLeft }) => !hasLeft);
  const cards = await refreshCards(work, round, present, `agenda:${agenda.revision}`, now);
  await input.saveRequests(round.id, await nameMinutes(work.minutes, agenda, requests), now, {
    ...noIntents,
    messages: isOpen ? [...changedMessages(round, outdated, now), ...cards] : [],
  });
}

/** Whether the round was closed because its agenda was gone, which it is no more, while there is time to answer still. */
async function hasEndedWrongly(
  { agendas, clock }: Pick<Following, 'agendas' | 'clock'>,
  agenda: Agenda,
  { state, closedAt, deadlineAt }: InputRound,
): Promise<boolean> {
  if (state === 'open' || closedAt === null || deadlineAt <= clock.now()) return false;
  const lastBefore = (await agendas.listChanges(agenda.id)).find(({ at }) => at <= closedAt);
  if (lastBefore === undefined) return false;
  return isGone(await agendas.getAgendaAt(agenda.id, lastBefore.revision));
}

/** Brings who is asked into line with the register: who joined is asked too, who left is missed no more. */
export async function followRegisterOf(work: Following, round: InputRound): Promise<void> {
  if (round.state !== 'open') return;
  const { input, agendas, clock, refreshAgendaCard } = work;
  const agenda = await agendas.getAgenda(round.agendaId);
  if (!isPosted(agenda)) return;
  const asked = await input.listRespondents(round.id);
  const now = clock.now();
  const revision = await work.members.registerRevision(round.forumId);
  const register = await registerOf(work, round.forumId);
  const days = { meeting: agenda.date, today: toLocalTime(now).date };
  const { joined, changed } = followRegister(round.id, asked, register, days);
  if (joined.length === 0 && changed.length === 0) return;
  // Two who follow the same change tell of it once.
  const occurrence = `register:${revision}:${days.today}`;
  const delegated = changed.flatMap((change) => {
    const before = asked.find(({ id }) => id === change.id);
    return before === undefined || change.delegate === undefined ? [] : [{ before, now: { ...before, ...change } }];
  });
  const told = delegated.flatMap((one) => deputyMessage(round, one.now, occurrence, now));
  const cards = await refreshCards(
    work,
    round,
    delegated.map(({ before }) => before),
    occurrence,
    now,
  );
  await input.saveRespondents(round.id, { joined, changed }, now, {
    ...noIntents,
    messages: [
      ...joined.flatMap((respondent) => askMessages(round, respondent, now)),
      ...told,
      ...cards,
      refreshAgendaCard(agenda, `register:${now.toISOString()}`, now),
    ],
  });
}

/** The open rounds of a forum's coming meetings. */
export async function listOpenRounds(
  { agendas, input }: Pick<Following, 'agendas' | 'input'>,
  forumId: string,
): Promise<InputRound[]> {
  const posted = await agendas.listAgendas(forumId, postedAgendaStates);
  const rounds = await Promise.all(posted.map(({ id }) => input.findRoundOf(id)));
  return rounds.filter((round) => round !== undefined).filter(({ state }) => state === 'open');
}

/** Closes a round whose deadline has passed, and sends the brief on its way. Without effect before, and once it is closed. */
export async function closeRoundInTime(work: Following, roundId: string): Promise<void> {
  const { input, agendas, members, clock, refreshAgendaCard } = work;
  const round = await input.getRound(roundId);
  const now = clock.now();
  if (round.state === 'closed' || round.deadlineAt > now) return;
  const agenda = await agendas.getAgenda(round.agendaId);
  const { memberships } = await members.getRegister(round.forumId);
  const intents = joinIntents(intentsOfClosing(round, isGone(agenda) ? [] : memberships, now), {
    ...noIntents,
    messages: [refreshAgendaCard(agenda, `closed:${round.id}:${round.revision}`, now)],
  });
  try {
    await input.saveRound({ ...round, state: 'closed', closedAt: round.deadlineAt }, now, intents);
  } catch (error) {
    // Extended or closed by the secretary in this very moment: the job is done again where that is so.
    if (!isConflict(error) || (await input.getRound(roundId)).state === 'open') throw error;
  }
}
