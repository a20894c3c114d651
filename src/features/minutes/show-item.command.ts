import { toLocalTime } from '../../danish/date-format.js';
import { foldLetters } from '../../danish/letters.js';
import type { Audience } from '../../domain/access.js';
import type { AgendaItem } from '../../domain/agenda-item.js';
import { isHousekeeping } from '../../domain/standing-items.js';
import type { Command } from '../../routing/routes.js';
import type { StoredMeeting } from '../../store/ports.js';
import { type Browsing, givesFiles } from './browsing.js';
import { findMeeting, type MeetingName, readMeetingName } from './find-meeting.js';
import { type ItemView, itemCard } from './item-card.js';
import { meetingCard } from './meeting-card.js';
import { beforeNumber, phrases } from './phrases.js';
import { replyToFind } from './reply-to-find.js';

interface ItemName {
  meeting: MeetingName;
  number: number;
}

const numberFirst = /^(?<number>\d{1,3})[.:,]?(?: (?<meeting>.*))?$/;
const numberLast = /^(?<meeting>.*),? (?<number>\d{1,3})\.?$/;

/** "5 13. april 2023", "13. april 2023 5", "13/4-23, punkt 5", "5 fra sidste møde"; a number alone means the latest meeting. */
export function readItemName(text: string, today: string): ItemName | undefined {
  const folded = foldLetters(text).trim().split(/\s+/).join(' ');
  for (const form of [numberFirst, numberLast]) {
    const { number, meeting: meetingText = '' } = form.exec(folded)?.groups ?? {};
    const bare = meetingText.replace(/,$/, '').replace(beforeNumber, '').replace(/,$/, '');
    const meeting = readMeetingName(bare, today);
    if (number !== undefined && meeting !== undefined) return { meeting, number: Number(number) };
  }
  return undefined;
}

/** The item, or the meeting's items where it has none of that number. */
export async function showItemOrMeeting(
  { lists, audience }: Pick<Browsing, 'lists'> & { audience: Audience },
  meeting: StoredMeeting,
  number: number,
  view: Omit<ItemView, 'thread'>,
) {
  const item = meeting.document.items.find((candidate) => candidate.number === number);
  if (item === undefined)
    return meetingCard(meeting, { lead: phrases.noItem(number), givesFiles: view.givesFiles === true });
  return itemCard(meeting, item, { ...view, thread: await findThread(lists, audience, item) });
}

/** The number of the item's case, where it goes on in other items. One that stands on standing items is no case. */
async function findThread(lists: Browsing['lists'], audience: Audience, { caseNumber }: AgendaItem) {
  if (caseNumber === null) return undefined;
  const items = await lists.listCases(audience, [caseNumber.text]);
  return items.length > 1 && !isHousekeeping(items.map(({ itemKind }) => itemKind)) ? caseNumber.text : undefined;
}

/** `punkt 13. april 2023 5`, `punkt 5 13. april 2023`: one item in full. */
export function createShowItemCommand({ minutes, lists, audienceOf, clock }: Browsing): Command {
  const today = (): string => toLocalTime(clock.now()).date;
  return {
    name: 'minutes.showItem',
    words: ['punkt', 'pkt', 'vis punkt', 'dagsordenspunkt'],
    isInMenu: false,
    usage: 'punkt <dato> <nr.>',
    description: 'Læs et punkt i sin helhed, fx "punkt 13. april 2023 5".',
    descriptionInEnglish: 'Read a whole item, for example "punkt 13. april 2023 5".',
    speaksEnglish: true,
    accepts: (rest) => readItemName(rest, today()) !== undefined,
    async run(turn, rest) {
      const { meeting, number } = readItemName(rest, today()) ?? { meeting: { kind: 'latest' }, number: 1 };
      const audience = await audienceOf(turn);
      const found = await findMeeting(minutes, audience, meeting, today());
      const view = { givesFiles: givesFiles(turn) };
      return replyToFind(found, (stored) => showItemOrMeeting({ lists, audience }, stored, number, view));
    },
  };
}
