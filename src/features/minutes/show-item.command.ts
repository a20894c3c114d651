import { toLocalTime } from '../../danish/date-format.js';
import { foldLetters } from '../../danish/letters.js';
import type { Command } from '../../routing/routes.js';
import type { StoredMeeting } from '../../store/ports.js';
import type { Browsing } from './browsing.js';
import { findMeeting, type MeetingName, readMeetingName } from './find-meeting.js';
import { itemCard } from './item-card.js';
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
export function showItemOrMeeting(meeting: StoredMeeting, number: number) {
  const item = meeting.document.items.find((candidate) => candidate.number === number);
  return item === undefined ? meetingCard(meeting, { lead: phrases.noItem(number) }) : itemCard(meeting, item);
}

/** `punkt 13. april 2023 5`, `punkt 5 13. april 2023`: one item in full. */
export function createShowItemCommand({ minutes, audienceOf, clock }: Browsing): Command {
  const today = (): string => toLocalTime(clock.now()).date;
  return {
    name: 'minutes.showItem',
    words: ['punkt', 'pkt', 'vis punkt', 'dagsordenspunkt'],
    isInMenu: false,
    usage: 'punkt <dato> <nr.>',
    description: 'Læs et punkt i sin helhed, fx "punkt 13. april 2023 5".',
    accepts: (rest) => readItemName(rest, today()) !== undefined,
    async run(turn, rest) {
      const { meeting, number } = readItemName(rest, today()) ?? { meeting: { kind: 'latest' }, number: 1 };
      const found = await findMeeting(minutes, await audienceOf(turn), meeting, today());
      return replyToFind(found, (stored) => showItemOrMeeting(stored, number));
    },
  };
}
