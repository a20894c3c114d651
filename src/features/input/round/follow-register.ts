import type { Respondent } from '../../../domain/input.js';
import { isSamePerson } from '../../../routing/person-of.js';
import type { RespondentChange } from '../../../store/ports.js';
import { planRespondents, type RegisterToAsk } from './plan-respondents.js';

const isSamePlace = (one: Respondent, other: Respondent): boolean =>
  isSamePerson(one.person, other.person) && one.departmentId === other.departmentId;

/**
 * Brings those asked into line with the register: who joined is asked too, who left is missed no more, who came back is
 * asked again.
 *
 * @param date the meeting's, ISO
 * @returns those that are new, and what is different of the others, to be saved
 */
export function followRegister(
  roundId: string,
  asked: readonly Respondent[],
  register: RegisterToAsk,
  date: string,
): { joined: Respondent[]; changed: RespondentChange[] } {
  const present = planRespondents(roundId, register, date);
  const joined = present.filter((one) => !asked.some((other) => isSamePlace(one, other)));
  const changed = asked.flatMap((respondent) => {
    const now = present.find((one) => isSamePlace(one, respondent));
    const hasLeft = now === undefined;
    const seesClosed = now?.seesClosed ?? respondent.seesClosed;
    return hasLeft === respondent.hasLeft && seesClosed === respondent.seesClosed
      ? []
      : [{ id: respondent.id, hasLeft, seesClosed }];
  });
  return { joined, changed };
}
