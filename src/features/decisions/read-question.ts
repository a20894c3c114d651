import { isOfficeTitle } from '../../danish/office-titles.js';
import {
  type AskedFor,
  asksForContact,
  isDocumentWord,
  isMeasure,
  readAskingWords,
  weakWords,
} from '../../danish/question-words.js';
import { readEnglish } from '../../danish/read-english.js';
import { spellQuestion } from '../../danish/spell-question.js';
import { stopWords } from '../../danish/stop-words.js';
import type { Intent } from '../../domain/answer.js';
import { BoundedCache } from '../../domain/bounded-cache.js';
import { analyseText, type Unit } from '../../search/analyse-text.js';
import type { QuestionWord } from '../../search/build-query.js';
import type { Wish } from '../../search/evidence.js';
import type { StatedDate } from '../../search/query.js';
import { dateTerms, yearTerm } from '../../search/terms.js';
import { type LatestMeetings, readItemNumber, readLatestMeetings, type Span } from './read-meeting-reference.js';
import { type Period, readPeriod } from './read-period.js';

/** A question as it was understood. */
export interface Question {
  /** White space folded, cut to a length a person may have typed. */
  text: string;
  asked: AskedFor;
  /** All kinds of things asked for, most telling first. */
  allAsked: readonly AskedFor[];
  intent: Intent;
  /** What it is about, the question before included in a follow-up. */
  words: readonly QuestionWord[];
  /** Dates, months and years in figures or by name. */
  dates: readonly Omit<StatedDate, 'found'>[];
  caseNumbers: readonly { label: string; term: string }[];
  period: Period | undefined;
  /** "sidste møde", "de seneste tre møder": so many of the newest, after those passed over. */
  latest: Pick<LatestMeetings, 'count' | 'skip'> | undefined;
  /** What else would please: an address to write to, a document. */
  wish: Wish;
  /** "punkt 5" */
  itemNumber: number | undefined;
  /** It was read as going on from the question before. */
  isFollowUp: boolean;
}

/** Longer than anyone types; what comes after would only slow the search. */
const longestQuestion = 400;
/** More telling words than any question has; the most telling ones of a pasted page come first as well as last. */
const mostWords = 24;

const intentOf: Readonly<Record<AskedFor, Intent>> = {
  case_number: 'case_number',
  attachment: 'attachment',
  attendance: 'attendance',
  nomination: 'nomination',
  deadline: 'deadline',
  duration: 'date',
  date: 'date',
  frequency: 'item',
  amount: 'amount',
  title: 'person',
  person: 'person',
  place: 'item',
  reason: 'item',
  upcoming: 'upcoming',
  news: 'news',
  timeline: 'timeline',
  list: 'list',
  decision: 'decision',
  yes_no: 'decision',
  topic: 'item',
};

/** Capitals inside a question typed otherwise in small letters mark an abbreviation, also of a common word ("MED"). */
const isAbbreviation = (unit: Unit): boolean => /^\p{Lu}[\p{Lu}\d&]{1,5}$/u.test(unit.text);

/** The "25" of "februar 25": only a month without a year takes one. */
const isShortYear = (units: readonly Unit[], unit: Unit | undefined): boolean => {
  if (unit?.kind !== 'number' || !/^[12]\d$/.test(unit.folded)) return false;
  const before = units[units.indexOf(unit) - 1]?.date;
  return before?.month != null && before.year === null;
};

/** The "borgere" of "hvor mange borgere", the "bank" of "hvilken bank": the noun the answer must speak of. */
function asksForKind(units: readonly Unit[], unit: Unit): boolean {
  if (unit.kind !== 'word' || unit.folded.length < 3) return false;
  const place = units.indexOf(unit);
  const before = units.slice(Math.max(0, place - 3), place).map((other) => other.folded);
  const asking = before.findLastIndex((word) => /^(?:mange|faa|hvilken?|hvilket)$/.test(word));
  // A number may stand between: "hvilke to systemer", "hvilke 3 skoler".
  const between = asking < 0 ? [] : before.slice(asking + 1);
  return (
    asking >= 0 && between.every((word) => /^(?:\d+|to|tre|fire|fem|seks|syv|otte|ni|ti|de|andre|nye)$/.test(word))
  );
}

interface Reading {
  readonly units: readonly Unit[];
  readonly asking: ReturnType<typeof readAskingWords>;
  readonly words: readonly QuestionWord[];
}

