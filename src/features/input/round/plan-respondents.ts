import type { Department } from '../../../domain/department.js';
import type { Respondent } from '../../../domain/input.js';
import type { Deputy, Membership } from '../../../domain/member.js';
import type { PersonKey } from '../../../domain/person-key.js';
import { mayDo } from '../../../domain/rights.js';
import type { Role } from '../../../domain/role.js';
import { isSamePerson } from '../../../routing/person-of.js';
import { idWithin } from './plan-requests.js';

/** Who is asked: the chair and the secretary get what the others say. */
const askedRoles: readonly Role[] = ['director', 'department_head'];

/** A forum's register as far as a round needs it. */
export interface RegisterToAsk {
  memberships: readonly Membership[];
  departments: readonly Department[];
  deputies: readonly Deputy[];
}

const holdsOn = ({ from, to }: Pick<Membership, 'from' | 'to'>, date: string): boolean =>
  from <= date && (to === null || date <= to);

/** ISO dates that decide who is asked, and who may answer in their place. */
export interface DaysToAsk {
  meeting: string;
  today: string;
}

/** Who stands in for a person: today, or else on the day of the meeting. */
function deputyOf(
  deputies: readonly Deputy[],
  person: PersonKey,
  { today, meeting }: DaysToAsk,
): Respondent['delegate'] {
  const own = deputies.filter(({ principal }) => isSamePerson(principal, person));
  const deputy = own.find((one) => holdsOn(one, today)) ?? own.find((one) => holdsOn(one, meeting));
  return deputy === undefined ? null : { person: deputy.deputy, name: deputy.deputyName };
}

/**
 * Those asked, with who stands in for them by the register as its days say now: one whose time ran out at midnight answers for
 * nobody, and one whose time began then does, though nobody has followed the register yet.
 */
export const withDeputiesNow = (
  respondents: readonly Respondent[],
  deputies: readonly Deputy[],
  days: DaysToAsk,
): Respondent[] =>
  respondents.map((respondent) =>
    respondent.delegateBy === 'register'
      ? { ...respondent, delegate: deputyOf(deputies, respondent.person, days) }
      : respondent,
  );

/**
 * Everyone who is asked before a meeting: each person once for each department they head on the meeting's day. Who stands in
 * for them by the register may answer in their place.
 */
export function planRespondents(roundId: string, register: RegisterToAsk, days: DaysToAsk): Respondent[] {
  const asked = register.memberships.filter(
    (membership) => askedRoles.includes(membership.role) && holdsOn(membership, days.meeting),
  );
  const once = asked.filter(
    (one, index) =>
      asked.findIndex((other) => isSamePerson(one.person, other.person) && one.departmentId === other.departmentId) ===
      index,
  );
  return once.map(({ person, name, title, role, departmentId }) => ({
    id: idWithin(roundId, person.tenantId, person.objectId, departmentId),
    roundId,
    person,
    name,
    title,
    departmentId,
    departmentName: register.departments.find(({ id }) => id === departmentId)?.name ?? null,
    seesClosed: mayDo([role], 'answer_input', 'closed'),
    delegate: deputyOf(register.deputies, person, days),
    delegateBy: 'register',
    remindNotBefore: null,
    hasLeft: false,
  }));
}

/** The names of departments nobody is asked for: the register knows no head of theirs. */
export const unaskedDepartments = (
  departments: readonly Department[],
  respondents: readonly Pick<Respondent, 'departmentId' | 'hasLeft'>[],
): string[] =>
  departments
    .filter(({ id }) => !respondents.some(({ departmentId, hasLeft }) => departmentId === id && !hasLeft))
    .map(({ name }) => name);

/** Those asked, with their departments' names as the register has them now: a department may be renamed while a round is open. */
export const namedAsNow = (respondents: readonly Respondent[], departments: readonly Department[]): Respondent[] =>
  respondents.map((respondent) => {
    const department = departments.find(({ id }) => id === respondent.departmentId);
    return department === undefined ? respondent : { ...respondent, departmentName: department.name };
  });

/** Whom a respondent answers for, as readers know them: the department, or the person where there is none. */
export const respondentLabel = ({ departmentName, name }: Pick<Respondent, 'departmentName' | 'name'>): string =>
  departmentName ?? name;
