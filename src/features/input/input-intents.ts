import type { Agenda } from '../../domain/agenda.js';
import { postedAgendaStates } from '../../domain/agenda-state.js';
import type { InputRound, Respondent } from '../../domain/input.js';
import { type Intents, type MessageIntent, noIntents } from '../../domain/outgoing-message.js';
import type { PersonKey } from '../../domain/person-key.js';
import type { OutboxStore } from '../../store/ports.js';
import { reminderFor } from './round-intents.js';

/*
 * What asking and answering set going; what a round's deadline and closing do is in `round-intents.ts`. Keys name the round and the
 * occurrence, so that a job done again after a crash sets going nothing new.
 */

/** The kinds of messages, each to one person. Payload: `round`, `respondent`. */
export const inputMessages = {
  /** The personal card. */
  ask: 'input.ask',
  /** The same to whoever answers in the respondent's place. */
  delegated: 'input.delegated',
  /** An item was changed after it was answered. */
  changed: 'input.changed',
  /** The agenda was taken back, or the meeting cancelled, after an answer was given. */
  ended: 'input.ended',
} as const;

export const inputJobs = {
  /** Payload: `agenda`. */
  open: 'input.open',
  /** An agenda that is out was changed. Payload: `agenda`. */
  follow: 'input.follow',
  /** Every day, for a forum: who is asked follows the register. */
  register: 'input.register',
} as const;

/** Changes that follow each other within this time are followed once. */
const followWaitsMs = 10_000;

type Person = Pick<MessageIntent, 'key' | 'kind' | 'payload'> & Partial<MessageIntent>;

export const personalMessage = (forumId: string, person: PersonKey, dueAt: Date, parts: Person): MessageIntent => ({
  recipient: { kind: 'person', forumId, person },
  action: 'create',
  slot: null,
  inThreadOf: null,
  dueAt,
  dropAfter: null,
  ...parts,
});

const payloadOf = ({ roundId, id }: Respondent) => ({ round: roundId, respondent: id });

/** The name of a respondent's card, by which it is changed. */
export const cardSlot = ({ roundId, id }: Pick<Respondent, 'roundId' | 'id'>): string => `input.card:${roundId}:${id}`;

const delegateSlot = (respondent: Respondent, { objectId }: PersonKey): string => `${cardSlot(respondent)}:${objectId}`;

export const askMessage = (round: InputRound, respondent: Respondent, now: Date): MessageIntent =>
  personalMessage(round.forumId, respondent.person, now, {
    key: cardSlot(respondent),
    kind: inputMessages.ask,
    payload: payloadOf(respondent),
    slot: cardSlot(respondent),
    dropAfter: round.deadlineAt,
  });

export const delegatedMessage = (
  round: InputRound,
  respondent: Respondent,
  delegate: PersonKey,
  occurrence: string,
  now: Date,
): MessageIntent =>
  personalMessage(round.forumId, delegate, now, {
    key: `${delegateSlot(respondent, delegate)}:${occurrence}`,
    kind: inputMessages.delegated,
    payload: payloadOf(respondent),
    slot: delegateSlot(respondent, delegate),
    dropAfter: round.deadlineAt,
    atAnyHour: true,
  });

/** Tells whoever stands in for a respondent by the register that they may answer; nobody where nobody does. */
export const deputyMessage = (
  round: InputRound,
  respondent: Respondent,
  occurrence: string,
  now: Date,
): MessageIntent[] => {
  const { delegate } = respondent;
  if (delegate === null) return [];
  // Nobody waits for it, as whoever asks a colleague does.
  return [{ ...delegatedMessage(round, respondent, delegate.person, occurrence, now), atAnyHour: false }];
};

/** Asks a respondent, and tells whoever stands in for them. */
export const askMessages = (round: InputRound, respondent: Respondent, now: Date): MessageIntent[] => [
  askMessage(round, respondent, now),
  ...deputyMessage(round, respondent, 'asked', now),
];

/** Brings the personal cards of respondents up to date, where there are any and it can be done; nobody is notified of that. */
export async function refreshCards(
  { outbox, opensDialogs }: { outbox: Pick<OutboxStore, 'findHandle'>; opensDialogs: boolean },
  { forumId }: Pick<InputRound, 'forumId'>,
  respondents: readonly Respondent[],
  occurrence: string,
  now: Date,
): Promise<MessageIntent[]> {
  if (!opensDialogs) return [];
  const refreshes: MessageIntent[] = [];
  for (const respondent of respondents) {
    const { person, delegate } = respondent;
    const cards = [{ person, kind: inputMessages.ask as string, slot: cardSlot(respondent) }];
    if (delegate !== null)
      cards.push({
        person: delegate.person,
        kind: inputMessages.delegated,
        slot: delegateSlot(respondent, delegate.person),
      });
    for (const { person: reader, kind, slot } of cards) {
      // Where there is no card, a refresh would make one, and be a message out of the blue.
      if ((await outbox.findHandle(slot)) === undefined) continue;
      refreshes.push(
        personalMessage(forumId, reader, now, {
          key: `${slot}:${occurrence}`,
          kind,
          payload: payloadOf(respondent),
          action: 'refresh',
          slot,
          atAnyHour: true,
        }),
      );
    }
  }
  return refreshes;
}

const wish = 'input.wish:';

/** Whether a message's key is that of a reminder a person asked for. */
export const isWish = (key: string): boolean => key.startsWith(wish);

/** The reminder a person asked for, in the place of any they asked for before. The composer says nothing where nothing is missing. */
export function wishedReminder(round: InputRound, respondent: Respondent, at: Date): Intents {
  const wishes = `${wish}${round.id}:${respondent.id}`;
  const message = { ...reminderFor(round, respondent, 'wish', at), atAnyHour: true };
  return { ...noIntents, withdrawn: [`${wishes}:*`], messages: [{ ...message, key: `${wishes}:${at.toISOString()}` }] };
}

/**
 * What publishing or changing an agenda sets going: its round opens, or follows it.
 *
 * @param after with the revision it was read with
 */
export function intentsOfAgenda(before: Agenda, after: Agenda, now: Date): Intents {
  const kind = before.publishedAt === null ? inputJobs.open : inputJobs.follow;
  if (kind === inputJobs.open && !postedAgendaStates.includes(after.state)) return noIntents;
  const dueAt = kind === inputJobs.open ? now : new Date(now.getTime() + followWaitsMs);
  const series = kind === inputJobs.follow ? { series: `${kind}:${after.id}` } : {};
  const key = `${kind}:${after.id}:${after.revision + 1}`;
  return {
    ...noIntents,
    jobs: [{ key, kind, forumId: after.forumId, payload: { agenda: after.id }, dueAt, dropAfter: null, ...series }],
  };
}

export const joinIntents = (...all: readonly Intents[]): Intents => ({
  messages: all.flatMap(({ messages }) => messages),
  jobs: all.flatMap(({ jobs }) => jobs),
  withdrawn: all.flatMap(({ withdrawn }) => withdrawn),
});
