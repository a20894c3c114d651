import { toInstant } from '../../danish/local-time.js';
import type { Agenda, AgendaProposal } from '../../domain/agenda.js';
import { postedAgendaStates } from '../../domain/agenda-state.js';
import { hourMs } from '../../domain/durations.js';
import type { Intents, JobIntent, MessageIntent } from '../../domain/outgoing-message.js';
import type { PersonKey } from '../../domain/person-key.js';
import { addMinutes } from './entries.js';

/*
 * What changes of agendas and proposals set going. Keys name the agenda and the revision the change makes, so that a
 * change saved once sets going what it sets going once.
 */

/** The kinds of messages; a composer makes each from the state of things when it is sent. */
export const agendaMessages = {
  /** The card in the forum's channel. Payload: `agenda`. */
  card: 'agenda.card',
  /** What changed, in the card's thread. Payload: `agenda`, `revision`: the revision the change made. */
  note: 'agenda.note',
  /** To the secretaries: a chef proposes an item. Payload: `proposal`. */
  proposed: 'agenda.proposed',
  /** To the chef: their item was taken up or sent back. Payload: `proposal`. */
  answered: 'agenda.answered',
  /** To the one who planned it: it was not published. Payload: `agenda`. */
  notPublished: 'agenda.notPublished',
} as const;

export const agendaJobs = {
  /** Payload: `agenda`. */
  publish: 'agenda.publish',
  /** Payload: `agenda`. */
  hold: 'agenda.hold',
  /** Brings the archive into line with the agenda. Payload: `agenda`. */
  archive: 'agenda.archive',
  /** Every day, for a forum: its agendas follow its archive. */
  settle: 'agenda.settle',
} as const;

/** Changes that follow each other within this time are told in one note: its composer tells what no note told before. */
export const noteWaitsMs = 10_000;

/** A channel that could not be reached for half a day needs another card than this one. */
const cardIsStaleAfterMs = 12 * hourMs;

/** A meeting whose agenda does not say when it ends. */
const usualMinutes = 180;

/** The name of the channel's card, by which it is changed. */
export const cardSlot = (agendaId: string): string => `agenda.card:${agendaId}`;

/** When the meeting is over. */
export const endOfMeeting = ({ date, startTime, endTime }: Agenda): Date =>
  toInstant(date, endTime ?? addMinutes(startTime, usualMinutes));

const job = (kind: string, agenda: Agenda, occurrence: string, dueAt: Date): JobIntent => ({
  key: `${kind}:${agenda.id}:${occurrence}`,
  kind,
  forumId: agenda.forumId,
  payload: { agenda: agenda.id },
  dueAt,
  dropAfter: null,
});

const channelMessage = (
  agenda: Pick<Agenda, 'forumId'>,
  now: Date,
  parts: Pick<MessageIntent, 'key' | 'kind' | 'payload' | 'action' | 'slot' | 'inThreadOf'>,
): MessageIntent => ({
  ...parts,
  recipient: { kind: 'forum_channel', forumId: agenda.forumId },
  dueAt: now,
  dropAfter: new Date(now.getTime() + cardIsStaleAfterMs),
});

/** Brings the channel's card up to date without a note. @param occurrence makes the key unique */
export const refreshAgendaCard = (
  agenda: Pick<Agenda, 'id' | 'forumId'>,
  occurrence: string,
  now: Date,
): MessageIntent =>
  channelMessage(agenda, now, {
    key: `${cardSlot(agenda.id)}:${occurrence}`,
    kind: agendaMessages.card,
    payload: { agenda: agenda.id },
    action: 'refresh',
    slot: cardSlot(agenda.id),
    inThreadOf: null,
  });

const personalMessage = (
  forumId: string,
  person: PersonKey,
  now: Date,
  parts: Pick<MessageIntent, 'key' | 'kind' | 'payload'>,
): MessageIntent => ({
  ...parts,
  recipient: { kind: 'person', forumId, person },
  action: 'create',
  slot: null,
  inThreadOf: null,
  dueAt: now,
  dropAfter: null,
});

const holdJob = (agenda: Agenda): JobIntent =>
  job(agendaJobs.hold, agenda, `${agenda.date}:${agenda.revision + 1}`, endOfMeeting(agenda));

const archiveJob = (agenda: Agenda, now: Date): JobIntent =>
  job(agendaJobs.archive, agenda, String(agenda.revision + 1), now);

