import { z } from 'zod';
import { readPress } from '../../../cards/read-press.js';
import { AppError } from '../../../domain/app-error.js';
import { dayMs } from '../../../domain/durations.js';
import type { InputRound, Respondent } from '../../../domain/input.js';
import type { PersonKey } from '../../../domain/person-key.js';
import { isSamePerson, personOf } from '../../../routing/person-of.js';
import type { Rights } from '../../../routing/rights-of.js';
import type { CardActionTurn, MessageTurn } from '../../../routing/turn.js';
import { readRoundNow } from '../follow-round.js';
import type { InputWork } from '../input-routes.js';
import { type RequestStatus, type RoundState, readRoundStatus } from '../round/round-status.js';
import { mineReplies } from './my-phrases.js';

/** Somebody's place in a round, in their own name or in the stead of another, as they may see it. */
export interface Seat extends RoundState {
  respondent: Respondent;
  /** Whoever sits there: the respondent, or who answers for them. */
  person: PersonKey;
  name: string;
  isOnBehalf: boolean;
  /** Whether whoever sits there may read closed items. */
  seesClosed: boolean;
  /** What is asked, by item in the agenda's order; null: about the meeting. Nothing closed that the person may not read. */
  topics: Topic[];
}

/** An item, or the meeting, with all that is asked about it. */
export interface Topic {
  /** The entry's id; `meeting` for what is asked about the meeting. */
  id: string;
  entry: RequestStatus['entry'];
  requests: RequestStatus[];
}

export const meetingTopic = 'meeting';

/** What a handle on a chef's card stands for. Lists are ids with blanks between them. */
const carried = z.object({
  round: z.string(),
  respondent: z.string(),
  /** On a card with rows: the topics in the order of the rows. */
  topics: z.string().default(''),
  /** On a form: its topic, and which of its requests it asks. */
  topic: z.string().default(''),
  requests: z.string().default(''),
  /** The revision of the entry whose text stood on the form. */
  revision: z.number().default(0),
  /** Answers that can be undone. */
  answers: z.string().default(''),
});

export type Carried = z.infer<typeof carried>;

export const idsIn = (list: string): string[] => list.split(' ').filter((id) => id !== '');

/** What each kind of handle may be used for. */
export type Purpose = 'input.card' | 'input.form' | 'input.rest' | 'input.undo' | 'input.delegate';

/** A handle lives as long as anything can be answered with it, and never longer than this. */
const longestLifeMs = 30 * dayMs;

export const refused = (): AppError =>
  new AppError('not_found', 'a card that is nothing to this person', { reply: mineReplies.notYours });

/** What drawing a card takes. */
export type Drawing = Pick<InputWork, 'workingDays' | 'clock' | 'minutes'> & {
  handles: Pick<InputWork['handles'], 'issueAll'>;
};

/** The handle that was issued for a purpose. */
export type HandleFor = (purpose: Purpose) => string;

/** Issues the handles of one card in one stroke: at most one for each purpose, with what it stands for. */
export async function issueHandles(
  { handles, clock }: Pick<Drawing, 'handles' | 'clock'>,
  { round, respondent, person }: Pick<Seat, 'round' | 'respondent' | 'person'>,
  wanted: Readonly<Partial<Record<Purpose, Partial<Carried>>>>,
): Promise<HandleFor> {
  const all = Object.entries(wanted);
  const expiresAt = new Date(clock.now().getTime() + longestLifeMs);
  const issued = await handles.issueAll(
    all.map(([purpose, parts]) => ({
      forumId: round.forumId,
      person,
      purpose,
      payload: { round: round.id, respondent: respondent.id, ...parts },
      expiresAt,
    })),
  );
  const byPurpose = new Map(all.map(([purpose], index) => [purpose, issued[index]]));
  return (purpose) => {
    const handle = byPurpose.get(purpose);
    if (handle === undefined) throw new Error(`no handle was issued for ${purpose}`);
    return handle;
  };
}

/** What a press brings. Whatever else stands there means the same as a handle that is none. */
const pressed = z
  .object({
    handle: z.string().max(200).catch(''),
    at: z.number().int().min(0).max(1000).optional().catch(undefined),
    page: z.number().int().min(1).max(1000).catch(1),
    /** Pressed on a form, and not on the card with the rows. */
    form: z.boolean().catch(false),
    /** Goes on to the next item. */
    next: z.boolean().catch(false),
    /** Opened to say that one does not come. */
    absent: z.boolean().catch(false),
  })
  .catch({ handle: '', page: 1, form: false, next: false, absent: false });

export type Press = z.infer<typeof pressed>;

export const readInputPress = (data: unknown): Press => readPress(pressed, data);

