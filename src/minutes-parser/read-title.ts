import { isOfficeTitle } from '../danish/office-titles.js';
import { minutesBetween, readTimeRange } from '../danish/times.js';
import type { TimeSlot } from '../domain/agenda-item.js';
import { readDuration } from './read-duration.js';

/** What the title of an item says besides its subject. */
export interface TitleParts {
  topic: string;
  presenters: string[];
  guests: string[];
  timeSlot: TimeSlot | null;
  durationMinutes: number | null;
  /** A time in parentheses that no clock shows; it stays in the topic. */
  impossibleTime: string | null;
}

/** Longer titles are damaged text: their tail is not worth taking apart. */
const longestTitle = 2000;

/**
 * Takes a title apart from its end.
 *
 *     CF - Kanalstrategi v. Rasmus (Bo og Grete deltager) (9:45-10:15)
 *     ^^^^ prefix        ^^^^^^^^^ ^^^^^^^^^^^^^^^^^^^^^^ ^^^^^^^^^^^^
 */
export function readTitle(title: string, forum: string): TitleParts {
  const parts: TitleParts = {
    topic: withoutForumPrefix(title, forum),
    presenters: [],
    guests: [],
    timeSlot: null,
    durationMinutes: null,
    impossibleTime: null,
  };
  if (title.length > longestTitle) return parts;
  while (takeParenthesis(parts) || takePresenters(parts));
  return parts;
}

/**
 * The title without the forum's abbreviation: "CF - Evt." → "Evt." for "Chefforum". Any other word before a dash stays:
 * "Temadrøftelse - Status på …", "IT - ny strategi".
 */
export function withoutForumPrefix(title: string, forum: string): string {
  const match = /^([\p{L}]{2,20})(?:\s*[-–—:]\s+|\s+[-–—:]\s*)(?=\S)/u.exec(title);
  if (match === null) return title;
  const [whole, word = ''] = match;
  const isForum = word === abbreviationOf(forum) || word.toLowerCase() === forum.toLowerCase();
  return isForum ? title.slice(whole.length) : title;
}

/** "Chefforum" → "CF", "Direktørforum" → "DF", "Strategisk Ledelse" → "SL". */
export function abbreviationOf(forum: string): string {
  const words = forum.trim().split(/[\s-]+/u);
  if (words.length > 1) return words.map((word) => (word[0] ?? '').toUpperCase()).join('');
  const compound = /^(\p{L})\p{L}+?(forum|gruppen?|møde|råd|udvalg|ledelsen?)$/iu.exec(forum.trim());
  return compound === null ? '' : `${compound[1] ?? ''}${compound[2]?.[0] ?? ''}`.toUpperCase();
}

function takeParenthesis(parts: TitleParts): boolean {
  const match = /\(([^()]{1,200})\)\s*$/u.exec(parts.topic);
  if (match === null) return false;
  const [, inside = ''] = match;
  const known = readParenthesis(inside, parts);
  if (known) parts.topic = parts.topic.slice(0, match.index).trimEnd();
  return known;
}

/** True when the words in parentheses are understood and belong to no subject. */
function readParenthesis(inside: string, parts: TitleParts): boolean {
  const slot = readTimeRange(inside);
  if (slot === 'impossible') {
    parts.impossibleTime = inside;
    return false;
  }
  if (slot !== undefined) {
    parts.timeSlot = slot;
    parts.durationMinutes = minutesBetween(slot.start, slot.end);
    return true;
  }
  const minutes = readDuration(inside);
  if (minutes !== undefined) {
    parts.durationMinutes ??= minutes;
    return true;
  }
  const guests = readGuests(inside, parts);
  if (guests === undefined) return false;
  parts.guests = [...guests, ...parts.guests];
  return true;
}

/** "Sofie deltager", "Bo og Grete deltager under punktet", "Sofie deltager, 9:00-9:30"; undefined for "alle deltager". */
function readGuests(inside: string, parts: TitleParts): string[] | undefined {
  const match = /^(.{2,120}?)\s+deltager(?!\p{L})(.*)$/u.exec(inside);
  if (match === null) return undefined;
  const [, names = '', rest = ''] = match;
  const guests = splitNames(names);
  if (!guests.every(isName)) return undefined;
  const slot = readTimeRange(rest.replace(/^[\s,;]+/u, ''));
  if (slot !== undefined && slot !== 'impossible') {
    parts.timeSlot ??= slot;
    parts.durationMinutes ??= minutesBetween(slot.start, slot.end);
  }
  return guests;
}

/** " v. Lone og Jette" at the end; "v. skolerne" names a place, not a person. */
function takePresenters(parts: TitleParts): boolean {
  const match = / (?:v\.|v\/|ved) ?((?:(?! v[./] ?| ved ).){2,160})$/u.exec(parts.topic);
  if (match === null) return false;
  const presenters = splitNames(match[1] ?? '');
  if (!presenters.every(isName)) return false;
  // "ved" is an everyday word: only before a person's office or two names in a row.
  if (match[0].startsWith(' ved ') && !presenters.every(isOfficeWithName)) return false;
  parts.presenters = [...presenters, ...parts.presenters];
  parts.topic = parts.topic
    .slice(0, match.index)
    .trimEnd()
    .replace(/[,–-]$/u, '')
    .trimEnd();
  return true;
}

function splitNames(text: string): string[] {
  return text
    .split(/,\s*|\s(?:og|samt)\s+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Capitalised words, an office before them allowed: "Jette", "direktør Jette Brandstrup", "HR & Kommunikation". */
function isName(text: string): boolean {
  const words = text.split(/\s+/u);
  const named = words.filter((word) => !isOfficeTitle(word) && !/^(?:&|for|af|de|von|van|fra)$/u.test(word));
  const isCapital = named.every((word) => /^\p{Lu}/u.test(word));
  return words.length <= 8 && isCapital && (named.length > 0 || words.every(isOfficeTitle)) && !/^\p{N}/u.test(text);
}

function isOfficeWithName(text: string): boolean {
  const words = text.split(/\s+/u);
  return (
    isName(text) &&
    (isOfficeTitle(words[0] ?? '') || (words.length >= 2 && words.every((word) => /^\p{Lu}\p{Ll}/u.test(word))))
  );
}
