import { foldLetters } from '../../danish/letters.js';
import { isOfficeTitle } from '../../danish/office-titles.js';
import { wordForm } from '../../danish/word-forms.js';
import type { AnswerSource } from '../../domain/answer.js';
import { analyseText } from '../../search/analyse-text.js';
import type { ArchiveLists, ListedAbsence, ListedParticipant, MeetingSummary } from '../../store/ports.js';
import { absenceSource, inWords, type MeetingContext, meetingSource } from './answer-about-meeting.js';
import { type ListedFind, tellInOrder, tellList } from './answer-as-list.js';
import { askBack, mostChoices } from './ask-which.js';
import { noneHeld } from './list-decisions.js';
import { spanOf } from './named-meetings.js';
import { phrases } from './phrases.js';
import { type AttendanceCount, readAttendanceCount } from './read-attendance-count.js';
import { readPerson } from './read-persons.js';
import { sayWhere } from './say-where.js';
import { notFound, type Told } from './told.js';

export interface AttendanceContext extends MeetingContext {
  lists: Pick<ArchiveLists, 'listAbsences' | 'listParticipants'>;
  /** ISO date. */
  today: string;
}

/** One meeting somebody was at, or was not. */
interface Attended {
  meetingId: string;
  name: string;
  title: string | null;
  /** Absent from, or there for, all of it that the asker sees. */
  isWhole: boolean;
}

/** "Anne-Grethe" and "Anne Grethe" are one; two names with a part in common are two people. */
const keyOf = (name: string): string => (foldLetters(name).match(/[\p{L}\d]+/gu) ?? []).join(' ');

const meetingKey = ({ meetingId, name }: { meetingId: string; name: string }): string => `${meetingId} ${keyOf(name)}`;

/** Somebody once a meeting, newest meeting first. */
function onceAMeeting(printed: readonly (ListedAbsence | ListedParticipant)[]): Attended[] {
  const once = new Map<string, Attended & { items: number }>();
  for (const one of printed) {
    const key = meetingKey(one);
    const items = (once.get(key)?.items ?? 0) + 1;
    const isWhole = !('itemsOfMeeting' in one) || items >= one.itemsOfMeeting;
    once.set(key, { meetingId: one.meetingId, name: one.name, title: one.title, items, isWhole });
  }
  return [...once.values()];
}

/** What the minutes that are read say of who came. */
interface Kept {
  absences: Attended[];
  presences: Attended[];
  meetings: readonly MeetingSummary[];
}

async function readAttendance({ lists, audience, named, meetings }: AttendanceContext): Promise<Kept> {
  const read = named ?? meetings;
  const within = spanOf(read);
  const ids = new Set(read.map(({ id }) => id));
  const isRead = ({ meetingId }: { meetingId: string }): boolean => ids.has(meetingId);
  const absences = onceAMeeting((await lists.listAbsences(audience, within)).filter(isRead));
  const presences = onceAMeeting((await lists.listParticipants(audience, within)).filter(isRead));
  // Who is listed and missed all of it was not there.
  const missed = new Set(absences.filter(({ isWhole }) => isWhole).map(meetingKey));
  return { absences, presences: presences.filter((one) => !missed.has(meetingKey(one))), meetings: read };
}

/** Who may be meant: by any part of a name, or by an office ("direktøren"). Full names, each once. */
function findNames(whose: string, { absences, presences }: Kept): string[] {
  const people = new Map([...absences, ...presences].map((one) => [keyOf(one.name), one]));
  if (isOfficeTitle(whose)) {
    const { stem } = wordForm(foldLetters(whose));
    const holds = ({ title }: Attended): boolean =>
      analyseText(title ?? '').some(({ folded }) => wordForm(folded).stem === stem);
    return [...people.values()].filter(holds).map(({ name }) => name);
  }
  const units = analyseText(whose);
  const person = readPerson(units, [...people.values()], true, () => false);
  const isAll = person !== undefined && units.every(({ start, end }) => person.start <= start && end <= person.end);
  return isAll ? person.names : [];
}

/** Of a line that names several who were absent, the one who is counted. */
function onlyOf(one: Attended, source: AnswerSource): AnswerSource {
  const printed = [inWords(one), one.name].find((name) => source.quote.includes(name));
  return printed === undefined ? source : { ...source, quote: printed };
}

