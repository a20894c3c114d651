import type { Agenda, AgendaEntry } from '../../domain/agenda.js';
import { speaking } from '../../domain/language.js';
import type { Intents } from '../../domain/outgoing-message.js';
import type { PersonKey } from '../../domain/person-key.js';
import { languageOf } from '../../routing/language-of.js';
import type { CardReply } from '../../routing/reply.js';
import type { CardActionTurn } from '../../routing/turn.js';
import { followRegisterOf, readRoundNow } from './follow-round.js';
import { intentsOfAgenda } from './input-intents.js';
import type { InputWork } from './input-routes.js';
import { itemForm } from './mine/item-form.js';
import { mineReplies } from './mine/my-phrases.js';
import { isAlone, rightsOfPerson, type Seat, seatIn } from './mine/seat.js';
import { stateOf } from './mine/topic-state.js';
import { whyGone } from './mine/why-gone.js';
import { countAnswered, type RoundState, readRoundStatus } from './round/round-status.js';

async function stateOfRound(work: InputWork, agenda: Agenda): Promise<RoundState | undefined> {
  const round = await work.input.findRoundOf(agenda.id);
  return round === undefined ? undefined : readRoundNow(work, round);
}

type Rights = Awaited<ReturnType<InputWork['rightsOf']>>;

/** A person's own place before any in which they answer for somebody else. */
function seatOf(state: RoundState, rights: Rights): Seat | undefined {
  const seats = state.respondents.flatMap((respondent) => seatIn(state, respondent, rights) ?? []);
  return seats.find(({ isOnBehalf }) => !isOnBehalf) ?? seats[0];
}

async function giveForm(
  work: InputWork,
  turn: CardActionTurn,
  agenda: Agenda,
  { id, item }: AgendaEntry,
): Promise<CardReply> {
  const gone = whyGone(agenda, work.clock.now());
  if (gone !== undefined) return { text: gone };
  const round = await work.input.findRoundOf(agenda.id);
  if (round === undefined) return { text: mineReplies.noRound(item.number) };
  if (!isAlone(turn)) return { text: mineReplies.writeInPerson };
  await followRegisterOf(work, round);
  const seat = seatOf(await readRoundNow(work, round), await work.rightsOf(turn));
  if (seat === undefined) return { text: mineReplies.notAsked(item.number) };
  const topic = seat.topics.find((one) => one.id === id);
  return topic === undefined ? { text: mineReplies.nothingAskedOf(item.number) } : itemForm(work, seat, topic);
}

/** What posted agendas show of input, and how they lead to it. */
export function createAgendaInput(work: InputWork) {
  return {
    /** How many of those asked have answered; null: there is no round. */
    async tallyOf(agenda: Agenda): Promise<{ answered: number; asked: number } | null> {
      const state = await stateOfRound(work, agenda);
      return state === undefined ? null : countAnswered(readRoundStatus(state));
    },

    /** How far a person's own input is, by entry id, a few words each; empty for who is not asked. */
    async ownOf(agenda: Agenda, person: PersonKey): Promise<ReadonlyMap<string, string>> {
      const state = await stateOfRound(work, agenda);
      const seat = state === undefined ? undefined : seatOf(state, await rightsOfPerson(work, person));
      const topics = seat?.topics.filter(({ entry }) => entry !== null) ?? [];
      return new Map(topics.map((topic) => [topic.id, stateOf(topic)]));
    },

    /** "Giv input" on an item: its form, to whoever is asked, where nobody reads along. */
    give: (turn: CardActionTurn, agenda: Agenda, entry: AgendaEntry): Promise<CardReply> =>
      // The agenda is in Danish; from here on it is between Referent and the person.
      speaking(languageOf(turn), () => giveForm(work, turn, agenda, entry)),

    /** The round opens when the agenda is published, and follows when it is changed; in the change's own transaction. */
    intentsOfChange: async (before: Agenda, after: Agenda, now: Date): Promise<Intents> =>
      intentsOfAgenda(before, after, now),
  };
}
