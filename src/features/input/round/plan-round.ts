import { toLocalTime } from '../../../danish/date-format.js';
import type { Agenda } from '../../../domain/agenda.js';
import type { InputPlan } from '../../../domain/input.js';
import { newId } from '../../../domain/new-id.js';
import type { RoundToOpen } from '../../../store/ports.js';
import { planRequests } from './plan-requests.js';
import { planRespondents, type RegisterToAsk } from './plan-respondents.js';

/**
 * The round of a published agenda.
 *
 * @returns undefined when there is nothing to ask or nobody to ask: no input is wanted, the deadline has passed, or no
 * chef is registered.
 */
export function planRound(
  agenda: Agenda,
  plan: InputPlan,
  register: RegisterToAsk,
  now: Date,
): RoundToOpen | undefined {
  if (!plan.isAsked || agenda.inputDeadlineAt === null || agenda.inputDeadlineAt <= now) return undefined;
  const id = newId();
  const respondents = planRespondents(id, register, { meeting: agenda.date, today: toLocalTime(now).date });
  if (respondents.length === 0) return undefined;
  return {
    round: {
      id,
      forumId: agenda.forumId,
      agendaId: agenda.id,
      state: 'open',
      visibility: plan.visibility,
      naming: plan.naming,
      deadlineAt: agenda.inputDeadlineAt,
      openedAt: now,
      closedAt: null,
      remindHoursBefore: plan.remindHoursBefore,
      revision: 1,
    },
    requests: planRequests(id, plan, agenda),
    respondents,
  };
}
