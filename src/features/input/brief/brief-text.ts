import { saidOf } from '../../../cards/said-of.js';
import type { Access } from '../../../domain/access.js';
import { rangeOf } from '../kinds/nomination.js';
import { briefPhrases as phrases } from './brief-phrases.js';
import type { AnswerTable, Brief, ItemStances, Said } from './make-brief.js';

/** A heading and what stands under it, a line each. */
export interface BriefSection {
  heading: string;
  text: string;
}

/** What somebody said, in a line, with the mark of an answer to an earlier text. */
export const saidBy = ({ who, text, isOutdated }: Said): string =>
  `${who}: ${text}${isOutdated ? ` ${phrases.outdated}` : ''}`;

const saidLine = (stance: string, { who, text, isOutdated }: Said): string =>
  `- ${saidBy({ who, text: `${stance}${text === '' ? '' : `. ${text}`}`, isOutdated })}`;

function stanceSection(heading: string, item: ItemStances): BriefSection {
  const { no_remarks, remarks, wants_discussion, reservation } = item.counts;
  const lines = [
    phrases.stanceCounts(no_remarks, remarks, wants_discussion, reservation),
    item.isSplit ? phrases.split : '',
    ...item.reservations.map((said) => saidLine(phrases.reservations, said)),
    ...item.wantsDiscussion.map((said) => saidLine(phrases.wantsDiscussion, said)),
    ...item.remarks.map((said) => saidLine(phrases.remarks, said)),
  ];
  return { heading, text: lines.filter((line) => line !== '').join('\n') };
}

/** @param say what stands in a cell, with the name of its column; the names of persons need none */
function tableSection(
  heading: string,
  { columns, rows, missing, wanted }: AnswerTable,
  say: (column: string, cell: string) => string,
): BriefSection {
  const lines = rows.map(({ who, cells, isOutdated }) => {
    const said = cells.flatMap((cell, index) => (cell === '' ? [] : [say(columns[index] ?? '', cell)]));
    return `- ${saidBy({ who, text: said.join(' · '), isOutdated })}`;
  });
  const asked = wanted === null ? [] : [phrases.wanted(rangeOf(wanted))];
  return {
    heading,
    text: [...asked, ...lines, missing.length > 0 ? phrases.missingFrom(missing) : phrases.complete].join('\n'),
  };
}

const under = (group: string, item: string): string => `${group}: ${item}`;

/** All there is in a brief, in the order in which it matters, as text. */
export function briefSections(brief: Brief): BriefSection[] {
  const itemOf = phrases.item;
  const list = (heading: string, lines: readonly string[]): BriefSection[] =>
    lines.length === 0 ? [] : [{ heading, text: lines.join('\n') }];
  return [
    ...(brief.needsTime.length === 0
      ? [{ heading: phrases.needsTime, text: phrases.nothingPressing }]
      : brief.needsTime.map((item) => stanceSection(under(phrases.needsTime, itemOf(item.entry)), item))),
    ...brief.remarks.map((item) => stanceSection(under(phrases.remarks, itemOf(item.entry)), item)),
    ...brief.corrections.map(({ said, approvedBy }) => ({
      heading: phrases.corrections,
      text: [phrases.approvedBy(approvedBy), ...said.map((one) => `- ${saidBy(one)}`)].join('\n'),
    })),
    ...brief.questions.map((table) => tableSection(under(phrases.questions, itemOf(table.entry)), table, saidOf)),
    ...brief.nominations.map((table) =>
      tableSection(under(phrases.nominations, itemOf(table.entry)), table, (_column, cell) => cell),
    ),
    ...list(
      phrases.absences,
      brief.absences.map(({ who, text }) => `- ${who}: ${text}`),
    ),
    ...list(
      phrases.toNote,
      brief.toNote.map((entry) => `- ${itemOf(entry)}`),
    ),
    ...list(
      phrases.time,
      brief.time.map(({ entry, plannedMinutes, suggestedMinutes }) =>
        phrases.timeLine(itemOf(entry), plannedMinutes, suggestedMinutes),
      ),
    ),
    ...list(
      phrases.missing,
      brief.missing.map(({ who, items }) => `- ${phrases.missingItems(who, items)}`),
    ),
    ...(brief.lateCount > 0 ? [{ heading: phrases.lateHeading, text: phrases.late(brief.lateCount) }] : []),
  ];
}

