import { danishDictionary } from '../danish/dictionary.js';
import { foldLetters } from '../danish/letters.js';
import { isOfficeTitle } from '../danish/office-titles.js';
import { type Found, overlaps, toFound } from './found.js';

/** "Borger, Arbejdsmarked & Erhverv", "Digitalisering & IT": a department by its full name. */
const departmentPattern =
  /(?<!\p{L})\p{Lu}\p{L}+(?:,\s\p{Lu}\p{L}+)*\s&\s\p{Lu}\p{L}+|(?<!\p{L})\p{Lu}\p{Ll}+(?:,\s\p{Lu}\p{Ll}+)+\sog\s\p{Lu}\p{Ll}+/gu;

const namePattern =
  /(?<![\p{L}@.])\p{Lu}[\p{Ll}é]+(?:-\p{Lu}\p{Ll}+)?(?:\s(?:(?:von|van|de)\s)?\p{Lu}[\p{L}é]+(?:-\p{Lu}\p{Ll}+)?)*/gu;

const mailPattern = /[\p{L}\d._-]{1,60}@[\p{L}\d.-]{1,60}\.\p{L}{2,10}/gu;

/** How well each kind of find answers "hvem". */
const qualities = {
  fullName: 1,
  department: 0.8,
  office: 0.6,
  /** "Jette": a first name, if it is one. */
  singleName: 0.5,
  /** "Jura": a common noun with a capital inside a sentence is what a part of the administration is called. */
  body: 0.5,
  /** "cheferne", "hver leder" */
  group: 0.4,
  /** "Vestervang Skole" */
  organisation: 0.35,
  /** "Sagsnet", "Arkivo": a capital and nothing more. */
  capital: 0.3,
};

/** From here on a find names somebody; below it may be anything with a capital letter. */
export const namesSomebody = 0.4;

/** Words that begin sentences here without being names. */
const isSentenceStart = (text: string, start: number): boolean =>
  /(?:^|[.!?:;]\s|^\s*[-•\d.)]+\s)["”“»(]?$/u.test(text.slice(Math.max(0, start - 12), start));

/** Bodies that are never the person asked for. */
const noPersons = new Set(['chefforum', 'kommunen', 'kommune', 'referat', 'punkt', 'bilag', 'budget', 'status']);

const genericOffice = /^(?:chef|leder|medarbejder|ansvarlig|tovholder|konsulent)(?:e|r|er|en|erne|ne)?$/iu;

/** Offices: "kommunaldirektøren" answers well, "de chefer, som …" somewhat, "en chef" and "ledere" not at all. */
function officeQuality(text: string, found: Found): number {
  if (!genericOffice.test(found.text)) return qualities.office;
  const before = /(\p{L}+)\s$/u.exec(text.slice(Math.max(0, found.start - 40), found.start))?.[1]?.toLowerCase() ?? '';
  if (/^(?:en|én|et|ét|nogle|flere|andre)$/u.test(before)) return 0;
  return /(?:en|erne|ne)$/u.test(found.text) || /^(?:de|den|alle|hver|hvilke)$/u.test(before) ? qualities.group : 0;
}

/** What a body is called by at the end of its name, or at its beginning. */
const bodyNoun =
  /(?:kommune|skole|råd|avis|hus|bibliotek|center|centret|udvalg|forening|nævn|plejehjem|forum|styrelse|tilsyn|ministerium|arkiv|selskab|fond|museum|hal|vej|plads|torv|park|bassin|område|klub|bank)(?:t|n|en|et|met|ets|ens|lens|s)?$/iu;

/** Names of places end like this: "Søndervang", "Åhaven". */
const placeEnding = /(?:vang|haven|borg|by|gård|skov|strand|sted|bæk|lund|parken|bakken|engen)$/u;

function nameQuality(name: string): number {
  const words = name.split(' ');
  if (words.some((word) => bodyNoun.test(word))) return qualities.organisation;
  if (words.length > 1) return qualities.fullName;
  const readings = danishDictionary().readings(foldLetters(name));
  if (readings.some((reading) => reading.wordClass === 'noun' && !reading.joint)) return qualities.body;
  const isName = readings.some((reading) => reading.wordClass === 'name') && !placeEnding.test(name);
  return isName ? qualities.singleName : qualities.capital;
}

/** Persons, offices, departments and mail addresses, with how well each would answer "hvem". */
export function findPersons(text: string): Found[] {
  const mails = [...text.matchAll(mailPattern)].map(toFound);
  const departments = [...text.matchAll(departmentPattern)].map((match) => ({
    ...toFound(match),
    quality: qualities.department,
  }));
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
