import { editDistance } from '../../danish/edit-distance.js';
import { foldLetters } from '../../danish/letters.js';
import { wordForm } from '../../danish/word-forms.js';
import type { Audience } from '../../domain/access.js';
import type { AnswerSource } from '../../domain/answer.js';
import type { PersonName } from '../../domain/person.js';
import type { NamedDepartment } from '../../register/find-departments.js';
import type { Concept } from '../../search/query.js';
import type { MeetingSummary, MinutesStore, StoredMeeting } from '../../store/ports.js';
import { toStoredItem } from './archive.js';
import type { FoundEntries } from './find-entries.js';
import { phrases } from './phrases.js';
import { sourceOf } from './quote.js';
import type { Question } from './read-question.js';

export interface MeetingContext {
  minutes: MinutesStore;
  audience: Audience;
  question: Question;
  /** Newest first. */
  meetings: readonly MeetingSummary[];
  /** Those the question names; undefined when it names none. */
  named: readonly MeetingSummary[] | undefined;
  found: FoundEntries;
  /** With their names through the years; none where there is no register. */
  departments?: readonly NamedDepartment[];
}

export interface MeetingAnswer {
  answered: boolean;
  text: string;
  sources: AnswerSource[];
}

/** So many meetings are opened in search of a person; the newest ones. */
const openedMeetings = 12;

export const inWords = (person: PersonName): string =>
  person.title === null ? person.name : `${person.name} (${person.title})`;

export const meetingSource = (meeting: StoredMeeting, quote: string): AnswerSource => ({
  meetingId: meeting.id,
  meetingDate: meeting.document.date,
  forum: meeting.document.forum,
  itemNumber: null,
  title: meeting.document.forum,
  section: 'other',
  quote,
  file: meeting.fileName,
});

export function uniquePersons(persons: readonly PersonName[]): PersonName[] {
  const byName = new Map<string, PersonName>();
  for (const person of persons) if (!byName.has(person.name)) byName.set(person.name, person);
  return [...byName.values()];
}

export const absentOf = (meeting: StoredMeeting): PersonName[] =>
  uniquePersons(meeting.document.items.flatMap((item) => item.absent));

/** Whether a typed word means a part of a name: the same, its genitive, or one slip away. */
function isNamePart(typed: string, part: string): boolean {
  if (typed === part || typed === `${part}s`) return true;
  return part.length >= 5 && editDistance(typed, part, 1) <= 1;
}

const partsOf = (name: string): string[] =>
  foldLetters(name)
    .split(/[\s.-]+/)
    .filter((part) => part.length > 1);

/** The person a question names, and which of its words do. */
export function findPerson(
  question: Question,
  persons: readonly PersonName[],
): { person: PersonName; words: Set<string> } | undefined {
  const typed = question.words.filter((word) => word.unit.kind === 'word').map((word) => word.unit.folded);
  let best: { person: PersonName; words: Set<string> } | undefined;
  for (const person of persons) {
    const parts = partsOf(person.name);
    const words = new Set(typed.filter((word) => parts.some((part) => isNamePart(word, part))));
    if (words.size > (best?.words.size ?? 0)) best = { person, words };
  }
  return best;
}

export async function open(context: MeetingContext, meetings: readonly { id: string }[]): Promise<StoredMeeting[]> {
  const opened: StoredMeeting[] = [];
  for (const { id } of meetings.slice(0, openedMeetings))
    opened.push(await context.minutes.getMeeting(context.audience, id));
  return opened;
}

/** A noun of the language beside the name of a person: the meeting is told by what it was about. */
const saysMoreThanName = ({ words }: Question): boolean =>
  words.some(({ weak, unit }) => {
    const { known, wordClass } = wordForm(unit.folded);
    // A compound the dictionary does not list has no class of its own.
    return !weak && unit.kind === 'word' && known && (wordClass === 'noun' || wordClass === undefined);
  });