/** How an item is called in a line among others; a closed one by its number alone. */
const itemWord = (number: number, access: Access): string => phrases.itemNumber(number, access === 'closed');

function pressingLine({ entry, reservations, wantsDiscussion, isSplit }: ItemStances): string {
  const why = [
    reservations.length === 0 ? '' : phrases.reservedBy(reservations.map(({ who }) => who)),
    wantsDiscussion.length === 0 ? '' : phrases.wishes(wantsDiscussion.length),
    isSplit ? phrases.splitShort : '',
  ];
  return phrases.pressing(
    phrases.item(entry),
    why.filter((part) => part !== ''),
  );
}

/** How many answered an earlier text of the item. */
const countOutdated = ({ rows }: AnswerTable): number =>
  new Set(rows.filter(({ isOutdated }) => isOutdated).map(({ who }) => who)).size;

/** The suggested use of the time by what becomes of the items' shares, the numbers of the items alone. */
function timeLines({ time }: Brief): string[] {
  const line = (
    say: (items: readonly string[]) => string,
    is: (planned: number, suggested: number) => boolean,
  ): string[] => {
    const chosen = time.filter(({ plannedMinutes, suggestedMinutes }) => is(plannedMinutes ?? 0, suggestedMinutes));
    const items = chosen.map(({ entry, plannedMinutes, suggestedMinutes }) => {
      const number = itemWord(entry.item.number, entry.item.access);
      const isChanged = suggestedMinutes !== plannedMinutes && suggestedMinutes !== 0;
      return isChanged ? phrases.timeOf(number, suggestedMinutes, plannedMinutes ?? 0) : number;
    });
    return items.length === 0 ? [] : [say(items)];
  };
  return [
    ...line(phrases.moreTime, (planned, suggested) => suggested > planned),
    ...line(phrases.lessTime, (planned, suggested) => suggested < planned && suggested > 0),
    ...line(phrases.noTime, (planned, suggested) => suggested === 0 && planned > 0),
    ...line(phrases.sameTime, (planned, suggested) => suggested === planned),
  ];
}

/** The brief as one reads it between two meetings: a heading and few lines for each thing to know. */
export function briefDigest(brief: Brief): { heading: string; lines: string[] }[] {
  const numbers = (entries: readonly { item: { number: number; access: Access } }[]): string =>
    phrases.items(entries.map(({ item }) => itemWord(item.number, item.access)));
  const corrections = brief.corrections.flatMap(({ said }) => said.map(saidBy));
  const lineOf = (line: string, table: AnswerTable): string => {
    const outdated = countOutdated(table);
    const more = [
      ...(table.wanted === null ? [] : [phrases.eachNames(rangeOf(table.wanted))]),
      ...(outdated === 0 ? [] : [phrases.outdatedFew(outdated)]),
    ];
    return [line, ...more].join(' · ');
  };
  const nominations = brief.nominations.map((table) =>
    lineOf(phrases.nominationLine(table.entry.item.number, table.count, table.missing), table),
  );
  const questions = brief.questions.map((table) =>
    lineOf(phrases.questionLine(table.entry.item.number, table.count, table.missing), table),
  );
  const groups = [
    {
      heading: phrases.needsTime,
      lines: brief.needsTime.length === 0 ? [phrases.nothingPressing] : brief.needsTime.map(pressingLine),
    },
    {
      heading: phrases.remarks,
      lines: brief.remarks.length === 0 ? [] : [numbers(brief.remarks.map(({ entry }) => entry))],
    },
    { heading: phrases.corrections, lines: corrections },
    { heading: phrases.nominations, lines: nominations },
    { heading: phrases.questions, lines: questions },
    { heading: phrases.absences, lines: brief.absences.map(({ who, text }) => `${who}: ${text}`) },
    { heading: phrases.toNote, lines: brief.toNote.length === 0 ? [] : [numbers(brief.toNote)] },
    { heading: phrases.time, lines: timeLines(brief) },
  ];
  return groups.filter(({ lines }) => lines.length > 0);
}
