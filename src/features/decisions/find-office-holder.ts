import { editDistance } from '../../danish/edit-distance.js';
import { foldLetters } from '../../danish/letters.js';
import { isOfficeTitle } from '../../danish/office-titles.js';
import { forumSynonyms } from '../../danish/synonyms.js';
import { wordForm } from '../../danish/word-forms.js';
import type { PersonName } from '../../domain/person.js';
import { findDepartments } from '../../register/find-departments.js';
import { termsOfText } from '../../search/analyse-text.js';
import { partTerm } from '../../search/terms.js';
import type { StoredMeeting } from '../../store/ports.js';
import {
  absenceSource,
  absentOf,
  findPerson,
  inWords,
  type MeetingAnswer,
  type MeetingContext,
  meetingSource,
  open,
  uniquePersons,
} from './answer-about-meeting.js';

/** Whether a word, or another way to say it ("BSV"), stands in a title; one slip is forgiven. */
function standsInTitle(word: string, title: ReadonlySet<string>): boolean {
  const { stem } = wordForm(word);
  // "fritids chef" is the chief of "Fritid".
  const joint = wordForm(word.replace(/s$/, '')).stem;
  if ([stem, joint].some((one) => title.has(one) || title.has(partTerm(one)))) return true;
  const others = (forumSynonyms().get(stem) ?? []).flatMap((group) =>
    group.expression.length === 1 ? group.others : [],
  );
  if (others.some((other) => other.every((part) => title.has(part)))) return true;
  return stem.length >= 6 && [...title].some((term) => editDistance(stem, term, 1) <= 1);
}

/** "B&E", "be" of "Afdelingschef By & Ejendomme"; "ÆSH" of "Ældre, Sundhed & Handicap". */
function initialsOf(title: string): Set<string> {
  const names = title.slice(0, 200).match(/\p{Lu}\p{L}+(?:(?:,\s|\s(?:&|og)\s)\p{Lu}\p{L}+)+/gu) ?? [];
  const initials = names.map((name) => (name.match(/\p{Lu}/gu) ?? []).join(''));
  return new Set(
    initials.flatMap((letters) => [foldLetters(letters), foldLetters(`${letters.slice(0, -1)}&${letters.slice(-1)}`)]),
  );
}

/** "kommunal direktør" is one office, typed as two words. */
function standsJoined(words: readonly string[], title: ReadonlySet<string>): boolean {
  return words.length > 1 && ['', 's', 'e'].some((joint) => title.has(wordForm(words.join(joint)).stem));
}

/** Somebody with title, where they are listed among those present; that tells more than where they were missed. */
function tellPerson(holder: PersonName, meeting: StoredMeeting, opened: readonly StoredMeeting[]): MeetingAnswer {
  const present = opened.find(({ document }) => document.participants.some(({ name }) => name === holder.name));
  const source =
    present === undefined ? absenceSource(meeting, [holder], undefined) : meetingSource(present, inWords(holder));
  return { answered: true, text: `${inWords(holder)}.`, sources: [source] };
}

const namedIn = (meeting: StoredMeeting): PersonName[] =>
  uniquePersons([...meeting.document.participants, ...absentOf(meeting)]);

/** "hvem er chef for skole og uddannelse": of a department, by any name it went by, whatever it is called today. */
function holdsOfficeIn({ question, departments = [] }: MeetingContext, wanted: readonly string[]) {
  const named = findDepartments(question.text, departments).find((one) => one.departments.length === 1);
  const department = named?.departments[0];
  if (named === undefined || department === undefined) return () => false;
  const ofName = new Set(
    question.words
      .filter(({ unit }) => named.start <= unit.start && unit.end <= named.end)
      .map(({ unit }) => unit.folded),
  );
  const others = wanted.filter((word) => !ofName.has(word));
  return (person: PersonName): boolean => {
    const title = person.title ?? '';
    const terms = new Set(termsOfText(title).split(' '));
    const isThere = findDepartments(title, departments).some((one) => one.departments.includes(department));
    return isThere && others.every((word) => standsInTitle(word, terms));
  };
}

/** "hvem er afdelingschef for miljø og teknik": the newest list of names that has somebody with that office. */
export async function findOfficeHolder(context: MeetingContext): Promise<MeetingAnswer | undefined> {
  const { question } = context;
  if (question.asked !== 'person' && question.asked !== 'title') return undefined;
  const words = question.words.filter((word) => word.unit.kind === 'word');
  const wanted = words.filter((word) => isOfficeTitle(word.unit.text) || !word.weak).map((word) => word.unit.folded);
  const office = words.find((word) => isOfficeTitle(word.unit.text));
  // A bare "chef" is held by many.
  if (office === undefined || (wanted.length < 2 && office.weak)) return undefined;
  const isOfDepartment = holdsOfficeIn(context, wanted);
  const opened = await open(context, context.named ?? context.meetings);
  for (const meeting of opened) {
    const holder = namedIn(meeting).find((person) => {
      const title = new Set(termsOfText(person.title ?? '').split(' '));
      const initials = initialsOf(person.title ?? '');
      const isWanted = (word: string): boolean => initials.has(word) || standsInTitle(word, title);
      const isHolder = wanted.every(isWanted) || standsJoined(wanted, title) || isOfDepartment(person);
      return title.size > 0 && isHolder;
    });
    if (holder !== undefined) return tellPerson(holder, meeting, opened);
  }
  return undefined;
}

const whoIs = /^(?:og |men )?hvem (?:er|var) (?:(?:nu|lige|egentlig|ham|hende) )?\p{L}/u;

/** "hvem er Vibeke Tofteng": with the title that the newest list of names gives. */
export async function tellWhoSomebodyIs(context: MeetingContext): Promise<MeetingAnswer | undefined> {
  const { question, named, meetings } = context;
  if (question.asked !== 'person' || question.isFollowUp || !whoIs.test(question.text.toLowerCase())) return undefined;
  const opened = await open(context, named ?? meetings);
  for (const meeting of opened) {
    const found = findPerson(question, namedIn(meeting));
    const isAllAsked = question.words.every(({ weak, unit }) => weak || found?.words.has(unit.folded) === true);
    if (found !== undefined && isAllAsked && found.person.title !== null)
      return tellPerson(found.person, meeting, opened);
  }
  return undefined;
}
