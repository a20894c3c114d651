import { button, verbs } from '../../cards/button.js';
import { shortenToCost } from '../../cards/text-cost.js';
import { formatDayAndMonth, formatLongDate } from '../../danish/date-format.js';
import { editDistance } from '../../danish/edit-distance.js';
import { foldLetters } from '../../danish/letters.js';
import type { ArchiveLists, ListedAbsence } from '../../store/ports.js';
import { fillers, phrases } from './phrases.js';
import { areOfSeveralForums, capitalised, groupBy, type Walk, type Walking, type WalkRow, walkButton } from './walk.js';

const mostWords = 5;
/** In characters of card JSON. */
const longestNames = 700;
/** In letters: shorter names have neighbours that are somebody else's. */
const shortestForgiven = 5;

/** One person's absence from one meeting. */
interface Absence extends ListedAbsence {
  /** The items they were absent from, ascending. */
  items: number[];
  /** Absent from everything the audience sees of the meeting. */
  isWhole: boolean;
}

/** Each person once a meeting, newest meeting first. */
function toAbsences(printed: readonly ListedAbsence[]): Absence[] {
  const absences = new Map<string, Absence>();
  for (const one of printed) {
    const key = `${one.meetingId} ${foldLetters(one.name)}`;
    const known = absences.get(key);
    if (known === undefined) absences.set(key, { ...one, items: [one.itemNumber], isWhole: false });
    else if (!known.items.includes(one.itemNumber)) known.items.push(one.itemNumber);
  }
  return [...absences.values()].map((absence) => ({
    ...absence,
    items: absence.items.toSorted((one, other) => one - other),
    isWhole: absence.items.length >= absence.itemsOfMeeting,
  }));
}

/** "1–3, 5". */
export function formatNumbers(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && number === run[1] + 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)).join(', ');
}

/** Who it is, and where they were there for a part, of what they were absent. */
function toLine({ name, title, items, itemNumber, isWhole }: Absence): string {
  const person = title === null ? name : `${name}, ${title}`;
  if (isWhole) return person;
  return phrases.absentFrom(
    person,
    items.length === 1 ? phrases.item(itemNumber) : phrases.items(formatNumbers(items)),
  );
}

const nameParts = (name: string): string[] =>
  foldLetters(name)
    .split(/[^\p{L}\d]+/u)
    .filter((part) => part !== '');

const isPart = (typed: string, part: string): boolean =>
  part === typed ||
  typed === `${part}s` ||
  (typed.length >= shortestForgiven && part.length >= shortestForgiven && editDistance(typed, part, 1) <= 1);

/** Whether every word that was typed is one of a name's. */
const isNamed = (name: string, typed: readonly string[]): boolean => {
  const parts = nameParts(name);
  return typed.length > 0 && typed.every((word) => parts.some((part) => isPart(word, part)));
};

function toRow(ofMeeting: readonly Absence[], first: Absence, showsForum: boolean): WalkRow {
  const date = formatDayAndMonth(first.meetingDate);
  return {
    heading: first.meetingDate.slice(0, 4),
    title: capitalised(showsForum ? phrases.meetingOf(first.forum, date) : date),
    text: shortenToCost(ofMeeting.map(toLine).join('\n'), longestNames),
    button: button(
      phrases.show,
      verbs.showMeeting,
      { meeting: first.meetingId },
      phrases.showMeeting(formatLongDate(first.meetingDate)),
    ),
  };
}

function toWalk(title: string, absences: readonly Absence[], lead: (meetings: number) => string, isAll: boolean): Walk {
  const showsForum = areOfSeveralForums(absences);
  const { columns } = phrases;
  const meetings = groupBy(absences, ({ meetingId }) => meetingId);
  return {
    title,
    leads: [lead(meetings.length)],
    rows: meetings.flatMap((ofMeeting) =>
      ofMeeting.slice(0, 1).map((first) => () => toRow(ofMeeting, first, showsForum)),
    ),
    buttons: isAll ? [] : [walkButton(phrases.allAbsences, 'absences', '')],
    file: {
      name: phrases.absencesFile(title),
      table: () => [
        [columns.date, columns.forum, columns.name, columns.title, columns.items],
        ...absences.map((one) => [one.meetingDate, one.forum, one.name, one.title, formatNumbers(one.items)]),
      ],
    },
  };
}

const nothing = (title: string, isAll: boolean): Walk => ({
  title,
  leads: [],
  rows: [],
  buttons: isAll ? [] : [walkButton(phrases.allAbsences, 'absences', '')],
  file: null,
});

/** `fravær`, `fravær 2023`, `fravær <name>`: who the minutes name as absent, meeting by meeting. */
export function createAbsencesWalk({ lists }: { lists: Pick<ArchiveLists, 'listAbsences'> }): Walking {
  const bare = (asked: string): string => foldLetters(asked).trim().replace(fillers, '');
  return {
    name: 'absences',
    words: ['fravær', 'fraværende', 'vis fravær', 'absences'],
    usage: 'fravær <navn>',
    isInMenu: false,
    describe: () => phrases.absencesCommand,
    accepts: (asked) => nameParts(asked).length <= mostWords,
    async look(asked, { audience }) {
      const text = bare(asked);
      if (/^(?:19|20)\d{2}$/.test(text)) {
        const ofYear = toAbsences(await lists.listAbsences(audience, { from: `${text}-01-01`, to: `${text}-12-31` }));
        return ofYear.length === 0
          ? nothing(phrases.noAbsencesIn(text), false)
          : toWalk(phrases.absencesIn(text), ofYear, phrases.absencesLead, false);
      }
      const absences = toAbsences(await lists.listAbsences(audience));
      if (text === '')
        return absences.length === 0
          ? nothing(phrases.noAbsences, true)
          : toWalk(phrases.absencesTitle, absences, phrases.absencesLead, true);
      const typed = nameParts(text);
      const ofPerson = absences.filter(({ name }) => isNamed(name, typed));
      const names = [...new Set(ofPerson.map(({ name }) => name))];
      // A name nobody absent has: somebody who was always there, or a question about something else.
      if (ofPerson.length === 0) return undefined;
      return toWalk(phrases.absencesOf(names.join(', ')), ofPerson, phrases.absencesOfLead, false);
    },
  };
}