/** Only the person reads along: one to one, or in a dialog, wherever that was opened. */
export const isAlone = (turn: Pick<CardActionTurn, 'conversation' | 'isInDialog'> | MessageTurn): boolean =>
  turn.conversation.kind === 'personal' || ('isInDialog' in turn && turn.isInDialog === true);

/** All that is asked of a respondent that the one who sits in their place may read. */
export function topicsOf(state: RoundState, respondent: Respondent, seesClosed: boolean): Topic[] {
  const status = readRoundStatus({ ...state, respondents: [{ ...respondent, hasLeft: false }] })[0];
  const topics = new Map<string, Topic>();
  for (const request of status?.requests ?? []) {
    if (request.request.access === 'closed' && !seesClosed) continue;
    if (request.request.entryId !== null && request.entry === null) continue;
    const id = request.entry?.id ?? meetingTopic;
    const topic = topics.get(id);
    if (topic === undefined) topics.set(id, { id, entry: request.entry, requests: [request] });
    else topic.requests.push(request);
  }
  return [...topics.values()];
}

/** @returns undefined when the place is not theirs, or they have no standing in the forum any more. */
export function seatIn(state: RoundState, respondent: Respondent, rights: Rights): Seat | undefined {
  const { person } = rights;
  const { forumId } = state.round;
  if (person === null) return undefined;
  const { delegate } = respondent;
  if (isSamePerson(person, respondent.person)) {
    if (!rights.mayDo(forumId, 'answer_input', 'open')) return undefined;
    const seesClosed = rights.mayDo(forumId, 'answer_input', 'closed');
    return {
      ...state,
      respondent,
      person,
      name: respondent.name,
      isOnBehalf: false,
      seesClosed,
      topics: topicsOf(state, respondent, seesClosed),
    };
  }
  if (delegate === null || !isSamePerson(person, delegate.person) || rights.standingsIn(forumId).length === 0)
    return undefined;
  // Whoever answers for a director still reads no closed item they could not read otherwise.
  const seesClosed = rights.mayDo(forumId, 'read', 'closed');
  return {
    ...state,
    respondent,
    person,
    name: delegate.name,
    isOnBehalf: true,
    seesClosed,
    topics: topicsOf(state, respondent, seesClosed),
  };
}

export async function takeSeat(
  work: InputWork,
  rights: Rights,
  { round: roundId, respondent: respondentId }: Pick<Carried, 'round' | 'respondent'>,
): Promise<Seat> {
  const state = await readRoundNow(work, await work.input.getRound(roundId), respondentId);
  const respondent = state.respondents.find(({ id }) => id === respondentId);
  const seat = respondent === undefined ? undefined : seatIn(state, respondent, rights);
  if (seat === undefined) throw refused();
  return seat;
}

export interface Pressed {
  seat: Seat;
  rights: Rights;
  carried: Carried;
  handle: string;
}

/**
 * Who pressed, and on what: the handle must be theirs, unexpired, for this purpose, and pressed where nobody reads along.
 *
 * @throws AppError, the same for everything that is not so.
 */
export async function openPress(
  work: InputWork,
  turn: CardActionTurn,
  { handle }: Press,
  purpose: Purpose,
): Promise<Pressed> {
  const person = personOf(turn);
  if (person === null || !isAlone(turn)) throw refused();
  const found = await work.handles.use(handle, person, purpose, work.clock.now()).catch((error: unknown) => {
    throw error instanceof AppError && error.code === 'not_found' ? refused() : error;
  });
  const rights = await work.rightsOf(turn);
  const read = carried.parse(found.payload);
  return { seat: await takeSeat(work, rights, read), rights, carried: read, handle };
}

/** The rights of somebody who is written to unasked. */
export const rightsOfPerson = ({ rightsOf }: Pick<InputWork, 'rightsOf'>, person: PersonKey): Promise<Rights> =>
  rightsOf({
    sender: { id: '', objectId: person.objectId, isGuest: false },
    conversation: { id: '', kind: 'personal', tenantId: person.tenantId, teamId: null },
  });

/** Every place a person has in rounds that are not long over, the nearest deadline first. */
export async function seatsOf(
  work: InputWork,
  rights: Rights,
  wants: (round: InputRound) => boolean = () => true,
): Promise<Seat[]> {
  const { person } = rights;
  if (person === null) return [];
  const rounds = (await work.input.listRoundsOf(person, work.clock.now())).filter(wants);
  const seats: Seat[] = [];
  for (const round of rounds) {
    const state = await readRoundNow(work, round);
    for (const respondent of state.respondents) {
      const seat = seatIn(state, respondent, rights);
      if (seat !== undefined && seat.topics.length > 0) seats.push(seat);
    }
  }
  return seats.sort((one, other) => one.round.deadlineAt.getTime() - other.round.deadlineAt.getTime());
}
