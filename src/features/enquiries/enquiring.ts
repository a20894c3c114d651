import { toLocalTime } from '../../danish/date-format.js';
import type { Audience } from '../../domain/access.js';
import type { Answer } from '../../domain/answer.js';
import { AppError } from '../../domain/app-error.js';
import type { Clock } from '../../domain/clock.js';
import type { Doer, Enquiry } from '../../domain/enquiry.js';
import { homeTenant } from '../../domain/home-tenant.js';
import type { PersonKey } from '../../domain/person-key.js';
import { mayDo } from '../../domain/rights.js';
import type { AudienceOf } from '../../routing/audience-of.js';
import { isSamePerson } from '../../routing/person-of.js';
import type { Rights, RightsOf } from '../../routing/rights-of.js';
import type { Turn } from '../../routing/turn.js';
import type { EnquiryStore, Forum, ForumStore, MemberStore, OutboxStore } from '../../store/ports.js';
import { phrases } from './phrases.js';

/** What the questions to the secretariat are handled with. */
export interface Enquiring {
  enquiries: EnquiryStore;
  forums: Pick<ForumStore, 'listForums' | 'findForum'>;
  members: Pick<MemberStore, 'listMemberships'>;
  outbox: Pick<OutboxStore, 'findHandle'>;
  rightsOf: RightsOf;
  audienceOf: AudienceOf;
  clock: Clock;
  /** Asks the minutes, as the question was asked before. */
  answer(question: string, audience: Audience, context?: string): Promise<Answer>;
}

export function forumOf({ forums }: Pick<Enquiring, 'forums'>, forumId: string): Promise<Forum | undefined> {
  return forums.findForum(homeTenant, forumId);
}

/** Who answers for a forum today; each once. */
export async function listSecretaries(
  { members, clock }: Pick<Enquiring, 'members' | 'clock'>,
  forumId: string,
): Promise<PersonKey[]> {
  const memberships = await members.listMemberships(forumId, toLocalTime(clock.now()).date);
  const secretaries: PersonKey[] = [];
  for (const { person, role } of memberships)
    if (
      mayDo([role], 'answer_question_as_secretariat', 'closed') &&
      !secretaries.some((one) => isSamePerson(one, person))
    )
      secretaries.push(person);
  return secretaries;
}

/** The sender of a turn as they are kept. Throws AppError `forbidden` for somebody the channel does not tell. */
export function doerOf(rights: Rights, forumId: string): Doer {
  rights.require(forumId, 'ask_secretariat', 'open');
  const { person } = rights;
  if (person === null) throw new AppError('forbidden', 'nobody knows who asks');
  return { person, name: rights.nameIn(forumId) };
}

export function requirePersonal({ conversation }: Pick<Turn, 'conversation'>): void {
  if (conversation.kind !== 'personal')
    throw new AppError('forbidden', 'enquiries are shown in personal conversations only', {
      reply: phrases.personalOnly,
    });
}

/**
 * An enquiry for a secretary of its forum, who is there with others reading along nowhere. For everybody else it is not there.
 */
export async function getForSecretary(
  { enquiries, rightsOf }: Pick<Enquiring, 'enquiries' | 'rightsOf'>,
  turn: Turn,
  id: string,
): Promise<{ enquiry: Enquiry; rights: Rights; secretary: Doer }> {
  requirePersonal(turn);
  const rights = await rightsOf(turn);
  const enquiry = await enquiries.getEnquiry(id).catch((error: unknown) => {
    // Who has no right learns the same, whether there is such an enquiry or not.
    if (rights.forumsWhere('answer_question_as_secretariat', 'open').length === 0) return undefined;
    throw error;
  });
  rights.require(enquiry?.forumId ?? '', 'answer_question_as_secretariat', enquiry?.access ?? 'open');
  if (enquiry === undefined || rights.person === null) throw new AppError('forbidden', 'nobody knows who answers');
  return { enquiry, rights, secretary: { person: rights.person, name: rights.nameIn(enquiry.forumId) } };
}
