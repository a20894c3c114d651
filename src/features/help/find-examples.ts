import { danishDictionary } from '../../danish/dictionary.js';
import { foldLetters } from '../../danish/letters.js';
import type { Audience } from '../../domain/access.js';
import type { AgendaItem } from '../../domain/agenda-item.js';
import type { MinutesStore } from '../../store/ports.js';
import { questions, treatment } from './phrases.js';

/** What the archive holds for an audience, and questions it can answer. */
export interface ArchiveSketch {
  meetingCount: number;
  /** null: the archive is empty. */
  newest: { forum: string; year: number } | null;
  firstYear: number | null;
  /** Up to three, about different things and of different kinds. */
  examples: string[];
}

/** So few meetings are read for examples, that a welcome is quick in a large archive. */
const meetingsRead = 4;
const longestTopic = 60;

/** Two words or more, some of substance, short enough to be a question. */
function isTellable(topic: string): boolean {
  return topic.length >= 8 && topic.length <= longestTopic && topic.includes(' ') && !/[?:;()"”]/.test(topic);
}

/** A word of the language and nobody's name: "Tidsplan", but not "København", "KommuneMED" or "ERP". */
function isCommonWord(word: string): boolean {
  if (word.slice(1) !== word.slice(1).toLowerCase()) return false;
  const readings = danishDictionary().readings(foldLetters(word));
  return readings.length > 0 && readings.every(({ wordClass }) => wordClass !== 'name');
}

/** How the topic is written in the middle of a sentence: with a small letter, unless its first word is a name or an abbreviation. */
function inSentence(topic: string, item: AgendaItem): string {
  const [firstWord = ''] = topic.split(' ', 1);
  const lowered = firstWord.charAt(0).toLowerCase() + firstWord.slice(1);
  const isWritten = item.sections.some(({ text }) => text.split(/[\s,.;:]+/).includes(lowered));
  return isWritten || isCommonWord(firstWord) ? lowered + topic.slice(firstWord.length) : topic;
}

/** The topic without the words that say how it is treated: "Orientering om trivselsmålingen" → "trivselsmålingen". */
function toSubject(item: AgendaItem): string {
  const topic = item.topic.replace(/\s+/g, ' ').trim();
  // Folding changes how long a text is; the words it drops are counted instead.
  const found = treatment.exec(foldLetters(topic))?.[0] ?? '';
  const dropped = found === '' ? 0 : found.trimEnd().split(' ').length;
  const words = topic.split(' ').slice(dropped);
  // "Temadrøftelse - Sygefravær": the dash goes with what stood before it.
  return (/^[-–:]$/.test(words[0] ?? '') ? words.slice(1) : words).join(' ');
}

const isSubstantial = ({ kind, decision }: AgendaItem): boolean =>
  decision !== null && kind !== 'approval' && kind !== 'any_other_business';

/** Each form of question with the items that can answer it. */
const forms: readonly { ask: (topic: string) => string; suits: (item: AgendaItem) => boolean }[] = [
  {
    ask: questions.decided,
    suits: ({ kind }) => kind === 'decision' || kind === 'discussion' || kind === 'nomination',
  },
  { ask: questions.told, suits: () => true },
  { ask: questions.attachments, suits: ({ attachments }) => attachments.length > 0 },
];

/** Makes example questions from what the archive really holds, newest first. */
export async function findExamples(
  minutes: Pick<MinutesStore, 'listMeetings' | 'getMeeting'>,
  audience: Audience,
): Promise<ArchiveSketch> {
  const meetings = await minutes.listMeetings(audience, 'minutes');
  const [newest] = meetings;
  const oldest = meetings.at(-1);
  if (newest === undefined || oldest === undefined)
    return { meetingCount: 0, newest: null, firstYear: null, examples: [] };

  const items: AgendaItem[] = [];
  for (const { id } of meetings.slice(0, meetingsRead))
    items.push(...(await minutes.getMeeting(audience, id)).document.items.filter(isSubstantial));

  const examples: string[] = [];
  const used = new Set<AgendaItem>();
  for (const { ask, suits } of forms) {
    const item = items.find(
      (candidate) => !used.has(candidate) && suits(candidate) && isTellable(toSubject(candidate)),
    );
    if (item === undefined) continue;
    used.add(item);
    examples.push(ask(inSentence(toSubject(item), item)));
  }
  const yearOf = (date: string): number => Number(date.slice(0, 4));
  return {
    meetingCount: meetings.length,
    newest: { forum: newest.forum, year: yearOf(newest.date) },
    firstYear: yearOf(oldest.date),
    examples,
  };
}