/** Meetings to look into: those named, else those of the best finds, newest first. */
async function meetingsInQuestion(context: MeetingContext): Promise<StoredMeeting[]> {
  const best = context.found.ranked[0]?.score ?? 0;
  const ids = context.found.ranked
    .filter((entry) => entry.score >= 0.4 * best)
    .map((entry) => entry.candidate.meetingId);
  const isToldByTopic =
    saysMoreThanName(context.question) && context.named?.some(({ id }) => ids.includes(id)) === true;
  // "i 2023, da vi fik prognosen": of the meetings named, the one that was about it.
  if (context.named !== undefined && !isToldByTopic) return open(context, context.named);
  const newestFirst = (context.named ?? context.meetings).filter((meeting) => ids.includes(meeting.id));
  // "da vi talte om åbningstider" means one meeting, the best; a name alone the newest it stands in.
  const known = saysMoreThanName(context.question)
    ? newestFirst.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
    : newestFirst;
  const opened = await open(context, known);
  return opened.length > 0 ? opened : open(context, context.meetings.slice(0, 1));
}

const asksForAbsence = (text: string): boolean =>
  /afbud|fravær|manglede|ikke|meldt fra|meldte fra|syg|udeblev/u.test(text.toLowerCase());

/** The item in which a person's or the absence is printed; the asked item where there is one. */
export function absenceSource(meeting: StoredMeeting, names: readonly PersonName[], itemNumber: number | undefined) {
  const first = names[0];
  const items = [...meeting.document.items].sort(
    (one, other) => Number(other.number === itemNumber) - Number(one.number === itemNumber),
  );
  for (const item of items) {
    const section = item.sections.find(
      (one) => one.kind === 'absent' && first !== undefined && one.text.includes(first.name),
    );
    if (section !== undefined) return sourceOf(toStoredItem(meeting, item), 'absent', section.text.trim());
  }
  return meetingSource(meeting, names.map(inWords).join(', '));
}

/** The item of a meeting the question's other words are about ("da borgermødet blev drøftet"). */
function askedItem(
  context: MeetingContext,
  meeting: StoredMeeting,
  nameWords: ReadonlySet<string>,
): number | undefined {
  if (context.question.itemNumber !== undefined) return context.question.itemNumber;
  const topic = context.question.words.filter((word) => !word.weak && !nameWords.has(word.unit.folded));
  if (topic.length === 0) return undefined;
  const labels = new Set(topic.map((word) => word.unit.text));
  // "åbnings tider" as one word, and what else the words may mean.
  const meant = context.found.query.concepts.filter(
    ({ label, kind }) => kind !== 'weak' && (labels.has(label) || label.includes(' ')),
  );
  const stems = new Set([
    ...topic.flatMap((word) => word.unit.terms),
    ...meant.flatMap(({ alternatives }) => alternatives.flatMap(({ terms }) => (terms.length === 1 ? terms : []))),
  ]);
  const inMeeting = context.found.ranked.filter((entry) => entry.candidate.meetingId === meeting.id);
  const about = inMeeting.find((entry) =>
    Object.entries(entry.candidate.fields).some(
      ([field, { places }]) =>
        field !== 'attendance' && field !== 'head' && [...places.keys()].some((term) => stems.has(term)),
    ),
  );
  return about?.candidate.itemNumber ?? undefined;
}

const findPersonIn = ({ question }: MeetingContext, opened: readonly StoredMeeting[]) =>
  findPerson(
    question,
    uniquePersons(opened.flatMap((meeting) => [...meeting.document.participants, ...absentOf(meeting)])),
  );

function personAnswer(context: MeetingContext, opened: readonly StoredMeeting[]): MeetingAnswer | undefined {
  const named = findPersonIn(context, opened);
  if (named === undefined) return undefined;
  const { person, words } = named;
  const wantsAbsence = asksForAbsence(context.question.text);
  const absences = opened.filter((meeting) => absentOf(meeting).some((other) => other.name === person.name));
  const presences = opened.filter((meeting) =>
    meeting.document.participants.some((other) => other.name === person.name),
  );
  const [absence, presence] = [absences[0], presences[0]];
  const isAbsence =
    absence !== undefined &&
    (wantsAbsence || presence === undefined || opened.indexOf(absence) <= opened.indexOf(presence));
  if (isAbsence) {
    const item = askedItem(context, absence, words);
    return {
      answered: true,
      text: phrases.personWasAbsent(person.name, absence.document.date),
      sources: [absenceSource(absence, [person], item)],
    };
  }
  if (presence === undefined) return undefined;
  const printed = presence.document.participants.find((other) => other.name === person.name) ?? person;
  return {
    answered: true,
    text: phrases.personWasThere(person.name, presence.document.date),
    sources: [meetingSource(presence, inWords(printed))],
  };
}