function readWords(text: string): Reading {
  const units = analyseText(text);
  const wordUnits = units.filter((unit) => unit.kind === 'word');
  const asking = readAskingWords(wordUnits.map((unit) => unit.folded));
  const askingUnits = new Set(wordUnits.filter((_, place) => asking.places.has(place)));
  const shouted = text === text.toUpperCase();
  const words: QuestionWord[] = [];
  for (const unit of units) {
    if (unit.kind === 'date' || unit.kind === 'case_number') continue;
    if (isShortYear(units, unit)) continue;
    const namesKind = asksForKind(units, unit);
    const isTelling =
      namesKind || unit.kind === 'number' || !stopWords.has(unit.folded) || (!shouted && isAbbreviation(unit));
    if (!isTelling || (unit.kind === 'word' && unit.folded.length < 2 && !isAbbreviation(unit))) continue;
    const isKind = /^hvilke(?:n|t)?$/.test(units[units.indexOf(unit) - 1]?.folded ?? '');
    const weak = askingUnits.has(unit) || isKind || (weakWords.has(unit.folded) && !isAbbreviation(unit));
    const after = units[units.indexOf(unit) + 1];
    words.push({ unit, weak, share: 1, ...(namesKind && { namesKind }), ...(after && { after }) });
  }
  return { units, asking, words: words.slice(0, mostWords) };
}

const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, longestQuestion);

/** A question as it is searched: cleaned, in Danish, with what is plainly misspelt spelled right. */
interface Understood {
  readonly text: string;
  readonly reading: Reading;
}

/** Each question is read several times on the way to its answer, and once more with the next one. */
const recent = new BoundedCache<string, Understood>(50, () => 1);

function understood(typed: string): Understood {
  const cleaned = clean(typed);
  const known = recent.get(cleaned);
  if (known !== undefined) return known;
  const text = readEnglish(cleaned) ?? spellQuestion(cleaned);
  const read = { text, reading: readWords(text) };
  recent.put(cleaned, read);
  return read;
}

/** Words before a date that make it the meeting's. */
const meetingBefore = new Set(['i', 'fra', 'moedet', 'moede', 'referatet', 'referat', 'siden']);

function datesOf(units: readonly Unit[]): Omit<StatedDate, 'found'>[] {
  return units.flatMap((unit, place) => {
    if (unit.kind !== 'date') return [];
    const before = units.slice(Math.max(0, place - 3), place).map((other) => other.folded);
    const ofMeeting = meetingBefore.has(before.at(-1) ?? '') || before.includes('moedet');
    const next = units[place + 1];
    if (unit.date !== undefined && next !== undefined && isShortYear(units, next)) {
      const [term = ''] = dateTerms({ ...unit.date, year: 2000 + Number(next.folded) });
      return [{ label: `${unit.text} ${next.text}`, term, ofMeeting }];
    }
    return [{ label: unit.text, term: unit.terms[0] ?? '', ofMeeting }];
  });
}

/** "hvad med året før?": the years of the question before, moved. */
function shiftYears(units: readonly Unit[], text: string): Omit<StatedDate, 'found'>[] | undefined {
  const shift = /(?:året|år) før|forrige år/u.test(text) ? -1 : /året efter|næste år/u.test(text) ? 1 : 0;
  if (shift === 0) return undefined;
  const years = units.flatMap((unit) => unit.date?.year ?? []);
  return years.map((year) => ({ label: String(year + shift), term: yearTerm(year + shift), ofMeeting: false }));
}

/** Only a topic is named, no question is put: "børneliv chef", "program for lederdagen". */
const isBare = ({ asking, units }: Reading): boolean =>
  asking.asked[0] === 'topic' && units.length <= 7 && !/^(?:hv|er$|kan$|skal$|maa$|vil$)/.test(units[0]?.folded ?? '');

/** "hvornår skal arbejdsgruppen være færdig": the latest day is asked for. */
function isDue({ units }: Reading): boolean {
  const words = units.map(({ folded }) => folded);
  const must = words.findIndex((word) => word === 'skal' || word === 'skulle');
  return must > 0 && words.slice(must).some((word) => delivered.test(word));
}

const delivered = /^(?:faerdig|inde|klar|aflever|indlever|indsend|send|svar|meld|rapporter|tilbage)/;

/** "børneliv chef", "chef for byudvikling": an office among bare topic words asks who holds it. */
function askedOf(reading: Reading): AskedFor {
  const [asked = 'topic'] = reading.asking.asked;
  const words = reading.units.filter(({ kind }) => kind === 'word');
  const ends = [words[0], words.at(-1)];
  const namesOffice = reading.units.length > 1 && ends.some((unit) => isOfficeTitle(unit?.text ?? ''));
  if (isBare(reading) && namesOffice) return 'person';
  if (asked === 'date' && isDue(reading)) return 'deadline';
  return isBare(reading) && asked === 'topic' && reading.words.some(({ unit }) => isMeasure(unit.folded))
    ? 'amount'
    : asked;
}

/** Words that say when, or which item, say nothing of the topic. */
const isIn = (unit: Pick<Unit, 'start' | 'end'>, spans: readonly Span[]): boolean =>
  spans.some(({ start, end }) => start <= unit.start && unit.end <= end);

const strong = (words: readonly QuestionWord[]): number => words.filter((word) => !word.weak).length;

