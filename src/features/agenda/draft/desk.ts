import { button } from '../../../cards/button.js';
import { chooseForumCard } from '../../../cards/choose-forum-card.js';
import type { WorkingDays } from '../../../danish/working-days.js';
import type { Agenda } from '../../../domain/agenda.js';
import { AppError } from '../../../domain/app-error.js';
import { homeTenant } from '../../../domain/home-tenant.js';
import type { PersonKey } from '../../../domain/person-key.js';
import type { Operation } from '../../../domain/rights.js';
import type { CardReply } from '../../../routing/reply.js';
import type { Rights, RightsOf } from '../../../routing/rights-of.js';
import type { Turn } from '../../../routing/turn.js';
import type { ForumStore, MemberStore, MinutesStore } from '../../../store/ports.js';
import type { Acting } from '../agenda-actions.js';
import { deskReplies } from './desk-phrases.js';

/** What the secretary's work on agendas, and the chefs' proposals, need. */
export interface AgendaDesk extends Acting {
  minutes: Pick<MinutesStore, 'listMeetings' | 'getMeeting'>;
  members: Pick<MemberStore, 'listMemberships'>;
  forums: Pick<ForumStore, 'listForums' | 'findForum'>;
  rightsOf: RightsOf;
  workingDays: WorkingDays;
  /** What will be asked about an agenda once it is out, a line of Danish each. Absent: nothing is. */
  describeInput?(agenda: Agenda): Promise<readonly string[]>;
}

export type Card = Extract<CardReply, { card: unknown }>;

/** Drafts hold closed items and what nobody is to see yet: they are shown where one person alone reads. */
function requirePersonal({ conversation }: Turn): void {
  if (conversation.kind !== 'personal')
    throw new AppError('forbidden', 'drafts are shown in personal conversations only', {
      reply: deskReplies.onlyPersonal,
    });
}

/**
 * The forums the sender may do this in.
 *
 * @throws AppError `forbidden` outside a personal conversation, and where there is none.
 */
export async function forumsFor(
  desk: Pick<AgendaDesk, 'rightsOf'>,
  turn: Turn,
  operation: Operation,
): Promise<{ rights: Rights; forumIds: readonly string[]; person: PersonKey }> {
  const rights = await desk.rightsOf(turn);
  // Who may not is told so wherever they ask; who may is told where.
  const forumIds = rights.requireSomewhere(operation, 'open');
  requirePersonal(turn);
  return { rights, forumIds, person: personOf(rights) };
}

/**
 * The forum somebody means who may do a thing in these: the one they chose, or the only one.
 *
 * @returns undefined where several could be meant, and they are to be asked.
 */
export const meantForum = (forumIds: readonly string[], chosen: string | undefined): string | undefined =>
  chosen ?? (forumIds.length === 1 ? forumIds[0] : undefined);

/** Asks which of these forums is meant. */
export async function askWhichForum(
  { forums }: Pick<AgendaDesk, 'forums'>,
  forumIds: readonly string[],
  question: string,
  verb: string,
): Promise<Card> {
  const mine = (await forums.listForums(homeTenant)).filter(({ id }) => forumIds.includes(id));
  return chooseForumCard({ question }, mine, ({ id, name }) => button(name, verb, { forum: id }));
}

function personOf({ person }: Rights): PersonKey {
  if (person === null)
    throw new AppError('forbidden', 'the channel did not say who it is', { reply: deskReplies.unknownPerson });
  return person;
}

/**
 * An agenda, for somebody who may do this with it.
 *
 * @throws AppError `forbidden`, or `not_found`.
 */
export async function agendaFor(
  desk: AgendaDesk,
  turn: Turn,
  agendaId: string,
  operation: Operation = 'draft_agenda',
): Promise<{ agenda: Agenda; by: PersonKey }> {
  const { rights, person } = await forumsFor(desk, turn, operation);
  const agenda = await desk.agendas.getAgenda(agendaId);
  rights.require(agenda.forumId, operation, 'closed');
  return { agenda, by: person };
}
