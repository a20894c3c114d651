import { toLocalTime } from '../../../danish/date-format.js';
import type { Command } from '../../../routing/routes.js';
import { listRounds, readDates } from '../brief/brief.command.js';
import { deskReplies } from './desk-phrases.js';
import { type InputDesk, requirePersonal } from './round-desk.js';
import { viewStatus } from './status.verb.js';

/** "inputstatus": who has answered what, and what can be done about it. */
export function createShowStatusCommand(desk: InputDesk): Command {
  const today = (): string => toLocalTime(desk.clock.now()).date;
  return {
    name: 'input.showStatus',
    words: ['inputstatus', 'input status'],
    usage: 'inputstatus <dato>',
    description: 'Viser, hvem der har svaret på hvad, og hvem der mangler.',
    descriptionInEnglish: 'See who has answered what, and who is missing.',
    isForSecretary: true,
    accepts: (rest) => rest === '' || (readDates(rest, today())?.length ?? 0) > 0,
    async run(turn, rest) {
      const rights = await desk.rightsOf(turn);
      const forumIds = rights.requireSomewhere('manage_input', 'open');
      requirePersonal(turn);
      const rounds = await listRounds(desk, forumIds, readDates(rest, today()));
      // The round that runs out first is what one asks about; else the newest.
      const open = rounds.filter(({ state }) => state === 'open');
      const round = open.toSorted((one, other) => Number(one.deadlineAt) - Number(other.deadlineAt))[0] ?? rounds[0];
      if (round === undefined) return { text: rest === '' ? deskReplies.noRoundAtAll : deskReplies.noRound };
      return viewStatus(desk, round.id);
    },
  };
}
