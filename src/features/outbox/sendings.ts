import { toLocalTime } from '../../danish/date-format.js';
import { AppError } from '../../domain/app-error.js';
import type { Clock } from '../../domain/clock.js';
import { homeTenant } from '../../domain/home-tenant.js';
import type { OutgoingMessage } from '../../domain/outgoing-message.js';
import type { RightsOf } from '../../routing/rights-of.js';
import type { Turn } from '../../routing/turn.js';
import type { Forum, ForumStore, MemberStore, OutboxStore } from '../../store/ports.js';
import { phrases } from './phrases.js';

/** What the secretary's view of the sendings is made with. */
export interface Sendings {
  forums: Pick<ForumStore, 'listForums' | 'findForum'>;
  members: Pick<MemberStore, 'listMemberships'>;
  outbox: Pick<OutboxStore, 'listMessages' | 'getMessage' | 'resolveMessage' | 'listToldIn'>;
  rightsOf: RightsOf;
  /** What a kind of message is called. */
  titleOf(kind: string): string;
  clock: Clock;
}

/** Who a message is for, by name where the register has one. */
export type NameOf = (message: OutgoingMessage) => string;

export async function namesIn(
  { members, clock }: Pick<Sendings, 'members' | 'clock'>,
  forumId: string,
): Promise<NameOf> {
  const memberships = await members.listMemberships(forumId, toLocalTime(clock.now()).date);
  return ({ recipient }) => {
    if (recipient.kind === 'forum_channel') return phrases.channel;
    const { tenantId, objectId } = recipient.person;
    const member = memberships.find(({ person }) => person.tenantId === tenantId && person.objectId === objectId);
    return member?.name ?? phrases.unknownPerson;
  };
}

/**
 * The forums whose sendings the sender of a turn may see.
 *
 * @throws AppError `forbidden` for those who may not, and where others read along
 */
export async function listForumsFor({ forums, rightsOf }: Sendings, turn: Turn): Promise<Forum[]> {
  if (turn.conversation.kind !== 'personal')
    throw new AppError('forbidden', 'sendings are shown in personal conversations only', {
      reply: phrases.personalOnly,
    });
  const rights = await rightsOf(turn);
  const allowed = rights.requireSomewhere('resolve_uncertain', 'open');
  return (await forums.listForums(homeTenant)).filter(({ id }) => allowed.includes(id));
}

/** @throws AppError `forbidden` when the message is of a forum whose sendings are not the sender's to see */
export async function getMessageFor(
  sendings: Sendings,
  turn: Turn,
  messageId: string,
): Promise<[Forum, OutgoingMessage]> {
  const forums = await listForumsFor(sendings, turn);
  const message = await sendings.outbox.getMessage(messageId);
  const forum = forums.find(({ id }) => id === message.forumId);
  if (forum === undefined) {
    // The same as for a message that is not there.
    throw new AppError('not_found', 'no such outgoing message', { reply: phrases.unreadable });
  }
  return [forum, message];
}
