import { addDays } from '../../danish/dates.js';
import type { Department } from '../../domain/department.js';
import type { Deputy, Membership } from '../../domain/member.js';
import { isSamePerson } from '../../routing/person-of.js';
import type { Register } from '../../store/ports.js';
import { buildDepartments } from './build-departments.js';
import type { MemberRow } from './read-members-file.js';
import { findRegisterFaults } from './register-faults.js';

/** One line of what an import would do. */
export interface PlannedChange {
  kind: 'added' | 'changed' | 'ended' | 'removed';
  objectId: string;
  name: string;
  /** English: who it is, and what changes into what. */
  text: string;
}

export interface RegisterPlan {
  register: Register;
  changes: PlannedChange[];
  /** How many memberships and deputies stay as they are. */
  unchanged: number;
  /** English, one line each: departments new, renamed and ended. */
  departments: string[];
  /** English; with any, the plan is not to be carried out. */
  faults: string[];
}

export interface PlanInput {
  forumId: string;
  tenantId: string;
  /** ISO date. */
  today: string;
  newId(): string;
}

/** A membership or deputy with what it is compared by. */
interface Place {
  tenantId: string;
  objectId: string;
  name: string;
  role: MemberRow['role'];
  title: string | null;
  departmentId: string | null;
  other: string | null;
  from: string;
  to: string | null;
}

const ofMembership = ({ person, name, role, title, departmentId, from, to }: Membership): Place => ({
  ...person,
  name,
  role,
  title,
  departmentId,
  other: null,
  from,
  to,
});

const ofDeputy = ({ deputy, deputyName, principal, from, to }: Deputy): Place => ({
  ...deputy,
  name: deputyName,
  role: 'deputy',
  title: null,
  departmentId: null,
  other: principal.objectId,
  from,
  to,
});

/** Ways in which a place in the file can be one of the register's, the surest first. */
const likenesses: readonly ((one: Place, other: Place) => boolean)[] = [
  (one, other) => one.departmentId === other.departmentId && one.role === other.role && one.from === other.from,
  (one, other) => one.departmentId === other.departmentId && one.from === other.from,
  (one, other) => one.departmentId === other.departmentId && one.role === other.role && one.to === other.to,
  (one, other) => one.role === other.role && one.from === other.from,
];

/** Pairs what the file says with what the register holds, each once. */
function pair<Held>(
  wanted: readonly Place[],
  held: readonly Held[],
  toPlace: (one: Held) => Place,
): { pairs: Map<Place, Held>; left: Held[] } {
  const pairs = new Map<Place, Held>();
  const left = new Set(held);
  for (const isAlike of likenesses)
    for (const place of wanted) {
      if (pairs.has(place)) continue;
      for (const one of left) {
        const known = toPlace(one);
        if (known.objectId !== place.objectId || known.other !== place.other || !isAlike(known, place)) continue;
        pairs.set(place, one);
        left.delete(one);
        break;
      }
    }
  return { pairs, left: [...left] };
}

/** Departments of the file with the ids of those the register has under any of their own names. */
function planDepartments(
  rows: readonly MemberRow[],
  held: readonly Department[],
  { forumId, newId }: PlanInput,
): { departments: Department[]; idOf: Map<string, string>; told: string[] } {
  const idOf = new Map<string, string>();
  const told: string[] = [];
  const left = new Set(held);
  const departments = buildDepartments(rows).map(({ name, aliases, names }): Department => {
    const known = [...left].find((one) => names.includes(one.name));
    if (known !== undefined) left.delete(known);
    if (known === undefined) told.push(`new: ${name}`);
    else if (known.name !== name) told.push(`renamed: ${known.name} is now ${name}`);
    const id = known?.id ?? newId();
    for (const own of names) idOf.set(own, id);
    return { id, forumId, name, aliases };
  });
  return { departments, idOf, told };
}

function describe({ name, role, title, from, to }: Place, department: string | null): string {
  const what = [role, title, department].filter((part) => part !== null).join(', ');
  return `${name} (${what}) from ${from}${to === null ? '' : ` to ${to}`}`;
}

/** What differs, as `to: none -> 2026-12-31`. */
function differences(before: Place, after: Place, departmentName: (id: string | null) => string | null): string[] {
  const shown = (value: string | null): string => value ?? 'none';
  const fields = (['tenantId', 'name', 'role', 'title', 'from', 'to'] as const).flatMap((field) =>
    before[field] === after[field] ? [] : [`${field}: ${shown(before[field])} -> ${shown(after[field])}`],
  );
  return before.departmentId === after.departmentId
    ? fields
    : [
        ...fields,
        `department: ${shown(departmentName(before.departmentId))} -> ${shown(departmentName(after.departmentId))}`,
      ];
}

