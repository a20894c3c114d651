import { formatDate, formatLongDate } from '../../danish/date-format.js';
import { addDays } from '../../danish/dates.js';

/** Input is due the Thursday before a meeting on a Wednesday. */
const daysFromDeadlineToMeeting = 6;

const withFirstLetterUpper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "onsdag 25. november 2026" with the words `between` after the weekday. */
const withWordsBetween = (isoDate: string, between: string): string => {
  const date = formatDate(isoDate);
  const weekday = formatLongDate(isoDate).slice(0, -date.length).trim();
  return `${weekday} ${between} ${date}`;
};

/** Puts the dates of a coming meeting into an example agenda, which has tokens for them. */
export function fillAgendaDates(text: string, meetingDate: string): string {
  const [year = '', month = '', day = ''] = meetingDate.split('-');
  return text
    .replaceAll('{{mødedato-kort}}', `${day}-${month}-${year}`)
    .replaceAll('{{mødedato-lang}}', withFirstLetterUpper(withWordsBetween(meetingDate, 'd.')))
    .replaceAll('{{frist}}', withWordsBetween(addDays(meetingDate, -daysFromDeadlineToMeeting), 'den'));
}
