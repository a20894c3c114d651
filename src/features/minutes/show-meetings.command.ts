import type { Command } from '../../routing/routes.js';
import type { Browsing } from './browsing.js';
import { replyWithMeetings } from './reply-with-meetings.js';

/** "2023", "i 2023", "fra 2023". */
const yearForm = /^(?:(?:i|fra|for) )?(?<year>20\d{2}|19\d{2})$/i;

/** `møder`, `møder 2023`: a year's meetings, newest first. */
export function createShowMeetingsCommand({ minutes, audienceOf }: Browsing): Command {
  return {
    name: 'minutes.showMeetings',
    words: ['møder', 'vis møder', 'alle møder'],
    usage: 'møder <år>',
    description: 'Se årets møder, eller møderne i et bestemt år.',
    descriptionInEnglish: "See this year's meetings, or those of another year.",
    speaksEnglish: true,
    accepts: (rest) => rest === '' || yearForm.test(rest),
    async run(turn, rest) {
      const year = yearForm.exec(rest)?.groups?.year;
      const asked = year === undefined ? {} : { year: Number(year) };
      return replyWithMeetings(minutes, await audienceOf(turn), asked);
    },
  };
}