function listAnswer(context: MeetingContext, meeting: StoredMeeting): MeetingAnswer {
  const { date, participants } = meeting.document;
  const absent = absentOf(meeting);
  const item = askedItem(context, meeting, new Set());
  if (asksForAbsence(context.question.text)) {
    if (absent.length === 0) return { answered: false, text: phrases.noAbsent(date), sources: [] };
    const text = phrases.absent(absent.map(inWords).join(', '), date);
    return { answered: true, text, sources: [absenceSource(meeting, absent, item)] };
  }
  if (participants.length === 0) {
    const known = absent.length === 0 ? '' : ` ${phrases.absent(absent.map(inWords).join(', '), date)}`;
    const sources = absent.length === 0 ? [] : [absenceSource(meeting, absent, item)];
    return { answered: absent.length > 0, text: `${phrases.noParticipants(date)}${known}`, sources };
  }
  const names = participants.map(inWords).join(', ');
  return { answered: true, text: phrases.participants(names, date), sources: [meetingSource(meeting, names)] };
}

const startWords = /(?<!\p{L})(?:start\p{L}*|begynd\p{L}*|gik i gang|hvad tid|klokken|hvilket tidspunkt)(?!\p{L})/u;

function placeOrTime(context: MeetingContext, meeting: StoredMeeting): MeetingAnswer | undefined {
  const { date, place, startTime } = meeting.document;
  if (context.question.asked === 'place') {
    if (place === null) return { answered: false, text: phrases.noPlace(date), sources: [] };
    return { answered: true, text: phrases.place(place, date), sources: [meetingSource(meeting, place)] };
  }
  if (startTime === null) return undefined;
  return { answered: true, text: phrases.start(startTime, date), sources: [meetingSource(meeting, startTime)] };
}

const isAboutMeeting = ({ asked, text, words }: Question): boolean => {
  if (asked === 'attendance' || asked === 'place') return true;
  const strong = words.filter((word) => !word.weak && !startWords.test(word.unit.text.toLowerCase()));
  return (
    asked === 'date' && /møde/u.test(text.toLowerCase()) && startWords.test(text.toLowerCase()) && strong.length === 0
  );
};

/** "hvad var der på dagsordenen 13. april": nothing but the meeting is named, so its items are listed. */
export async function listMeetingItems(context: MeetingContext): Promise<MeetingAnswer | undefined> {
  const { question, named } = context;
  const [asked] = named ?? [];
  // The standing items are items like others when they are asked about.
  if (/godkend|referater|eventuelt|(?<!\p{L})evt(?!\p{L})/u.test(question.text.toLowerCase())) return undefined;
  const isWhole = question.words.every((word) => word.weak || /^(?:dagsorden|program)/.test(word.unit.folded));
  if (asked === undefined || !isWhole || question.itemNumber !== undefined || question.caseNumbers.length > 0)
    return undefined;
  const [meeting] = await open(context, [asked]);
  if (meeting === undefined) return undefined;
  const topics = meeting.document.items.map((item) => item.topic);
  const quote = meeting.document.items.map((item) => item.title).join('\n');
  return {
    answered: true,
    text: phrases.agendaOf(meeting.document.date, topics),
    sources: [meetingSource(meeting, quote)],
  };
}

/** A word no minutes have is somebody, or something, they do not know; a word for a meeting of some sort is neither. */
const isStranger = ({ kind, found, label }: Concept): boolean =>
  kind === 'word' && !found && !/møde|moede/iu.test(label);

/** Who came, who did not, where and when a meeting was held: answered from the head of the minutes and the lines of absence. */
export async function answerAboutMeeting(context: MeetingContext): Promise<MeetingAnswer | undefined> {
  const { question } = context;
  if (!isAboutMeeting(question)) return undefined;
  const label = question.dates.map((date) => date.label).join(' ');
  if (context.named?.length === 0)
    return { answered: false, text: phrases.meetingNotFound(label === '' ? question.text : label), sources: [] };
  const opened = await meetingsInQuestion(context);
  const [meeting] = opened;
  if (meeting === undefined) return undefined;
  if (question.asked !== 'attendance') return placeOrTime(context, meeting);
  // Two parts of a name say who it is, however the third is spelt.
  const isNamed = (findPersonIn(context, opened)?.words.size ?? 0) > 1;
  const stranger = isNamed ? undefined : context.found.query.concepts.find(isStranger);
  if (stranger !== undefined) return { answered: false, text: phrases.personUnknown(stranger.label), sources: [] };
  return personAnswer(context, opened) ?? listAnswer(context, meeting);
}