/** What a question is about, the question before included where it goes on from it. */
interface Subject {
  words: readonly QuestionWord[];
  dates: readonly Omit<StatedDate, 'found'>[];
  caseNumbers: readonly Unit[];
  asked: AskedFor;
  /** The year was counted from that of the question before. */
  isOtherYear: boolean;
}

/** Words of the question before say which item is meant, and less of what is asked about it. */
const shareOfBefore = 0.7;

/** The question understood from the one before. @param isPlaced Whether it names a time of its own. */
function goOn(own: Reading, alone: Subject, before: Reading, lower: string, isPlaced: boolean): Subject {
  const seen = new Set(own.words.map((word) => word.unit.terms[0]));
  // How it was asked before says nothing of the topic.
  const told = strong(before.words) > 0 ? before.words.filter((word) => !word.weak) : before.words;
  const words = [
    ...told.filter((word) => !seen.has(word.unit.terms[0])).map((word) => ({ ...word, share: shareOfBefore })),
    ...own.words,
  ];
  const otherYears = alone.dates.length === 0 ? shiftYears(before.units, lower) : undefined;
  const dates = alone.dates.length === 0 && !isPlaced ? datesOf(before.units) : alone.dates;
  // "og workshoppen?" asks the same of another thing.
  const asksTheSame = alone.asked === 'topic' && /^(?:og|hvad med)(?!\p{L})/u.test(lower);
  return {
    words,
    dates: otherYears ?? dates,
    caseNumbers: before.units.filter((unit) => unit.kind === 'case_number'),
    asked: asksTheSame ? askedOf(before) : alone.asked,
    isOtherYear: (otherYears ?? []).length > 0,
  };
}

/**
 * Understands a question: what is asked for, about what, and when. Pure.
 *
 * @param context The question asked just before, where this one goes on from it ("og hvem deltog?").
 * @param today ISO date.
 */
export function readQuestion(typed: string, context: string | undefined, today: string): Question {
  const { text, reading } = understood(typed);
  const lower = text.toLowerCase();
  const period = readPeriod(lower, today);
  const latest = readLatestMeetings(lower);
  const item = readItemNumber(lower);
  const spans = [period, latest, item].filter((span) => span !== undefined);
  const own = {
    ...reading,
    words: reading.words.map((word) => (isIn(word.unit, spans) ? { ...word, weak: true } : word)),
  };
  const caseNumbers = own.units.filter((unit) => unit.kind === 'case_number');
  const alone: Subject = {
    words: own.words,
    dates: datesOf(own.units.filter((unit) => !isIn(unit, spans))),
    caseNumbers,
    asked: askedOf(own),
    isOtherYear: false,
  };
  const isPlaced = period !== undefined || latest !== undefined;
  const subject = context === undefined ? alone : goOn(own, alone, understood(context).reading, lower, isPlaced);
  const { words, dates, asked } = subject;
  return {
    text,
    asked,
    allAsked: own.asking.asked,
    intent: intentOf[asked],
    words,
    dates,
    caseNumbers: subject.caseNumbers.map((unit) => ({ label: unit.text, term: unit.terms[0] ?? '' })),
    period: subject.isOtherYear ? undefined : period && { from: period.from, to: period.to },
    wish: {
      contact: asksForContact(lower),
      document: own.words.some((word) => isDocumentWord(word.unit.folded)),
      bare: isBare(own),
    },
    latest: latest && { count: latest.count, skip: latest.skip },
    itemNumber: item?.number,
    isFollowUp: context !== undefined,
  };
}

/** Whether it says what it is about, not only when and what kind of thing is asked for. */
export const hasTopic = ({ words }: Question): boolean => words.some(({ weak }) => !weak);

/** Whether it says what it is about, or of which meeting, item or time. */
export const namesSomething = (question: Question): boolean =>
  hasTopic(question) ||
  question.dates.length > 0 ||
  question.caseNumbers.length > 0 ||
  question.period !== undefined ||
  question.latest !== undefined ||
  question.itemNumber !== undefined;

/** Nothing to go by: no word that tells anything, no time, no number. */
export const saysNothing = (question: Question): boolean =>
  question.words.every(({ unit }) => isSmallNumber(unit)) &&
  !namesSomething({ ...question, words: [] }) &&
  (question.asked === 'topic' || question.asked === 'yes_no');

/** "2": of what, nobody can tell. */
const isSmallNumber = ({ kind, folded }: Unit): boolean => kind === 'number' && /^\d{1,3}$/.test(folded);

/** The question's own telling words as asked, for "Jeg søgte efter …". */
export const topicOf = (question: Question): string =>
  question.words
    .filter((word) => !word.weak || question.words.length === 1)
    .map((word) => word.unit.text)
    .concat(question.dates.map((date) => date.label))
    .join(' ')
    .slice(0, 120);
