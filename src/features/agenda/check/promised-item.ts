import { shorten } from '../../../cards/shorten.js';
import { formatDate } from '../../../danish/date-format.js';
import { addDays, findDates } from '../../../danish/dates.js';
import type { AgendaEntry } from '../../../domain/agenda.js';
import type { AgendaItem } from '../../../domain/agenda-item.js';
import type { MeetingDocument } from '../../../domain/meeting-document.js';
import { findingTexts } from './phrases.js';
import { onAgenda, type Rule } from './rule.js';
import { sharedTerms, subjectTerms } from './same-subject.js';

const longestQuote = 140;

/** "The next meeting" of minutes older than this was another one, whose minutes are not in the archive. */
const nextMeetingDays = 92;

/** Words that name a coming meeting without its date. Letters as printed. */
const nextMeeting = /(?:næste|kommende|førstkommende) (?:ordinære )?(?:møde|\p{L}*forum)/iu;

/** A promise about a meeting, and where it was given. */
interface Promised {
  text: string;
  item: AgendaItem;
  date: string;
}

const namesDate = (text: string, date: string): boolean =>
  findDates(text.replace(/\s+/g, ' ')).some(
    ({ iso, day, month }) =>
      iso === date || (iso === null && formatDate(date).startsWith(`${day}. `) && Number(date.slice(5, 7)) === month),
  );

/**
 * What the minutes of a meeting promise for the agenda's date: things due that very day, and things postponed to it.
 *
 * @param isNext whether that date is the minutes' own next meeting.
 */
function promisesOf(minutes: MeetingDocument, date: string, isNext: boolean): Promised[] {
  return minutes.items.flatMap((item) => {
    const due = item.commitments
      .filter(
        ({ due, meeting, text }) => (isNext && meeting === 'next') || (due === date && /møde|forum|punkt/iu.test(text)),
      )
      .map(({ text }) => text);
    const postponed = item.outcomes
      .filter(({ code, text }) => code === 'postponed' && (namesDate(text, date) || (isNext && nextMeeting.test(text))))
      .map(({ text }) => text);
    return [...new Set([...due, ...postponed])].map((text) => ({ text, item, date: minutes.date }));
  });
}

/** On the agenda by its case, by its title, or by enough of the words the promise was given in. */
function isTakenUp({ text, item }: Promised, entries: readonly AgendaEntry[]): boolean {
  const topic = subjectTerms(item.topic);
  const words = subjectTerms(text);
  return entries.some((entry) => {
    if (entry.standing !== null) return false;
    if (item.caseNumber !== null && entry.item.caseNumber?.text === item.caseNumber.text) return true;
    const own = subjectTerms(entry.item.topic);
    return sharedTerms(topic, own) * 2 >= Math.max(1, topic.size) || sharedTerms(words, own) >= 2;
  });
}

/** Something was put off to this meeting, or promised for it, and is not on its agenda. */
export const promisedItem: Rule = ({ agenda, entries, earlier }) =>
  earlier
    .filter(({ date }) => date < agenda.date)
    .flatMap((minutes, index) =>
      promisesOf(minutes, agenda.date, index === 0 && minutes.date >= addDays(agenda.date, -nextMeetingDays)),
    )
    .filter((promised) => !isTakenUp(promised, entries))
    .map(({ text, item, date }) =>
      onAgenda({
        code: 'promised_item',
        message:
          item.access === 'closed'
            ? findingTexts.promisedClosedItem(date, item.number)
            : findingTexts.promisedItem(date, item.number, shorten(text, longestQuote)),
        mend: 'add_item',
        detail: `${date} ${item.number} ${text.slice(0, 60)}`,
      }),
    );
