import { aroundDepartment, asDepartment, everyDepartment } from '../danish/department-words.js';
import { foldLetters } from '../danish/letters.js';
import type { Audience } from '../domain/access.js';
import type { Department } from '../domain/department.js';
import type { Membership } from '../domain/member.js';
import type { ListedCommitment, MemberStore } from '../store/ports.js';
import { findDepartments, type NamedDepartment } from './find-departments.js';

/** When a commitment is due: what is to be done until the next meeting on that meeting's day, as soon as one is known. */
export const deadlineOf = ({
  due,
  isUntilNext,
  isInferred,
  nextMeetingOn,
}: ListedCommitment): Pick<ListedCommitment, 'due' | 'isInferred'> =>
  due === null && isUntilNext ? { due: nextMeetingOn, isInferred: nextMeetingOn !== null } : { due, isInferred };

export interface OwnerSource {
  members: Pick<MemberStore, 'getRegister'>;
}

const wordsOf = (name: string): string[] => foldLetters(name).match(/\p{L}+/gu) ?? [];

/** Whether a text names somebody: by their whole name. */
const namesPerson = (text: readonly string[], name: readonly string[]): boolean =>
  name.length > 1 && text.some((_, start) => name.every((part, index) => text[start + index] === part));

const heldOn = ({ from, to }: Membership, date: string): boolean => from <= date && (to === null || to >= date);

/** Their first name alone, where nobody else at the meeting's time has it. */
function findByFirstName(text: readonly string[], present: readonly Membership[]): Membership | undefined {
  const [first, ...more] = text;
  const called = present.filter(({ name }) => wordsOf(name)[0] === first);
  return more.length === 0 && called.length === 1 ? called[0] : undefined;
}

/**
 * Whose a commitment is, as the registers of the audience's forums say: the departments it names, or those of the persons; null
 * where it is every department's.
 */
export async function readOwners({ members }: OwnerSource, { forumIds }: Audience) {
  const registers = new Map<string, Awaited<ReturnType<MemberStore['getRegister']>>>();
  for (const forumId of forumIds) registers.set(forumId, await members.getRegister(forumId));

  return ({
    owner,
    forumId,
    meetingDate,
  }: Pick<ListedCommitment, 'owner' | 'forumId' | 'meetingDate'>): readonly Department[] | null => {
    const register = registers.get(forumId);
    if (owner === null || register === undefined) return [];
    if (everyDepartment.test(foldLetters(owner))) return null;
    const found = findDepartments(owner, register.departments, meetingDate);
    const named = new Set(found.flatMap(({ departments }) => departments.map(({ id }) => id)));
    if (named.size > 0) return register.departments.filter(({ id }) => named.has(id));
    const text = wordsOf(owner);
    const present = register.memberships.filter((membership) => heldOn(membership, meetingDate));
    const byName = present.filter(({ name }) => namesPerson(text, wordsOf(name)));
    const only = findByFirstName(text, present);
    const ids = (byName.length > 0 ? byName : only === undefined ? [] : [only]).map(({ departmentId }) => departmentId);
    return register.departments.filter(({ id }) => ids.includes(id));
  };
}

/** The departments a text is the name of, whole or by one word, and nothing else; none where it says more than that. */
export function readDepartmentName<Named extends NamedDepartment>(
  text: string,
  departments: readonly Named[],
): readonly Named[] {
  const named = [text, asDepartment(text)].map((said) => ({ said, found: findDepartments(said, departments) }));
  const whole = named.find(({ said, found }) => {
    const rest = found.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), said);
    return found.length > 0 && !/[\p{L}\d]/u.test(rest.replace(aroundDepartment, ''));
  });
  const ids = new Set(whole?.found.flatMap((one) => one.departments.map(({ id }) => id)));
  return departments.filter(({ id }) => ids.has(id));
}
