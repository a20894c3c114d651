import type { Reply } from '../../../routing/reply.js';
import type { Command } from '../../../routing/routes.js';
import type { MessageTurn } from '../../../routing/turn.js';
import { followRegisterOf, listOpenRounds } from '../follow-round.js';
import type { InputWork } from '../input-routes.js';
import { chooseSeatCard, myInputCard } from './my-input-card.js';
import { mineReplies } from './my-phrases.js';
import { isAlone, type Seat, seatsOf } from './seat.js';
import { whyGone } from './why-gone.js';

/** The places that matter: those in open rounds of meetings to come, or else in the one that closed last. */
function chooseSeats(seats: readonly Seat[], now: Date): readonly Seat[] {
  const coming = seats.filter(({ agenda }) => whyGone(agenda, now) === undefined);
  const open = coming.filter(({ round, respondent }) => round.state === 'open' && !respondent.hasLeft);
  if (open.length > 0) return open;
  const latest = coming.at(-1) ?? seats.at(-1);
  return latest === undefined ? [] : seats.filter(({ round }) => round.id === latest.round.id);
}

async function show(work: InputWork, turn: MessageTurn): Promise<Reply> {
  if (!isAlone(turn)) return { text: mineReplies.writeInPerson };
  const rights = await work.rightsOf(turn);
  // Whoever joined today is asked as soon as they ask.
  for (const forumId of rights.forumsWhere('answer_input', 'open'))
    for (const round of await listOpenRounds(work, forumId)) await followRegisterOf(work, round);
  const seats = chooseSeats(await seatsOf(work, rights), work.clock.now());
  const [only] = seats;
  if (only === undefined) return { text: mineReplies.nothingAsked };
  return seats.length === 1 ? myInputCard(work, only) : chooseSeatCard(work, seats);
}

/** `mit input`: what the sender is asked before the coming meetings, for themselves and in others' stead, and how it stands. */
export function createMyInputCommand(work: InputWork): Command {
  return {
    name: 'input.showMine',
    words: ['mit input', 'min forberedelse'],
    usage: 'mit input',
    description: 'Se, hvad du er spurgt om før mødet, og svar videre.',
    descriptionInEnglish: 'See what you are asked before the meeting, and go on answering.',
    accepts: (rest) => rest === '',
    run: (turn) => show(work, turn),
  };
}
