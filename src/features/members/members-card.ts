import { type Button, button, verbs } from '../../cards/button.js';
import { type ListGroup, type ListRow, listCard } from '../../cards/list-card.js';
import { formatDate, formatShortDate, toLocalTime } from '../../danish/date-format.js';
import type { Department } from '../../domain/department.js';
import type { Membership } from '../../domain/member.js';
import { roles } from '../../domain/role.js';
import type { CardReply } from '../../routing/reply.js';
import type { TeamMember } from '../../routing/team-roster.js';
import type { Forum, ReaderTier, RegisterChange } from '../../store/ports.js';
import { memberButtons, phrases, roleLabels, tierLabels } from './phrases.js';

export type ShownCard = Extract<CardReply, { card: unknown }>;

/** What the team's list says beside the register's; `text` where it cannot be told, saying why. */
export type TeamComparison =
  | { notRegistered: readonly TeamMember[]; notInTeam: readonly Membership[] }
  | { text: string };

export interface MembersOverview {
  forum: Forum;
  revision: number;
  departments: readonly Department[];
  /** Those of today. */
  memberships: readonly Membership[];
  tier: ReaderTier | null;
  team: TeamComparison;
  lastChange: RegisterChange | null;
}

/** People and headings on one page; more would not fit the size a message may have. */
const rowsOnPage = 12;

/** Chair and directors first, then departments as the list has them; within them by role. */
function inOrder({ departments, memberships }: MembersOverview): Membership[] {
  const placeOf = ({ departmentId, role }: Membership): number => {
    if (role === 'reader') return departments.length + 2;
    if (role === 'chair') return -2;
    if (role === 'director') return -1;
    const at = departments.findIndex(({ id }) => id === departmentId);
    return at < 0 ? departments.length + 1 : at;
  };
  return [...memberships].sort(
    (one, other) =>
      placeOf(one) - placeOf(other) ||
      roles.indexOf(one.role) - roles.indexOf(other.role) ||
      one.name.localeCompare(other.name, 'da'),
  );
}

function describe({ role, title, from, to }: Membership): string {
  const days = [phrases.since(formatShortDate(from)), ...(to === null ? [] : [phrases.until(formatShortDate(to))])];
  return [roleLabels[role], ...(title === null || title === roleLabels[role] ? [] : [title]), days.join(' ')].join(
    ' · ',
  );
}

function toGroups(shown: readonly Membership[], departments: readonly Department[]): ListGroup[] {
  const groups: { heading: string; rows: ListRow[] }[] = [];
  for (const member of shown) {
    const department = departments.find(({ id }) => id === member.departmentId)?.name ?? phrases.noDepartment;
    const heading = member.role === 'reader' ? phrases.readers : department;
    const row: ListRow = {
      title: member.name,
      text:
        member.role === 'reader' && member.departmentId !== null
          ? `${department} · ${describe(member)}`
          : describe(member),
      button: button(memberButtons.edit, verbs.showMember, { id: member.id }, memberButtons.editOf(member.name)),
    };
    const last = groups.at(-1);
    if (last?.heading === heading) last.rows.push(row);
    else groups.push({ heading, rows: [row] });
  }
  return groups;
}

const namesShown = 8;

function nameSome(names: readonly string[]): string {
  const left = names.length - namesShown;
  return left > 0 ? `${names.slice(0, namesShown).join(', ')} ${phrases.andOthers(left)}` : names.join(', ');
}

/** Those in the team who can be registered, a few at a time: registered, they go from the list. */
const offeredAtOnce = 5;

function teamGroups({ forum, team, revision }: MembersOverview): ListGroup[] {
  if ('text' in team) return [];
  const offered = team.notRegistered.slice(0, offeredAtOnce).map(
    ({ person, name }): ListRow => ({
      title: name,
      text: '',
      button:
        person === null
          ? null
          : button(
              memberButtons.register,
              verbs.registerMember,
              { forumId: forum.id, objectId: person.objectId, basis: revision },
              memberButtons.registerOf(name),
            ),
    }),
  );
  const others = team.notRegistered.length - offered.length;
  const more: ListRow[] = others > 0 ? [{ title: phrases.andOthers(others), text: '', button: null }] : [];
  const absent = nameSome(team.notInTeam.map(({ name }) => name));
  return [
    ...(offered.length === 0 ? [] : [{ heading: phrases.notRegistered, rows: [...offered, ...more] }]),
    ...(absent === '' ? [] : [{ heading: phrases.notInTeam, rows: [{ title: absent, text: '', button: null }] }]),
  ];
}

