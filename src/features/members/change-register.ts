import { addDays } from '../../danish/dates.js';
import { AppError } from '../../domain/app-error.js';
import type { Membership } from '../../domain/member.js';
import type { PersonKey } from '../../domain/person-key.js';
import type { Role } from '../../domain/role.js';
import { isSamePerson } from '../../routing/person-of.js';
import type { Register } from '../../store/ports.js';
import { phrases } from './phrases.js';
import { findRegisterFaults } from './register-faults.js';

const refuse = (message: string, reply: string): AppError => new AppError('conflict', message, { reply });

/** Whether a span holds on a day. */
export const holdsOn = ({ from, to }: Pick<Membership, 'from' | 'to'>, day: string): boolean =>
  from <= day && (to === null || day <= to);

/** @throws AppError `conflict` when nobody would be left who can put it right. */
export function requireSecretary({ memberships }: Register, today: string): void {
  if (!memberships.some((one) => one.role === 'secretary' && holdsOn(one, today)))
    throw refuse('the register would have no secretary', phrases.lastSecretary);
}

/** @throws AppError `conflict` when the membership is not there, or has ended. */
export function getPresent({ memberships }: Register, id: string, today: string): Membership {
  const found = memberships.find((one) => one.id === id);
  if (found === undefined || !holdsOn(found, today)) throw refuse('no such membership today', phrases.memberGone);
  return found;
}

/** The membership until yesterday; undefined when nothing is left of it. */
function untilYesterday(membership: Membership, today: string): Membership | undefined {
  const yesterday = addDays(today, -1);
  return membership.from > yesterday ? undefined : { ...membership, to: yesterday };
}

/** Ends a membership at once: the person's rights are gone at the next request. */
export function endMembership(register: Register, id: string, today: string): Register {
  const ending = getPresent(register, id, today);
  const memberships = register.memberships.flatMap((one) =>
    one === ending ? (untilYesterday(one, today) ?? []) : one,
  );
  const changed = { ...register, memberships };
  requireSecretary(changed, today);
  return changed;
}

/**
 * Gives a member another role from today. What they were until yesterday stays on record.
 *
 * @throws AppError `conflict` for a role somebody else has who must be alone in it, and for the last secretary.
 */
export function setRole(register: Register, id: string, role: Role, today: string, newId: string): Register {
  const before = getPresent(register, id, today);
  const earlier = untilYesterday(before, today);
  const after: Membership = earlier === undefined ? { ...before, role } : { ...before, id: newId, role, from: today };
  const memberships = register.memberships.flatMap((one) =>
    one === before ? (earlier === undefined ? [after] : [earlier, after]) : one,
  );
  const changed = { ...register, memberships };
  requireSecretary(changed, today);
  const faultsOf = (one: Register): number => findRegisterFaults(one, () => null).length;
  if (faultsOf(changed) > faultsOf(register)) throw refuse('the role is taken', phrases.headTaken);
  return changed;
}

/** Registers somebody as a reader from today. @throws AppError `conflict` for one who is a member already. */
export function addReader(
  register: Register,
  { forumId, person, name, id }: { forumId: string; person: PersonKey; name: string; id: string },
  today: string,
): Register {
  if (register.memberships.some((one) => isSamePerson(one.person, person) && holdsOn(one, today)))
    throw refuse('the person is registered already', phrases.alreadyRegistered);
  const added: Membership = {
    id,
    forumId,
    person,
    name,
    title: null,
    role: 'reader',
    departmentId: null,
    from: today,
    to: null,
  };
  return { ...register, memberships: [...register.memberships, added] };
}
