import { everyDepartment } from '../../danish/department-words.js';
import { foldLetters } from '../../danish/letters.js';
import type { Audience } from '../../domain/access.js';
import type { Membership } from '../../domain/member.js';
import { readDepartmentName, readOwners } from '../../register/commitment-owners.js';
import type { ListedCommitment, MemberStore } from '../../store/ports.js';

/** Whose promises are meant: how they are called, and which are theirs. */
export interface Whose {
  name: string;
  isTheirs(promise: ListedCommitment): boolean;
}

export interface WhoseSource {
  members?: Pick<MemberStore, 'getRegister'>;
  audience: Audience;
  /** Everybody the minutes name, by their full names. */
  persons: readonly { name: string }[];
}

const wordsOf = (text: string): string[] => foldLetters(text).match(/[\p{L}\d&]+/gu) ?? [];

const isWord = (typed: string, printed: string): boolean => typed === printed || typed === `${printed}s`;

const standsIn = (typed: readonly string[], printed: readonly string[]): boolean =>
  typed.length > 0 && typed.every((word) => printed.some((other) => isWord(word, other)));

/** "Afdelingerne", "alle chefer": everybody is to do it. */
export const isEverybodys = ({ owner }: ListedCommitment): boolean =>
  owner !== null && everyDepartment.test(foldLetters(owner));

/** "cheferne", "alle afdelinger", and nothing more. */
const meansEverybody = (typed: string): boolean => {
  const folded = foldLetters(typed);
  return everyDepartment.exec(folded)?.[0] === folded;
};

const heldOn = ({ from, to }: Membership, date: string): boolean => from <= date && (to === null || to >= date);

/** A head of department is meant by "chefen for …", whoever it was on that day. */
const heads = /^(?:konst\.? )?(?:afdelings)?chef(?:en)?(?: |$)|^(?:kommunal)?direktoer(?:en)?(?: |$)/;

/** Somebody's promises: by their whole name, by a part of it that nobody else there has, or by the office they held. */
async function ofPerson(name: string, { members, audience, persons }: WhoseSource): Promise<Whose> {
  const parts = wordsOf(name);
  const memberships: Membership[] = [];
  for (const forumId of members === undefined ? [] : audience.forumIds)
    memberships.push(...((await members?.getRegister(forumId))?.memberships ?? []));
  const theirs = memberships.filter((one) => standsIn(parts, wordsOf(one.name)));
  const ownersIn = members === undefined ? undefined : await readOwners({ members }, audience);

  const isOnlyOne = (owner: readonly string[], on: string): boolean => {
    const present = memberships.filter((one) => heldOn(one, on));
    const known = present.some((one) => standsIn(parts, wordsOf(one.name))) ? present : persons;
    const called = new Set(
      known.filter((one) => standsIn(owner, wordsOf(one.name))).map((one) => wordsOf(one.name).join(' ')),
    );
    return called.size === 1;
  };
  const heldOffice = (promise: ListedCommitment, owner: string): boolean => {
    const held = theirs.filter((one) => one.forumId === promise.forumId && heldOn(one, promise.meetingDate));
    if (!heads.test(owner)) return false;
    const departments = ownersIn?.(promise) ?? [];
    return held.some(({ departmentId, role, title }) =>
      departments.length > 0
        ? (role === 'department_head' || role === 'director') && departments.some(({ id }) => id === departmentId)
        : title !== null && owner.startsWith(foldLetters(title)),
    );
  };
  return {
    name,
    isTheirs(promise) {
      if (promise.owner === null) return false;
      const owner = wordsOf(promise.owner);
      if (standsIn(parts, owner)) return true;
      const isPartOfName = standsIn(owner, parts) && isOnlyOne(owner, promise.meetingDate);
      return isPartOfName || heldOffice(promise, foldLetters(promise.owner));
    },
  };
}

/**
 * Understands who is meant: everybody, a department by any of its names, a person by any part of the name, or anybody else promises are
 * printed of ("styregruppen"). Undefined where no promise, no register and no minutes know such a name.
 *
 * @param isOpen Whether a promise is still to be kept: a department's are also those of all departments, while they are.
 */
export async function findWhose(
  typed: string,
  promises: readonly ListedCommitment[],
  source: WhoseSource,
  isOpen: (promise: ListedCommitment) => boolean,
): Promise<Whose | 'everybody' | undefined> {
  const { members, audience, persons } = source;
  if (meansEverybody(typed)) return 'everybody';
  if (members !== undefined) {
    const departments = [];
    for (const forumId of audience.forumIds) departments.push(...(await members.getRegister(forumId)).departments);
    const named = readDepartmentName(typed, departments);
    if (named.length > 0) {
      const ownersIn = await readOwners({ members }, audience);
      const ids = new Set(named.map(({ id }) => id));
      return {
        name: named.map(({ name }) => name).join(', '),
        isTheirs(promise) {
          const owners = ownersIn(promise);
          return owners === null ? isOpen(promise) : owners.some(({ id }) => ids.has(id));
        },
      };
    }
  }
  const words = wordsOf(typed);
  const names = persons.filter(({ name }) => standsIn(words, wordsOf(name))).map(({ name }) => name);
  const [person] = names.toSorted((one, other) => other.length - one.length);
  if (person !== undefined) return ofPerson(person, source);
  const printed = promises.find(({ owner }) => owner !== null && standsIn(words, wordsOf(owner)))?.owner;
  if (printed === undefined || printed === null) return undefined;
  return { name: printed, isTheirs: ({ owner }) => owner !== null && standsIn(words, wordsOf(owner)) };
}
