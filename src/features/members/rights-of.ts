import { toLocalTime } from '../../danish/date-format.js';
import type { Access } from '../../domain/access.js';
import { AppError } from '../../domain/app-error.js';
import type { Clock } from '../../domain/clock.js';
import { homeTenant } from '../../domain/home-tenant.js';
import type { Deputy, Membership } from '../../domain/member.js';
import type { PersonKey } from '../../domain/person-key.js';
import { mayDo, type Operation, type Standing } from '../../domain/rights.js';
import { isSamePerson, personOf } from '../../routing/person-of.js';
import type { Rights, RightsOf } from '../../routing/rights-of.js';
import type { Forum, ForumStore, MemberStore, ReaderTier } from '../../store/ports.js';
import { refusals, refusedDeed } from './phrases.js';

export interface Registers {
  forums: Pick<ForumStore, 'listForums'>;
  members: Pick<
    MemberStore,
    'registerRevision' | 'findMemberships' | 'findDeputies' | 'listMemberships' | 'getReaderTier'
  >;
  clock: Clock;
}

/** What one forum's register says of one person on one day. */
interface Place {
  forum: Forum;
  name: string | null;
  standings: Set<Standing>;
}

/**
 * Whether the reader tier lets somebody read along who has no other right to. Each tier takes in those before it;
 * where none is set, nobody is let in.
 */
function isAdmitted(tier: ReaderTier | null, isDirectorAnywhere: boolean, isNamedReader: boolean): boolean {
  switch (tier) {
    case 'tenant':
      return true;
    case 'named_readers':
      return isDirectorAnywhere || isNamedReader;
    case 'directors':
      return isDirectorAnywhere;
    case 'members':
    case null:
      return false;
  }
}

/** The deputy stands in only while the one they stand in for is a member. */
async function isDeputyToday(
  members: Pick<MemberStore, 'listMemberships'>,
  deputies: readonly Deputy[],
  forumId: string,
  today: string,
): Promise<boolean> {
  const ofForum = deputies.filter((deputy) => deputy.forumId === forumId);
  if (ofForum.length === 0) return false;
  const present = await members.listMemberships(forumId, today);
  return ofForum.some(({ principal }) => present.some(({ person }) => isSamePerson(person, principal)));
}

/** Until anybody is registered, whoever is let through the door reads open items, and nobody does anything else. */
const admittedTo = (home: readonly Forum[]): Place[] =>
  home.map((forum) => ({ forum, name: null, standings: new Set<Standing>(['admitted']) }));

async function readPlaces({ members, clock }: Registers, home: readonly Forum[], person: PersonKey): Promise<Place[]> {
  const today = toLocalTime(clock.now()).date;
  const homeIds = new Set(home.map(({ id }) => id));
  const memberships = (await members.findMemberships(person, today)).filter(({ forumId }) => homeIds.has(forumId));
  const deputies = await members.findDeputies(person, today);
  const isDirectorAnywhere = memberships.some(({ role }) => role === 'director' || role === 'chair');
  const places: Place[] = [];
  for (const forum of home) {
    const own: Membership[] = memberships.filter(({ forumId }) => forumId === forum.id);
    const standings = new Set<Standing>(own.map(({ role }) => role));
    if (await isDeputyToday(members, deputies, forum.id, today)) standings.add('deputy');
    if (isAdmitted(await members.getReaderTier(forum.id), isDirectorAnywhere, standings.has('reader')))
      standings.add('admitted');
    places.push({ forum, name: own[0]?.name ?? null, standings });
  }
  return places;
}

/** Whether any forum of the installation ever had a register; from then on, nobody reads who is not let in by one. */
async function isAnyoneRegistered({ members }: Registers, home: readonly Forum[]): Promise<boolean> {
  for (const { id } of home) if ((await members.registerRevision(id)) > 0) return true;
  return false;
}

/** The forums whose open items everyone who is let through the door may read. */
export async function listForumsOpenToAll(registers: Registers): Promise<string[]> {
  const home = await registers.forums.listForums(homeTenant);
  const isOpenYet = !(await isAnyoneRegistered(registers, home));
  const open: string[] = [];
  for (const { id } of home) if (isOpenYet || (await registers.members.getReaderTier(id)) === 'tenant') open.push(id);
  return open;
}

/** Reads a person's rights from the registers, by tenant and object id only. */
export function createRightsOf(registers: Registers): RightsOf {
  return async (turn): Promise<Rights> => {
    const person = personOf(turn);
    const home = await registers.forums.listForums(homeTenant);
    const isOpenYet = !(await isAnyoneRegistered(registers, home));
    const places = isOpenYet ? admittedTo(home) : person === null ? [] : await readPlaces(registers, home, person);
    const placeIn = (forumId: string): Place | undefined => places.find(({ forum }) => forum.id === forumId);
    const may = (forumId: string, operation: Operation, access: Access): boolean =>
      mayDo(placeIn(forumId)?.standings ?? [], operation, access);
    const forumsWhere: Rights['forumsWhere'] = (operation, access) =>
      places.map(({ forum }) => forum.id).filter((forumId) => may(forumId, operation, access));
    const refuse = (operation: Operation): AppError => {
      const reply =
        person === null ? refusals.unknownPerson : isOpenYet ? refusals.nobodyRegistered : refusedDeed(operation);
      return new AppError('forbidden', `${operation} is not allowed`, { reply });
    };
    return {
      person,
      nameIn: (forumId) => placeIn(forumId)?.name ?? null,
      standingsIn: (forumId) => [...(placeIn(forumId)?.standings ?? [])],
      mayDo: may,
      forumsWhere,
      requireSomewhere(operation, access) {
        const forumIds = forumsWhere(operation, access);
        if (forumIds.length === 0) throw refuse(operation);
        return forumIds;
      },
      require(forumId, operation, access) {
        if (!may(forumId, operation, access)) throw refuse(operation);
      },
    };
  };
}
