import { toLocalTime } from '../../danish/date-format.js';
import type { Command } from '../../routing/routes.js';
import { type Browsing, givesFiles } from './browsing.js';
import { findMeeting, readMeetingName } from './find-meeting.js';
import { meetingCard } from './meeting-card.js';
import { replyToFind } from './reply-to-find.js';

/** `møde 13. april 2023`, `møde sidste`: a meeting and its items. */
export function createShowMeetingCommand({ minutes, audienceOf, clock }: Browsing): Command {
  const today = (): string => toLocalTime(clock.now()).date;
  return {
    name: 'minutes.showMeeting',
    words: ['møde', 'mødet', 'vis møde', 'vis mødet', 'referat', 'vis referat', 'vis referatet'],
    usage: 'møde <dato>',
    description: 'Se et møde og dets punkter. Skriv "møde sidste" for det seneste.',
    descriptionInEnglish: 'See a meeting and its items. Type "møde sidste" for the latest.',
    speaksEnglish: true,
    accepts: (rest) => readMeetingName(rest, today()) !== undefined,
    async run(turn, rest) {
      const name = readMeetingName(rest, today()) ?? { kind: 'latest' };
      const found = await findMeeting(minutes, await audienceOf(turn), name, today());
      return replyToFind(found, (meeting) => meetingCard(meeting, { givesFiles: givesFiles(turn) }));
    },
  };
}
