import { type Button, button, verbs } from '../../cards/button.js';
import { chooseForumCard } from '../../cards/choose-forum-card.js';
import { toLocalTime } from '../../danish/date-format.js';
import { AppError } from '../../domain/app-error.js';
import type { Clock } from '../../domain/clock.js';
import { homeTenant } from '../../domain/home-tenant.js';
import { speaking } from '../../domain/language.js';
import type { Operation } from '../../domain/rights.js';
import { isSamePerson } from '../../routing/person-of.js';
import type { Rights, RightsOf } from '../../routing/rights-of.js';
import type { ListTeam, TeamMember } from '../../routing/team-roster.js';
import type { Turn } from '../../routing/turn.js';
import type { ConversationStore, Forum, ForumStore, MemberStore, Register, RegisterChange } from '../../store/ports.js';
import { membersCard, type ShownCard, type TeamComparison } from './members-card.js';
import { memberButtons, phrases } from './phrases.js';

export interface Managing {
  forums: Pick<ForumStore, 'listForums' | 'findForum'>;
  members: MemberStore;
  conversations: Pick<ConversationStore, 'findChannel' | 'bindChannel' | 'releaseChannel' | 'findForumOf'>;
  rightsOf: RightsOf;
  listTeam: ListTeam;
  clock: Clock;
}

export const todayOf = ({ clock }: Pick<Managing, 'clock'>): string => toLocalTime(clock.now()).date;

/** @throws AppError `not_found` for a forum that is not one of the installation's. */
export async function getForum({ forums }: Pick<Managing, 'forums'>, forumId: string): Promise<Forum> {
  const found = await forums.findForum(homeTenant, forumId);
  if (found === undefined) throw new AppError('not_found', 'no such forum', { reply: phrases.memberGone });
  return found;
}

/**
 * The forum a membership belongs to.
 *
 * @throws AppError `not_found` when there is no such membership
 */
export async function findForumOfMember({ forums, members }: Managing, id: string): Promise<Forum> {
  for (const forum of await forums.listForums(homeTenant))
    if ((await members.getRegister(forum.id)).memberships.some((member) => member.id === id)) return forum;
  throw new AppError('not_found', 'no such membership', { reply: phrases.memberGone });
}

/**
 * The forums in which the sender may do something.
 *
 * @throws AppError `forbidden`, saying what to do, when there is none.
 */
export async function listForumsFor(managing: Managing, turn: Turn, operation: Operation): Promise<Forum[]> {
  const rights = await managing.rightsOf(turn);
  const allowed = rights.requireSomewhere(operation, 'open');
  return (await managing.forums.listForums(homeTenant)).filter(({ id }) => allowed.includes(id));
}

/** @throws AppError `forbidden` for one who is no secretary of the forum, and where others read along. */
export async function requireManager(managing: Managing, turn: Turn, forumId: string): Promise<Rights> {
  if (turn.conversation.kind !== 'personal')
    throw new AppError('forbidden', 'the register is shown in personal conversations only', {
      reply: phrases.personalOnly,
    });
  const rights = await managing.rightsOf(turn);
  rights.require(forumId, 'manage_members', 'open');
  return rights;
}

async function compareTeam(
  { conversations, listTeam }: Managing,
  forum: Forum,
  { memberships }: Pick<Register, 'memberships'>,
): Promise<TeamComparison> {
  const channel = await conversations.findChannel(forum.id);
  if (channel === undefined) return { text: phrases.noChannel };
  let team: TeamMember[];
  try {
    team = await listTeam(channel);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { text: error.code === 'not_found' ? phrases.notInTheTeam : phrases.teamUnavailable };
  }
  const isRegistered = ({ person }: TeamMember): boolean =>
    person !== null && memberships.some((member) => isSamePerson(member.person, person));
  return {
    notRegistered: team.filter((member) => !member.isGuest && member.person !== null && !isRegistered(member)),
    notInTeam: memberships.filter(
      (member) => !team.some(({ person }) => person !== null && isSamePerson(person, member.person)),
    ),
  };
}

/** The register as it is now, on a card. */
export async function showRegister(
  managing: Managing,
  forum: Forum,
  { page = 1, lead, undo }: { page?: number; lead?: string; undo?: Button } = {},
): Promise<ShownCard> {
  const { members } = managing;
  const revision = await members.registerRevision(forum.id);
  const memberships = await members.listMemberships(forum.id, todayOf(managing));
  const [lastChange] = await members.listRegisterChanges(forum.id, 1);
  const overview = {
    forum,
    revision,
    departments: await members.listDepartments(forum.id),
    memberships,
    tier: await members.getReaderTier(forum.id),
    team: await compareTeam(managing, forum, { memberships }),
    lastChange: lastChange ?? null,
  };
  return membersCard(overview, page, lead, undo);
}

export const chooseForum = (forums: readonly Forum[]): ShownCard =>
  chooseForumCard({ question: phrases.whichForum, text: phrases.whichForumText }, forums, ({ id, name }) =>
    button(name, verbs.showMembers, { forumId: id }),
  );

export const undoButton = (forum: Forum, revision: number): Button =>
  button(memberButtons.undo, verbs.undoMembers, { forumId: forum.id, revision });

/**
 * Changes the register as the presser saw it, and shows the new one with a way back. What cannot be done, since others
 * changed it meanwhile or a rule forbids it, is said above the register as it is now. What is kept of a change is Danish, for whoever reads it.
 */
export async function changeRegister(
  managing: Managing,
  forum: Forum,
  rights: Rights,
  basis: number,
  change: (register: Register) => { register: Register; note: string },
): Promise<ShownCard> {
  const { members, clock } = managing;
  try {
    const before = await members.getRegister(forum.id);
    const { register, note: lead } = change(before);
    const { note } = speaking('da', () => change(before));
    const entry: RegisterChange = { note, by: rights.person, at: clock.now() };
    const revision = await members.saveRegister(forum.id, register, basis, entry);
    return await showRegister(managing, forum, { lead, undo: undoButton(forum, revision) });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict' || error.reply === undefined) throw error;
    return showRegister(managing, forum, { lead: error.reply });
  }
}