/**
 * What a list of members makes of a register. The list is the whole truth: whoever stands in the register and not in the
 * list ends yesterday. Nobody is known by name: only object ids count, and what is the same keeps its id.
 */
export function planRegister(held: Register, rows: readonly MemberRow[], input: PlanInput): RegisterPlan {
  const { forumId, tenantId, today, newId } = input;
  const { departments, idOf, told } = planDepartments(rows, held.departments, input);
  const changes: PlannedChange[] = [];
  let unchanged = 0;
  const yesterday = addDays(today, -1);
  const nameOf = (id: string | null): string | null =>
    [...departments, ...held.departments].find((department) => department.id === id)?.name ?? null;
  const tell = (kind: PlannedChange['kind'], place: Place, text: string): void => {
    changes.push({ kind, objectId: place.objectId, name: place.name, text });
  };
  const wantedOf = ({ objectId, name, role, title, department, deputyFor, from, to }: MemberRow): Place => {
    const departmentId = department === null || role === 'deputy' ? null : (idOf.get(department) ?? null);
    const ownTitle = role === 'deputy' ? null : title;
    return { tenantId, objectId, name, role, title: ownTitle, departmentId, other: deputyFor, from, to };
  };

  /** The file's places as rows of the register, those that ended kept behind them. */
  const settle = <Held extends { id: string; from: string; to: string | null }>(
    wanted: readonly Place[],
    heldRows: readonly Held[],
    toPlace: (one: Held) => Place,
    make: (place: Place, id: string) => Held,
  ): Held[] => {
    const { pairs, left } = pair(wanted, heldRows, toPlace);
    const settled = wanted.map((place) => {
      const known = pairs.get(place);
      if (known === undefined) tell('added', place, describe(place, nameOf(place.departmentId)));
      else {
        const before = toPlace(known);
        const changed = differences(before, place, nameOf);
        const isEnding = before.to === null && place.to !== null && changed.length === 1;
        if (changed.length === 0) unchanged += 1;
        else
          tell(
            isEnding ? 'ended' : 'changed',
            place,
            `${describe(before, nameOf(before.departmentId))}: ${changed.join('; ')}`,
          );
      }
      return make(place, known?.id ?? newId());
    });
    const kept = left.flatMap((one) => {
      const place = toPlace(one);
      const text = describe(place, nameOf(place.departmentId));
      if (one.to !== null && one.to <= yesterday) {
        unchanged += 1;
        return [one];
      }
      if (one.from > yesterday) {
        tell('removed', place, `${text}: not in the file, and had not begun before today`);
        return [];
      }
      tell('ended', place, `${text}: not in the file; ends ${yesterday}`);
      return [{ ...one, to: yesterday }];
    });
    return [...settled, ...kept];
  };

  const memberRows = rows.filter(({ role }) => role !== 'deputy');
  const memberships = settle(memberRows.map(wantedOf), held.memberships, ofMembership, (place, id): Membership => {
    const { objectId, name, title, role, departmentId, from, to } = place;
    if (role === 'deputy') throw new Error('a deputy is no membership');
    return { id, forumId, person: { tenantId, objectId }, name, title, role, departmentId, from, to };
  });
  const deputyRows = rows.filter(({ role }) => role === 'deputy');
  const deputies = settle(deputyRows.map(wantedOf), held.deputies, ofDeputy, (place, id): Deputy => {
    const principal = { tenantId, objectId: place.other ?? '' };
    const deputy = { tenantId, objectId: place.objectId };
    return { id, forumId, principal, deputy, deputyName: place.name, from: place.from, to: place.to };
  });

  // A department nobody of the list stands in any more is kept for those who stood in it.
  const ended = held.departments.filter(
    ({ id }) =>
      !departments.some((one) => one.id === id) && memberships.some(({ departmentId }) => departmentId === id),
  );
  const dropped = held.departments.filter(
    (one) => !departments.some(({ id }) => id === one.id) && !ended.includes(one),
  );
  const register: Register = { departments: [...departments, ...ended], memberships, deputies };
  return {
    register,
    changes,
    unchanged,
    departments: [
      ...told,
      ...ended.map(({ name }) => `not in the file any more: ${name}`),
      ...dropped.map(({ name }) => `removed: ${name}`),
    ],
    faults: [
      ...findRegisterFaults(register, nameOf),
      ...deputies
        .filter(({ principal }) => !memberships.some(({ person }) => isSamePerson(person, principal)))
        .map(({ deputyName }) => `${deputyName} is deputy for somebody who is not in the register`),
    ],
  };
}
