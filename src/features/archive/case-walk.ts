import { button, verbs } from '../../cards/button.js';
import { onOneLine, shorten } from '../../cards/shorten.js';
import { formatDate, formatLongDate } from '../../danish/date-format.js';
import { editDistance } from '../../danish/edit-distance.js';
import { foldLetters } from '../../danish/letters.js';
import { isHousekeeping } from '../../domain/standing-items.js';
import type { ArchiveLists, ListedCase } from '../../store/ports.js';
import { fillers, phrases } from './phrases.js';
import { type CaseParts, caseKeyOf, isAskedCase, readCaseParts } from './typed-case-number.js';
import {
  areOfSeveralForums,
  asTitle,
  capitalised,
  itemButton,
  type Walk,
  type Walking,
  type WalkRow,
  walkButton,
} from './walk.js';

const longestDecision = 200;
/** How far a number may be from the one that was typed to be what was meant. */
const nearby = 2;
const mostNear = 6;

/** All items of one case, newest first. */
interface Thread {
  /** As printed on the newest. */
  caseNumber: string;
  items: readonly [ListedCase, ...ListedCase[]];
}

function toThreads(items: readonly ListedCase[]): Thread[] {
  const threads = new Map<string, { caseNumber: string; items: [ListedCase, ...ListedCase[]] }>();
  for (const item of items) {
    const key = caseKeyOf(item.caseNumber);
    const known = threads.get(key);
    if (known === undefined) threads.set(key, { caseNumber: item.caseNumber, items: [item] });
    else known.items.push(item);
  }
  return [...threads.values()];
}

const isThread = ({ items }: Thread): boolean => !isHousekeeping(items.map(({ itemKind }) => itemKind));

const meetingsOf = ({ items }: Thread): number => new Set(items.map(({ meetingId }) => meetingId)).size;

const yearOf = ({ meetingDate }: ListedCase): number => Number(meetingDate.slice(0, 4));

function decisionOf({ kind, decision }: ListedCase): string {
  const said = onOneLine(decision ?? '');
  if (said !== '') return shorten(said, longestDecision);
  return kind === 'agenda' ? phrases.onAgenda : phrases.nothingDecided;
}

function oneCase({ caseNumber, items }: Thread): Walk {
  const [newest] = items;
  const oldest = items.at(-1) ?? newest;
  const showsForum = areOfSeveralForums(items);
  const { columns } = phrases;
  return {
    title: phrases.caseTitle(caseNumber),
    leads: [asTitle(newest.topic), phrases.caseSpan(meetingsOf({ caseNumber, items }), yearOf(oldest), yearOf(newest))],
    rows: items.map((item) => (): WalkRow => {
      const date = formatLongDate(item.meetingDate);
      return {
        heading: capitalised(showsForum ? phrases.meetingOf(item.forum, date) : date),
        // The topic stands above; only another one says something.
        title:
          item.topic === newest.topic
            ? capitalised(phrases.item(item.itemNumber))
            : phrases.numbered(item.itemNumber, asTitle(item.topic)),
        text: decisionOf(item),
        button: itemButton(item),
      };
    }),
    buttons: [],
    file: {
      name: phrases.caseFile(caseNumber),
      table: () => [
        [columns.date, columns.forum, columns.itemNumber, columns.topic, columns.caseNumber, columns.decision],
        ...items.map((item) => [
          item.meetingDate,
          item.forum,
          item.itemNumber,
          item.topic,
          item.caseNumber,
          item.decision,
        ]),
      ],
    },
  };
}

const toChoice = (thread: Thread) => (): WalkRow => {
  const { caseNumber, items } = thread;
  return {
    heading: '',
    title: asTitle(items[0].topic),
    text: `${caseNumber} · ${phrases.caseOn(meetingsOf(thread), formatDate(items[0].meetingDate))}`,
    button: walkButton(phrases.follow, 'case', caseNumber, phrases.followCase(caseNumber)),
  };
};

const choices = (title: string, leads: readonly string[], threads: readonly Thread[]): Walk => ({
  title,
  leads,
  rows: threads.map(toChoice),
  buttons: threads.length > 0 ? [] : [button(phrases.allMeetings, verbs.showMeetings)],
  file: null,
});

/** Numbers of the same subject, or a slip or two of the finger away. */
function findNear(asked: string, { subject }: CaseParts, caseNumbers: readonly string[]): string[] {
  const key = caseKeyOf(asked);
  return caseNumbers.filter((caseNumber) => {
    const other = caseKeyOf(caseNumber);
    return editDistance(key, other, nearby) <= nearby || (subject !== undefined && other.startsWith(subject));
  });
}

const numberIn = (asked: string): string => asked.slice(fillers.exec(foldLetters(asked))?.[0].length ?? 0).trim();

/**
 * `sag <number>`: what became of a case, from meeting to meeting. A number that stands on standing items is no case.
 */
export function createCaseWalk({ lists }: { lists: Pick<ArchiveLists, 'listCaseNumbers' | 'listCases'> }): Walking {
  return {
    name: 'case',
    words: ['sag', 'sagen', 'sagsnummer', 'sagsnr', 'vis sag', 'følg sag', 'case'],
    usage: 'sag <nr.>',
    describe: () => phrases.caseCommand,
    accepts: (asked) => readCaseParts(numberIn(asked)) !== undefined,
    async look(typed, { audience }) {
      const number = numberIn(typed);
      const parts = readCaseParts(number);
      if (parts === undefined) return undefined;
      const known = await lists.listCaseNumbers(audience);
      const asked = known.filter((caseNumber) => isAskedCase(parts, readCaseParts(caseNumber) ?? {}));
      const meant = toThreads(await lists.listCases(audience, asked));
      const cases = meant.filter(isThread);
      const [only] = cases;
      if (only !== undefined) {
        return cases.length === 1 ? oneCase(only) : choices(phrases.casesTitle(number), [phrases.casesLead], cases);
      }
      const [kept] = meant;
      if (kept !== undefined) return choices(phrases.housekeeping(kept.caseNumber), [phrases.housekeepingLead], []);
      const similar = toThreads(await lists.listCases(audience, findNear(number, parts, known)));
      const near = similar.filter(isThread).slice(0, mostNear);
      const lead = near.length > 0 ? phrases.caseNear : phrases.caseNoneNear;
      return choices(phrases.caseUnknown(number), [lead], near);
    },
  };
}