/** After minutes came or went: the forum's agendas follow the archive. @param occasion names it, once */
export const intentsOfArchive = (forumId: string, occasion: string, now: Date): Intents => ({
  messages: [],
  jobs: [
    {
      key: `${agendaJobs.settle}:${occasion}`,
      kind: agendaJobs.settle,
      forumId,
      payload: {},
      dueAt: now,
      dropAfter: null,
    },
  ],
  withdrawn: [],
});

/** Everything that waits to happen to an agenda by itself. */
const waitingJobs = ({ id }: Agenda): string[] => [`${agendaJobs.publish}:${id}:*`, `${agendaJobs.hold}:${id}:*`];

/** @param agenda with the revision it was read with. @param now when it goes out, or was to. */
export const intentsOfPublication = (agenda: Agenda, now: Date): Intents => ({
  messages: [
    channelMessage(agenda, now, {
      key: cardSlot(agenda.id),
      kind: agendaMessages.card,
      payload: { agenda: agenda.id },
      action: 'create',
      slot: cardSlot(agenda.id),
      inThreadOf: null,
    }),
  ],
  jobs: [holdJob(agenda), archiveJob(agenda, now)],
  withdrawn: waitingJobs(agenda),
});

/**
 * After a change of an agenda that was published: its card is brought up to date, its thread told, and the archive follows.
 * Nothing for one that never was.
 *
 * @param after with the revision it was read with.
 */
export function intentsOfChange(after: Agenda, now: Date): Intents {
  const isToBeHeld = postedAgendaStates.includes(after.state);
  if (after.publishedAt === null)
    return { messages: [], jobs: [], withdrawn: after.state === 'scheduled' ? [] : waitingJobs(after) };
  const revision = after.revision + 1;
  const slot = cardSlot(after.id);
  return {
    messages: [
      channelMessage(after, now, {
        key: `${slot}:${revision}`,
        kind: agendaMessages.card,
        payload: { agenda: after.id },
        action: 'refresh',
        slot,
        inThreadOf: null,
      }),
      channelMessage(after, new Date(now.getTime() + noteWaitsMs), {
        key: `${agendaMessages.note}:${after.id}:${revision}`,
        kind: agendaMessages.note,
        payload: { agenda: after.id, revision },
        action: 'create',
        slot: null,
        inThreadOf: slot,
      }),
    ],
    jobs: [...(isToBeHeld ? [holdJob(after)] : []), archiveJob(after, now)],
    withdrawn: [...waitingJobs(after), `${agendaMessages.note}:${after.id}:*`],
  };
}

/** @param agenda scheduled, with the revision it was read with. */
export const intentsOfSchedule = (agenda: Agenda): Intents => ({
  messages: [],
  jobs:
    agenda.publishAt === null ? [] : [job(agendaJobs.publish, agenda, String(agenda.revision + 1), agenda.publishAt)],
  withdrawn: waitingJobs(agenda),
});

export const intentsOfFailedSchedule = (agenda: Agenda, person: PersonKey | null, now: Date): Intents => ({
  messages:
    person === null
      ? []
      : [
          personalMessage(agenda.forumId, person, now, {
            key: `${agendaMessages.notPublished}:${agenda.id}:${agenda.revision + 1}`,
            kind: agendaMessages.notPublished,
            payload: { agenda: agenda.id },
          }),
        ],
  jobs: [],
  withdrawn: [],
});

/** @param proposal with the revision it was read with. */
export const intentsOfProposing = (
  proposal: AgendaProposal,
  secretaries: readonly PersonKey[],
  now: Date,
): Intents => ({
  messages: secretaries.map((person) =>
    personalMessage(proposal.forumId, person, now, {
      key: `${agendaMessages.proposed}:${proposal.id}:${proposal.revision + 1}:${person.objectId}`,
      kind: agendaMessages.proposed,
      payload: { proposal: proposal.id },
    }),
  ),
  jobs: [],
  withdrawn: [],
});

/** @param proposal with the revision it was read with. */
export const intentsOfAnswer = (proposal: AgendaProposal, now: Date): Intents => ({
  messages: [
    personalMessage(proposal.forumId, proposal.proposedBy, now, {
      key: `${agendaMessages.answered}:${proposal.id}:${proposal.revision + 1}`,
      kind: agendaMessages.answered,
      payload: { proposal: proposal.id },
    }),
  ],
  jobs: [],
  withdrawn: [`${agendaMessages.proposed}:${proposal.id}:*`],
});

export const joinIntents = (...all: readonly Intents[]): Intents => ({
  messages: all.flatMap(({ messages }) => messages),
  jobs: all.flatMap(({ jobs }) => jobs),
  withdrawn: all.flatMap(({ withdrawn }) => withdrawn),
});
