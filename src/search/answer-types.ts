import { danishDictionary } from '../danish/dictionary.js';
import { foldLetters } from '../danish/letters.js';
import { isOfficeTitle } from '../danish/office-titles.js';
import type { AskedFor } from '../danish/question-words.js';
import { findDates } from './date-units.js';

/** A thing of the kind asked for, found in a passage. */
export interface Found {
  text: string;
  start: number;
  end: number;
  /** 0–1: how fully it answers; a name more than an office, an office more than "cheferne". */
  quality: number;
}

const toFound = (match: RegExpMatchArray): Found => {
  const start = match.index ?? 0;
  return { text: match[0], start, end: start + match[0].length, quality: 1 };
};

const unitWords =
  'mio|millioner|million|mia|milliarder|kr|kroner|t\\.?kr|procent|pct|%|årsværk|fuldtidsstillinger|stillinger|borgere|personer|medarbejdere|ansatte|ledere|børn|elever|pladser|timer|dage|uger|måneder|år|m2|kvm|kvadratmeter|km|kilometer|ton|stk|sider|minutter|boliger|biler|forslag|spørgsmål|svar|høringssvar|møder|gange|deltagere|tilmeldte';

const amountPattern = new RegExp(
  String.raw`(?<![\p{L}\d])(?:ca\.\s|cirka\s|omkring\s|højst\s|mindst\s|knap\s|godt\s)?(?:\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?|én|en|et|ét|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv)\s?(?:nye\s|nyt\s)?(?:${unitWords})(?!\p{L})\.?(?:\s?(?:kr|kroner)(?!\p{L})\.?)?(?:\s(?:årligt|om året|pr\.\s\p{L}+|i alt))?`,
  'giu',
);
const bareNumber = /(?<![\p{L}\d.,/-])\d[\d.,]*(?:\s[\p{L}]+){0,2}/gu;
/** Numbers in words count where a noun follows: "fem kompetencer"; "to" and "en" are too often something else. */
const numberWord =
  /(?<!\p{L})(?:to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|tyve|tredive|fyrre|halvtreds|tres|halvfjerds|firs|halvfems|hundrede)\s\p{Ll}+(?:\s\p{Ll}+)?/giu;

const durationPattern =
  /(?:kl\.?\s?)?\d{1,2}[.:]\d{2}\s?[-–]\s?\d{1,2}[.:]\d{2}|(?:\d{1,3}|en|én|et|to|tre|fire|fem|seks|otte|ti|halvanden)\s?(?:min\.|minutter|min|timer|time|dage|dag|uger|uge|måneder|måned|år)(?!\p{L})/giu;
const frequencyPattern =
  /(?<!\p{L})(?:hver\s(?:\p{L}+\s)?(?:dag|uge|weekend|måned|kvartal|år|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)|hvert\s(?:\p{L}+\s)?(?:år|kvartal|halvår)|(?:daglig|ugentlig|månedlig|årlig|kvartalsvis|halvårlig)t?|(?:én|en|to|tre|fire|\d+)\sgang(?:e)?\s(?:om|i|pr\.?)\s\p{L}+|løbende)(?!\p{L})/giu;
const vagueDate =
  /(?<!\p{L})(?:inden|efter|før|ultimo|medio|primo|i løbet af|senest|til|i)\s(?:årsskiftet|sommerferien|efterårsferien|vinterferien|jul|påske|nytår|sommeren|efteråret|foråret|vinteren|uge\s\d{1,2}|(?:ultimo|medio|primo)\s\p{L}+|slutningen af\s\p{L}+|(?:første|andet|tredje|fjerde|1\.|2\.|3\.|4\.)\skvartal)(?!\p{L})(?:\s(?:19|20)\d\d)?|(?<!\p{L})(?:uge\s\d{1,2}|(?:ultimo|medio|primo|slut|midt)\s(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december))(?!\p{L})(?:\s(?:19|20)\d\d)?/giu;

/** "Borger, Arbejdsmarked & Erhverv": a department by its full name. */
const departmentPattern = /(?<!\p{L})\p{Lu}[\p{Ll}]+(?:,\s\p{Lu}\p{Ll}+)*\s&\s\p{Lu}\p{Ll}+/gu;

const namePattern =
  /(?<![\p{L}@.])\p{Lu}[\p{Ll}é]+(?:-\p{Lu}\p{Ll}+)?(?:\s(?:(?:von|van|de|af)\s)?\p{Lu}[\p{L}é]+(?:-\p{Lu}\p{Ll}+)?)*/gu;

const mailPattern = /[\p{L}\d._-]{1,60}@[\p{L}\d.-]{1,60}\.\p{L}{2,10}/gu;

/** Dates and hints of dates, in order. */
export function findMoments(text: string): Found[] {
  const dates = findDates(text)
    .filter((date) => date.month !== null)
    .map(({ start, end, day }) => ({ text: text.slice(start, end), start, end, quality: day === null ? 0.6 : 1 }));
  const vague = [...text.matchAll(vagueDate)].map(toFound).filter((found) => !overlaps(found, dates));
  return [...dates, ...vague].sort((one, other) => one.start - other.start);
}

