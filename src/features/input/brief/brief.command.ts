import { toLocalTime } from '../../../danish/date-format.js';
import { readSpokenDate } from '../../../danish/read-spoken-date.js';
import type { AgendaState } from '../../../domain/agenda.js';
import { AppError } from '../../../domain/app-error.js';
import type { InputRound } from '../../../domain/input.js';
import type { Rights } from '../../../routing/rights-of.js';
import type { Command } from '../../../routing/routes.js';
import { type InputDesk, readableRound, requirePersonal } from '../desk/round-desk.js';
import { briefCard } from './brief-card.js';
import { briefPhrases as phrases } from './brief-phrases.js';

/** Agendas that can have a round. */
const askedStates: readonly AgendaState[] = ['published', 'changed', 'held', 'archived', 'withdrawn', 'cancelled'];

/** The rounds of a forum's meetings, the newest meeting first. @param dates ISO; undefined: of every meeting */
export async function listRounds(
  { agendas, input }: Pick<InputDesk, 'agendas' | 'input'>,
  forumIds: readonly string[],
  dates?: readonly string[],
): Promise<InputRound[]> {
  const lists = await Promise.all(forumIds.map((forumId) => agendas.listAgendas(forumId, askedStates)));
  const asked = lists
    .flat()
    .filter(({ date }) => dates === undefined || dates.includes(date))
    .sort((one, other) => other.date.localeCompare(one.date));
  const rounds = await Promise.all(asked.map(({ id }) => input.findRoundOf(id)));
  return rounds.filter((round) => round !== undefined);
}

/** What people call a meeting's input: its date, or nothing for the newest. */
export const readDates = (rest: string, today: string): readonly string[] | undefined =>
  rest === '' ? undefined : readSpokenDate(rest, today);

/** Forums whose rounds the sender may read something of, now or later. */
const forumsOf = (rights: Rights): readonly string[] => [
  ...new Set([
    ...rights.forumsWhere('see_input', 'open'),
    ...rights.forumsWhere('see_input_of_directors_round', 'open'),
    ...rights.forumsWhere('see_input_of_forum_round', 'open'),
  ]),
];

/** "input 25. november": what was answered, for whoever may read it. */
export function createShowBriefCommand(desk: InputDesk): Command {
  const today = (): string => toLocalTime(desk.clock.now()).date;
  return {
    name: 'input.showBrief',
    words: ['input'],
    isInMenu: false,
    usage: 'input <dato>',
    description: 'Viser, hvad der er svaret før et møde, når det er åbnet for dig.',
    descriptionInEnglish: 'See what was answered before a meeting, once it is open to you.',
    accepts: (rest) => rest === '' || (readDates(rest, today())?.length ?? 0) > 0,
    async run(turn, rest) {
      requirePersonal(turn);
      const rights = await desk.rightsOf(turn);
      const forumIds = forumsOf(rights);
      if (forumIds.length === 0) rights.require('', 'see_input_of_forum_round', 'open');
      const rounds = await listRounds(desk, forumIds, readDates(rest, today()));
      for (const round of rounds) {
        const read = await readableRound(desk, round, rights);
        if (read !== undefined) return briefCard(read.brief, read);
      }
      const [newest] = rounds;
      if (newest === undefined) return { text: rest === '' ? phrases.noRoundAtAll : phrases.noRound };
      const isLater = newest.visibility === 'forum_after_deadline' && newest.state === 'open';
      throw new AppError('forbidden', 'the input of that round is not open to this person', {
        reply: isLater ? phrases.notYetOpened : phrases.notForYou,
      });
    },
  };
}
