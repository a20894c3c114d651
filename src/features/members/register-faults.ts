import type { Membership } from '../../domain/member.js';
import { isSamePerson } from '../../routing/person-of.js';
import type { Register } from '../../store/ports.js';

type Span = Pick<Membership, 'from' | 'to'>;

export const overlaps = (one: Span, other: Span): boolean =>
  (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to);

const spanOf = ({ from, to }: Span): string => `${from} to ${to ?? 'now'}`;

/** What two memberships cannot both say; undefined when they agree. */
function findClash(
  one: Membership,
  other: Membership,
  nameOf: (id: string | null) => string | null,
): string | undefined {
  if (!overlaps(one, other)) return undefined;
  const days = `(${spanOf(one)}, ${spanOf(other)})`;
  const department = nameOf(one.departmentId) ?? 'no department';
  if (isSamePerson(one.person, other.person) && one.departmentId === other.departmentId)
    return `${one.name} stands twice in ${department} on the same days ${days}`;
  if (
    one.role === 'department_head' &&
    other.role === 'department_head' &&
    one.departmentId === other.departmentId &&
    one.departmentId !== null
  )
    return `two heads of ${department} on the same days: ${one.name} and ${other.name} ${days}`;
  if (one.role === 'chair' && other.role === 'chair')
    return `two chairs on the same days: ${one.name} and ${other.name} ${days}`;
  return undefined;
}

/** English, one line a fault: overlapping memberships of one person, two heads of a department, two chairs. */
export function findRegisterFaults({ memberships }: Register, nameOf: (id: string | null) => string | null): string[] {
  return memberships.flatMap((one, index) =>
    memberships.slice(index + 1).flatMap((other) => findClash(one, other, nameOf) ?? []),
  );
}
