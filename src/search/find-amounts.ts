import { findDates } from './date-units.js';
import { type Found, overlaps, toFound } from './found.js';

const unitWords =
  'mio|millioner|million|mia|milliarder|kr|kroner|t\\.?kr|procent|pct|%|procentpoint|årsværk|fuldtidsstillinger|stillinger|borgere|personer|medarbejdere|ansatte|ledere|børn|elever|pladser|timer|dage|uger|måneder|år|m2|kvm|kvadratmeter|km|kilometer|grader|ton|stk|sider|minutter|boliger|biler|forslag|spørgsmål|svar|høringssvar|møder|gange|deltagere|tilmeldte|indbyggere|afdelinger|projekter|systemer';

const amountPattern = new RegExp(
  String.raw`(?<![\p{L}\d]|\d[.,:])(?:ca\.\s|cirka\s|omkring\s|højst\s|mindst\s|knap\s|godt\s)?(?:\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?|én|en|et|ét|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv)\s?(?:nye\s|nyt\s)?(?:${unitWords})(?!\p{L})\.?(?:\s?(?:kr|kroner)(?!\p{L})\.?)?(?:\s(?:årligt|om året|pr\.\s\p{L}+|i alt))?`,
  'giu',
);
const bareNumber = /(?<![\p{L}\d.,/-])\d[\d.,]*(?:\s[\p{L}]+){0,2}/gu;
/** Numbers in words count where a noun follows: "fem kompetencer"; "to" and "en" are too often something else. */
const numberWord =
  /(?<!\p{L})(?:to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|tyve|tredive|fyrre|halvtreds|tres|halvfjerds|firs|halvfems|hundrede)\s\p{Ll}+(?:\s\p{Ll}+)?/giu;

const smallWords =
  /(?:\s(?:og|en|et|er|i|på|af|til|om|med|de|den|det|som|der|for|fra|ud|mod|ved|har|blev|eller|siden|efter|inden|over|under|hos|samt|men|at|da|når|end|kan|skal|vil|var|kom|står|bliver))+$/u;

/** "5,2 og en" is a number and the beginning of something else. */
function withoutSmallWords(found: Found): Found {
  const text = found.text.replace(smallWords, '').replace(/,$/, '');
  return { ...found, text, end: found.start + text.length };
}

/** Words before a number that make it a name ("forslag 17, 22 og 48"), an hour ("kl. 19-21") or a place in a list. */
const naming =
  /(?:(?<!\p{L})(?:kl|kl\.|klokken|uge|punkt|pkt\.?|forslag|bilag|side|nr\.?|§|stk\.?|model|etape|fase|version|kapitel|artikel)\s?(?:\d[\d.,:]*(?:\s?[-–]\s?|\sog\s|\s))*|^\s*)$/iu;

/** "1. Børn og unge": the number of a point in a list. */
const isPointNumber = (text: string, found: Found): boolean =>
  /^\d{1,2}[.)]\s/.test(found.text) && /^\s*$/.test(text.slice(0, found.start));

const isCounted = (text: string, found: Found): boolean => {
  const before = text.slice(Math.max(0, found.start - 40), found.start);
  if (isPointNumber(text, found)) return false;
  return found.start === 0 || before.trim() === '' || !naming.test(before);
};

/** "5 mio. kr. højere end i budget 2025" says how far from something else, not how much. */
const isDifference = (text: string, { end }: Found): boolean =>
  /^\s?(?:højere|lavere|mere|mindre|flere|færre|større|dyrere|billigere) end(?!\p{L})/u.test(text.slice(end, end + 20));
const differenceQuality = 0.4;

const changeStart = /(?<!\p{L})fra (?:ca\. |cirka |omkring )?$/iu;
const changeEnd = /^(?: i \d{4})? til (?:ca\. |cirka |omkring )?(\d+(?:[.,]\d+)*)/iu;

/** What an amount counts: the words after its number, "mio. kr." as "kr". */
const countedIn = ({ text }: Found): string => /\p{L}+(?=\P{L}*$)/u.exec(text)?.[0].toLowerCase() ?? '';

/** "faldet fra 9,1 til 4,4 procent" is one answer: the first number alone says how it was. "fra 14 skoler til 900 elever" is none. */
function joinChanges(text: string, amounts: readonly Found[], dates: ReturnType<typeof findDates>): Found[] {
  const changes = amounts.flatMap((from): Found[] => {
    const before = changeStart.exec(text.slice(Math.max(0, from.start - 20), from.start));
    const after = changeEnd.exec(text.slice(from.end, from.end + 60));
    if (before === null || after === null) return [];
    const numberEnd = from.end + after[0].length;
    const number = { start: numberEnd - (after[1] ?? '').length, end: numberEnd };
    if (overlaps(number, dates)) return [];
    const to = amounts.find((other) => overlaps(other, [number]));
    const units = [countedIn(from), to === undefined ? '' : countedIn(to)];
    if (!units.includes('') && units[0] !== units[1]) return [];
    const start = from.start - before[0].length;
    const end = to?.end ?? numberEnd;
    return [{ ...from, text: text.slice(start, end).replace(/(?<!kr)\.$/, ''), start, end }];
  });
  return [...amounts.filter((amount) => !overlaps(amount, changes)), ...changes];
}

/** Numbers with what they count, never those of dates, hours, list points and names ("forslag 17"), in order. */
export function findAmounts(text: string): Found[] {
  const dates = findDates(text);
  const withUnit = [...text.matchAll(amountPattern)].map(toFound).filter((found) => isCounted(text, found));
  const bare = [...text.matchAll(bareNumber)]
    .map(toFound)
    .map(withoutSmallWords)
    .filter((found) => !overlaps(found, withUnit) && !overlaps(found, dates) && isCounted(text, found))
    .filter((found) => !/^\d{1,2}[.)](?!\d)/.test(found.text) && !/^\d{1,2}[.:]\d\d$/.test(found.text));
  const inWords = [...text.matchAll(numberWord)]
    .map(toFound)
    .map(withoutSmallWords)
    .filter((found) => !overlaps(found, withUnit));
  return joinChanges(text, [...withUnit, ...bare, ...inWords], dates)
    .map((found) => (isDifference(text, found) ? { ...found, quality: differenceQuality } : found))
    .sort((one, other) => one.start - other.start);
}