/** Each of somebody's meetings with where it is printed; only for those a list shows. */
async function findsOf(
  { minutes, audience }: AttendanceContext,
  counted: readonly Attended[],
  counts: AttendanceCount['counts'],
): Promise<ListedFind[]> {
  const finds: ListedFind[] = [];
  for (const one of counted) {
    const meeting = await minutes.getMeeting(audience, one.meetingId);
    const source =
      counts === 'absences'
        ? onlyOf(one, absenceSource(meeting, [one], undefined))
        : meetingSource(meeting, inWords(one));
    finds.push({ source, says: counts === 'presences' ? phrases.present : phrases.absentFor(one.isWhole) });
  }
  return finds;
}

async function tellCount(context: AttendanceContext, kept: Kept, name: string, counts: AttendanceCount['counts']) {
  const theirs = kept[counts].filter((one) => keyOf(one.name) === keyOf(name));
  const where = sayWhere(kept.meetings, context.question);
  const listing = new Set(kept.presences.map(({ meetingId }) => meetingId)).size;
  const unlisted = kept.meetings.length - listing;
  const parts = theirs.filter(({ isWhole }) => !isWhole).length;
  const firstLine =
    counts === 'absences'
      ? phrases.absentTimes(name, theirs.length, parts, where)
      : phrases.presentTimes(name, theirs.length, where);
  const remarks = counts === 'presences' && unlisted > 0 ? [phrases.withoutList(unlisted)] : [];
  const text = [firstLine, ...remarks].join(' ');
  if (theirs.length === 0) return { ...notFound(text), intent: 'attendance' as const };
  const told = tellList(firstLine, await findsOf(context, theirs, counts));
  return {
    ...told,
    intent: 'attendance' as const,
    text: [told.text, ...remarks].join('\n'),
    ...(remarks.length > 0 && { remarks }),
  };
}

/** So many people are named who most often did something, and those who did it as often as the last of them. */
const mostNamed = 5;

async function tellMost(context: AttendanceContext, kept: Kept, counts: AttendanceCount['counts']): Promise<Told> {
  const byPerson = new Map<string, Attended[]>();
  for (const one of kept[counts]) byPerson.set(keyOf(one.name), [...(byPerson.get(keyOf(one.name)) ?? []), one]);
  const sorted = [...byPerson.values()].sort((one, other) => other.length - one.length);
  const least = sorted[mostNamed - 1]?.length ?? 1;
  const named = sorted.filter(({ length }) => length >= least).slice(0, 2 * mostNamed);
  const where = sayWhere(kept.meetings, context.question);
  const [most] = named;
  if (most === undefined) return notFound(phrases.mostOften[counts]('', where));
  const top = named.filter(({ length }) => length === most.length).map(([one]) => one?.name ?? '');
  const finds: ListedFind[] = [];
  for (const theirs of named) {
    const under = phrases.timesOf(theirs[0]?.name ?? '', theirs.length);
    for (const { source, says } of await findsOf(context, theirs, counts))
      finds.push({ source: { ...source, listed: { under, says, order: 'most' } }, says: `${under}` });
  }
  const firstLine = phrases.mostOften[counts](phrases.timesOf(top.join(', '), most.length), where);
  const lines = named.map((theirs) => phrases.timesOf(theirs[0]?.name ?? '', theirs.length));
  return { ...tellInOrder(firstLine, finds), intent: 'attendance', text: [firstLine, ...lines].join('\n') };
}

/**
 * "hvor mange gange har Ida været fraværende", "hvor mange møder var direktøren med til i 2024", "hvem har oftest afbud": the number first,
 * then each meeting. Where several people may be meant, it is asked who. Undefined where something else is asked, or of nobody known.
 */
export async function countAttendance(context: AttendanceContext): Promise<Told | undefined> {
  const { question, today, named } = context;
  const asked = readAttendanceCount(question.text, today);
  if (asked === undefined) return undefined;
  if (named?.length === 0) return noneHeld(context);
  const kept = await readAttendance(context);
  const { whose, counts } = asked;
  if (whose === undefined) return tellMost(context, kept, counts);
  const names = findNames(whose, kept);
  const [name, other] = names;
  if (name === undefined) return undefined;
  if (other === undefined) return tellCount(context, kept, name, counts);
  const choices = names
    .slice(0, mostChoices)
    .map((one) => ({ title: one, question: question.text.replace(whose, () => one) }));
  return askBack(phrases.whoIsMeant, choices);
}
