import { formatDayAndMonth } from '../../../danish/date-format.js';
import type { Agenda } from '../../../domain/agenda.js';

/** "Chefforum onsdag 25. november". */
export const comingMeeting = ({ forum, date }: Pick<Agenda, 'forum' | 'date'>): string =>
  `${forum} ${formatDayAndMonth(date)}`;
