import type { Access } from './access.js';
import { type Role, roles } from './role.js';

/**
 * What somebody is to a forum when they ask for something: a role, a deputy of somebody with one, or `admitted`: let in
 * to read by the forum's reader tier. One person can be several at once; each adds, none takes away.
 */
export type Standing = Role | 'deputy' | 'admitted';

export const standings: readonly Standing[] = [...roles, 'deputy', 'admitted'];

/**
 * Everything a person can be allowed or refused. Each is asked about open or closed matter apart; where there is no
 * such difference (a register has no closed part), both cells of the table say the same.
 */
export const operations = [
  /** Minutes and published agendas: questions, search, lists, files. */
  'read',
  /** Forward a question to the secretariat. */
  'ask_secretariat',
  'answer_question_as_secretariat',
  /** Put minutes into the archive, and take them out again. */
  'import_minutes',
  /** Who is who, and who may read along. */
  'manage_members',
  'bind_channel',
  /** Suggest an item for an agenda. */
  'propose_item',
  /** Make, change, order and look at an agenda before it is published; answer proposals. */
  'draft_agenda',
  'publish_agenda',
  /** Take a published agenda back, move or cancel its meeting. */
  'withdraw_agenda',
  /** See what was sent to whom, and say of an uncertain message whether it arrived. */
  'resolve_uncertain',
  /** Be asked before a meeting, and answer. */
  'answer_input',
  /** Let somebody else answer in one's place. */
  'delegate_input',
  /** Read everybody's answers at any time, and the brief made of them. */
  'see_input',
  /** Read everybody's answers in a round whose visibility is "directors". */
  'see_input_of_directors_round',
  /** Read everybody's answers in a closed round whose visibility is "forum after the deadline". */
  'see_input_of_forum_round',
  /** Open, adjust, remind, extend, close and reopen a round; take in a late answer. */
  'manage_input',
] as const;

export type Operation = (typeof operations)[number];

type Grants = Readonly<Record<Operation, Readonly<Record<Access, readonly Standing[]>>>>;

const members = ['chair', 'director', 'department_head', 'secretary'] as const;
const leaders = ['chair', 'director', 'secretary'] as const;
const office = ['chair', 'secretary'] as const;

const alike = (...allowed: Standing[]) => ({ open: allowed, closed: allowed });

/** Who may do what. Whoever is not named may not. A `reader` reads where the reader tier admits readers, and only so. */
const grants: Grants = {
  read: { open: [...members, 'deputy', 'admitted'], closed: leaders },
  ask_secretariat: { open: [...members, 'deputy', 'admitted'], closed: leaders },
  answer_question_as_secretariat: alike('secretary'),
  import_minutes: alike('secretary'),
  manage_members: alike('secretary'),
  bind_channel: alike('secretary'),
  propose_item: alike(...members),
  draft_agenda: alike(...office),
  publish_agenda: alike(...office),
  withdraw_agenda: alike(...office),
  resolve_uncertain: alike(...office),
  answer_input: { open: ['chair', 'director', 'department_head', 'deputy'], closed: ['chair', 'director'] },
  delegate_input: { open: ['chair', 'director', 'department_head'], closed: ['chair', 'director'] },
  see_input: alike(...office),
  see_input_of_directors_round: alike(...leaders),
  see_input_of_forum_round: { open: members, closed: leaders },
  manage_input: alike(...office),
};

const isOperation = (name: string): name is Operation => operations.some((operation) => operation === name);

/** Whether somebody of these standings may do something. No for an operation that is not in the table. */
export function mayDo(held: Iterable<Standing>, operation: string, access: Access): boolean {
  if (!isOperation(operation)) return false;
  const allowed = grants[operation][access];
  return [...held].some((standing) => allowed.includes(standing));
}
