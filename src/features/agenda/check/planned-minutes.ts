import { minutesBetween } from '../../../danish/times.js';
import { findingTexts } from './phrases.js';
import { onAgenda, type Rule } from './rule.js';

/** The items together take longer than the meeting. */
export const plannedMinutes: Rule = ({ agenda, entries }) => {
  if (agenda.endTime === null) return [];
  const planned = entries.reduce((sum, { item }) => sum + (item.durationMinutes ?? 0), 0);
  const available = minutesBetween(agenda.startTime, agenda.endTime);
  if (planned <= available) return [];
  const message = findingTexts.tooManyMinutes(planned, available);
  return [onAgenda({ code: 'too_many_minutes', message, mend: 'meeting', detail: `${planned} ${available}` })];
};
