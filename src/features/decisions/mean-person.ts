import type { Audience } from '../../domain/access.js';
import { analyseText } from '../../search/analyse-text.js';
import type { MeetingSummary, MinutesStore, PersonInMinutes, SearchIndex } from '../../store/ports.js';
import { archiveFor, listPersons } from './archive.js';
import { askBack, mostChoices } from './ask-which.js';
import { phrases } from './phrases.js';
import { type NamedPerson, readPerson } from './read-persons.js';
import { asksForPromises } from './read-promise-question.js';
import type { Question } from './read-question.js';
import type { Told } from './told.js';

/** Who a question means: the question with the name spelled right, or one question back. */
export type MeantPerson = { text: string; remark: string } | { ask: Told };

interface Asking {
  search: SearchIndex;
  minutes: Pick<MinutesStore, 'listPersons' | 'getMeeting'>;
  audience: Audience;
}

/** A name in small letters is looked for only where the question is about somebody. */
const asksForPerson = ({ asked, text }: Question): boolean =>
  asked === 'attendance' || asked === 'title' || asksForPromises(text);

/** The telling words are the name and no others. */
const isAllAbout = ({ words }: Question, { start, end }: NamedPerson): boolean =>
  words.every(({ weak, unit }) => weak || (start <= unit.start && unit.end <= end));

const withName = (question: Question, { start, end }: NamedPerson, name: string): string =>
  `${question.text.slice(0, start)}${name}${question.text.slice(end)}`;

/** Of those who may be meant, whoever is named in the one meeting that is asked about. */
async function namedThere(
  { minutes, audience }: Asking,
  names: readonly string[],
  named: readonly MeetingSummary[] | undefined,
): Promise<readonly string[]> {
  const [meeting, other] = named ?? [];
  if (meeting === undefined || other !== undefined) return names;
  const { document } = await minutes.getMeeting(audience, meeting.id);
  const there = new Set(
    [...document.participants, ...document.items.flatMap(({ absent }) => absent)].map(({ name }) => name),
  );
  const met = names.filter((name) => there.has(name));
  return met.length === 0 ? names : met;
}

function askWhom(
  question: Question,
  person: NamedPerson,
  names: readonly string[],
  persons: readonly PersonInMinutes[],
) {
  const lastNamed = (name: string): string => persons.find((one) => one.name === name)?.lastNamedOn ?? '';
  const newest = [...names].sort((one, other) => lastNamed(other).localeCompare(lastNamed(one)));
  const choices = newest
    .slice(0, mostChoices)
    .map((name) => ({ title: name, question: withName(question, person, name) }));
  return askBack(phrases.whichPerson(person.text), choices);
}

/**
 * Understands a name by any of its parts, misspelt or not, from the names in the minutes. Repaired only where one person fits;
 * where two or three do and the question is about that person, it is asked which.
 *
 * Undefined where the question names nobody, or as clearly as can be.
 */
export async function meanPerson(
  asking: Asking,
  question: Question,
  named: readonly MeetingSummary[] | undefined,
): Promise<MeantPerson | undefined> {
  const units = analyseText(question.text);
  if (!asksForPerson(question) && !units.some(({ text, start }) => start > 0 && /^\p{Lu}\p{Ll}/u.test(text)))
    return undefined;
  const persons = await listPersons(asking, asking.audience);
  const words = await archiveFor(asking.search, asking.audience).words();
  const person = readPerson(units, persons, asksForPerson(question), (folded) => words.has(folded));
  if (person === undefined) return undefined;
  const names = person.names.length === 1 ? person.names : await namedThere(asking, person.names, named);
  const [name, other] = names;
  if (name === undefined) return undefined;
  if (other === undefined) {
    const isClear = !person.isRepaired && person.names.length === 1;
    const remark = person.isRepaired ? phrases.readAs(person.text, name) : '';
    return isClear ? undefined : { text: withName(question, person, name), remark };
  }
  const mustAsk = asksForPerson(question) || person.isRepaired || isAllAbout(question, person);
  return mustAsk ? { ask: askWhom(question, person, names, persons) } : undefined;
}
