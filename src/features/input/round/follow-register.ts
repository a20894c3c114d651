import type { Respondent } from '../../../domain/input.js';
import { isSamePerson } from '../../../routing/person-of.js';
import type { RespondentChange } from '../../../store/ports.js';
import { type DaysToAsk, planRespondents, type RegisterToAsk } from './plan-respondents.js';

const isSamePlace = (one: Respondent, other: Respondent): boolean =>
  isSamePerson(one.person, other.person) && one.departmentId === other.departmentId;

const isSameDelegate = (one: Respondent['delegate'], other: Respondent['delegate']): boolean =>
  one === null || other === null ? one === other : isSamePerson(one.person, other.person);

/** What the register says otherwise of a respondent; undefined: nothing. `now`: as it would ask them; undefined: not any more. */
function changeOf(respondent: Respondent, now: Respondent | undefined): RespondentChange | undefined {
  const hasLeft = now === undefined;
  const seesClosed = now?.seesClosed ?? respondent.seesClosed;
  const { delegate } = respondent.delegateBy === 'register' && now !== undefined ? now : respondent;
  const isDelegated = !isSameDelegate(delegate, respondent.delegate);
  if (hasLeft === respondent.hasLeft && seesClosed === respondent.seesClosed && !isDelegated) return undefined;
  return { id: respondent.id, hasLeft, seesClosed, ...(isDelegated && { delegate }) };
}

/**
 * Brings those asked into line with the register: who joined is asked too, who left is missed no more, who came back is
 * asked again, and whoever stands in for one of them may answer in their place as long as they do; unless that one chose.
 *
 * @returns those that are new, and what is different of the others, to be saved
 */
export function followRegister(
  roundId: string,
  asked: readonly Respondent[],
  register: RegisterToAsk,
  days: DaysToAsk,
): { joined: Respondent[]; changed: RespondentChange[] } {
  const present = planRespondents(roundId, register, days);
  const joined = present.filter((one) => !asked.some((other) => isSamePlace(one, other)));
  const changed = asked.flatMap((respondent) => {
    const now = present.find((one) => isSamePlace(one, respondent));
    return changeOf(respondent, now) ?? [];
  });
  return { joined, changed };
}