/**
 * Who belongs to a forum, by department, with what differs from the team.
 *
 * @param lead what just happened, said first; @param undo takes it back
 */
export function membersCard(overview: MembersOverview, page = 1, lead?: string, undo?: Button): ShownCard {
  const { forum, memberships, tier, team, lastChange, departments } = overview;
  const ordered = inOrder(overview);
  const pages = Math.max(1, Math.ceil(ordered.length / rowsOnPage));
  const at = Math.min(page, pages);
  const readers = memberships.filter(({ role }) => role === 'reader').length;
  const shutOut = readers > 0 && tier !== 'named_readers' && tier !== 'tenant';
  const isLast = at === pages;
  const turnTo = (title: string, to: number): Button =>
    button(title, verbs.showMembers, { forumId: forum.id, page: to });
  return listCard({
    title: phrases.title(forum.name),
    summary: phrases.summary(forum.name),
    leads: [
      ...(lead === undefined ? [] : [lead]),
      phrases.counts(memberships.length - readers, readers),
      phrases.tierIs(tier === null ? phrases.noTier : tierLabels[tier]),
      ...(shutOut ? [phrases.readersShutOut] : []),
    ],
    groups: [
      ...toGroups(ordered.slice((at - 1) * rowsOnPage, at * rowsOnPage), departments),
      ...(isLast ? teamGroups(overview) : []),
    ],
    notes: [
      ...(isLast && 'text' in team ? [team.text] : []),
      ...(lastChange === null
        ? []
        : [phrases.lastChange(formatDate(toLocalTime(lastChange.at).date), lastChange.note)]),
      ...(pages > 1 ? [phrases.page(at, pages)] : []),
    ],
    buttons: [
      ...(undo === undefined ? [] : [undo]),
      ...(at > 1 ? [turnTo(memberButtons.previous, at - 1)] : []),
      ...(at < pages ? [turnTo(memberButtons.next, at + 1)] : []),
      button(memberButtons.tier, verbs.showReaderTiers, { forumId: forum.id }),
    ],
  });
}

/** One member, with what can be done. */
export function memberCard(forum: Forum, department: string | null, member: Membership, revision: number): ShownCard {
  const data = { id: member.id, basis: revision };
  const others = roles.filter((role) => role !== member.role);
  return listCard({
    title: member.name,
    summary: phrases.memberOf(member.name, roleLabels[member.role], forum.name),
    leads: [[forum.name, department].filter((part) => part !== null).join(' · '), describe(member)],
    groups: [],
    notes: [],
    buttons: [
      ...others.map((role) => button(memberButtons.makeRole(roleLabels[role]), verbs.setMemberRole, { ...data, role })),
      button(memberButtons.end, verbs.endMembership, data),
      button(memberButtons.back, verbs.showMembers, { forumId: forum.id }),
    ],
  });
}

/** Who may read along, to be chosen. */
export function tierCard(forum: Forum, tier: ReaderTier | null): ShownCard {
  const choices: (ReaderTier | null)[] = ['members', 'directors', 'named_readers', 'tenant'];
  const isNow = (choice: ReaderTier | null): boolean => choice === tier || (choice === 'members' && tier === null);
  return listCard({
    title: phrases.tierTitle(forum.name),
    summary: phrases.tierTitle(forum.name),
    leads: [phrases.tierText],
    groups: [
      {
        heading: '',
        rows: choices.map((choice): ListRow => {
          const label = choice === null ? phrases.noTier : tierLabels[choice];
          const choose = button(
            memberButtons.choose,
            verbs.setReaderTier,
            { forumId: forum.id, tier: choice },
            `${memberButtons.choose}: ${label}`,
          );
          return { title: label, text: isNow(choice) ? phrases.tierNow : '', button: isNow(choice) ? null : choose };
        }),
      },
    ],
    notes: [],
    buttons: [button(memberButtons.back, verbs.showMembers, { forumId: forum.id })],
  });
}
