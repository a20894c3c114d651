import type { WorkingDays } from '../../../danish/working-days.js';
import { hourMs } from '../../../domain/durations.js';
import type { InputRound } from '../../../domain/input.js';

/** More would be nagging. */
export const mostReminders = 2;

/**
 * When those missing are reminded, earliest first: so many hours before the deadline, and where nobody is at work then, at
 * the same hour of the working day before, or when work next begins after that. Never before the round opened, and never
 * two at once.
 */
export function reminderTimes(
  { deadlineAt, openedAt, remindHoursBefore }: Pick<InputRound, 'deadlineAt' | 'openedAt' | 'remindHoursBefore'>,
  workingDays: WorkingDays,
): Date[] {
  const times = remindHoursBefore
    .slice(0, mostReminders)
    .map((hours) => new Date(deadlineAt.getTime() - hours * hourMs))
    .map((at) =>
      workingDays.nextWorkingTime(at).getTime() === at.getTime()
        ? at
        : workingDays.nextWorkingTime(workingDays.sameHourBefore(at)),
    )
    .filter((at) => at > openedAt && at < deadlineAt)
    .map((at) => at.getTime());
  return [...new Set(times)].sort((one, other) => one - other).map((time) => new Date(time));
}