const overlaps = (found: Found, others: readonly Found[]): boolean =>
  others.some((other) => other.start < found.end && found.start < other.end);

/** Words that begin sentences here without being names. */
const isSentenceStart = (text: string, start: number): boolean =>
  /(?:^|[.!?:]\s|^\s*[-•\d.)]+\s)["”“»(]?$/u.test(text.slice(Math.max(0, start - 12), start));

/** Whether the words before a moment make it a deadline. */
const isLatest = (text: string, found: Found): boolean =>
  /(?:senest|inden|frist|deadline|indtil|til og med|aflever|indsend|melde|sende)/iu.test(
    text.slice(Math.max(0, found.start - 60), found.start + 8),
  );

/** Bodies that are never the person asked for. */
const noPersons = new Set(['chefforum', 'kommunen', 'kommune', 'referat', 'punkt', 'bilag', 'budget', 'status']);

const genericOffice = /^(?:chef|leder|medarbejder|ansvarlig|tovholder|konsulent)(?:e|r|er|en|erne|ne)?$/u;

/** Offices: "kommunaldirektøren" answers well, "de chefer, som …" somewhat, "en chef" not at all. */
function officeQuality(text: string, found: Found): number {
  if (!genericOffice.test(found.text)) return 0.6;
  const before = /(\p{L}+)\s$/u.exec(text.slice(0, found.start))?.[1]?.toLowerCase() ?? '';
  if (/^(?:en|én|et|ét|nogle|flere|andre)$/u.test(before)) return 0;
  return /(?:en|erne|ne)$/u.test(found.text) || /^(?:de|den|alle|hver|hvilke)$/u.test(before) ? 0.4 : 0.2;
}

/** A full name answers best; a single capital may as well be the first word of a title. */
function nameQuality(name: string): number {
  if (name.includes(' ')) return 1;
  const readings = danishDictionary().readings(foldLetters(name));
  return readings.some((reading) => reading.wordClass !== 'name' && !reading.joint) ? 0.45 : 0.7;
}

/** Persons, offices, departments and mail addresses, with how well each would answer "hvem". */
export function findPersons(text: string): Found[] {
  const mails = [...text.matchAll(mailPattern)].map(toFound);
  const departments = [...text.matchAll(departmentPattern)].map((match) => ({ ...toFound(match), quality: 0.8 }));
  const single = [...text.matchAll(namePattern)]
    .map(toFound)
    .filter((found) => !overlaps(found, mails) && !overlaps(found, departments))
    .filter((found) => !noPersons.has(found.text.toLowerCase()) && text[found.end] !== '-')
    .filter((found) => found.text.includes(' ') || !isSentenceStart(text, found.start))
    .map((found) => ({ ...found, quality: nameQuality(found.text) }));
  const names = [...departments, ...single];
  const offices = [...text.matchAll(/[\p{L}-]+/gu)]
    .map(toFound)
    .filter((found) => isOfficeTitle(found.text) && !overlaps(found, names))
    .map((found) => ({ ...found, quality: officeQuality(text, found) }))
    .filter((found) => found.quality > 0);
  return [...mails, ...names, ...offices].sort((one, other) => one.start - other.start);
}

const smallWords = /(?:\s(?:og|en|et|er|i|på|af|til|om|med|de|den|det|som|der|for|fra|ud|mod|ved|har|blev|eller))+$/u;

/** "5,2 og en" is a number and the beginning of something else. */
function withoutSmallWords(found: Found): Found {
  const text = found.text.replace(smallWords, '');
  return { ...found, text, end: found.start + text.length };
}

const findAmounts = (text: string): Found[] => {
  const withUnit = [...text.matchAll(amountPattern)].map(toFound);
  const dates = findDates(text);
  const bare = [...text.matchAll(bareNumber)]
    .map(toFound)
    .map(withoutSmallWords)
    .filter(
      (found) => !overlaps(found, withUnit) && !dates.some((date) => date.start < found.end && found.start < date.end),
    )
    .filter((found) => !/^\d{1,2}[.)]/.test(found.text));
  const inWords = [...text.matchAll(numberWord)].map(toFound).filter((found) => !overlaps(found, withUnit));
  return [...withUnit, ...bare, ...inWords].sort((one, other) => one.start - other.start);
};

/** Finds what was asked for in a passage; undefined where the kind asked for has no form of its own. */
export function findAskedFor(asked: AskedFor, text: string): Found[] | undefined {
  switch (asked) {
    case 'date':
      return findMoments(text);
    case 'deadline':
      return findMoments(text).map((found) => ({ ...found, quality: isLatest(text, found) ? found.quality : 0.4 }));
    case 'duration':
      return [...text.matchAll(durationPattern)].map(toFound);
    case 'frequency':
      return [...text.matchAll(frequencyPattern)].map(toFound);
    case 'amount':
      return findAmounts(text);
    case 'person':
    case 'nomination':
    case 'title':
      return findPersons(text);
    default:
      return undefined;
  }
}
