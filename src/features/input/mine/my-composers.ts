import { z } from 'zod';
import { escapeMarkdown } from '../../../cards/escape-markdown.js';
import type { OutgoingMessage } from '../../../domain/outgoing-message.js';
import type { Reply } from '../../../routing/reply.js';
import type { MessageComposer } from '../../../routing/unasked.js';
import { readRoundNow } from '../follow-round.js';
import { inputMessages } from '../input-intents.js';
import type { InputWork } from '../input-routes.js';
import { roundMessages } from '../round-intents.js';
import { type MineOptions, myInputCard } from './my-input-card.js';
import { mineNotices } from './my-phrases.js';
import { rightsOfPerson, type Seat, seatIn } from './seat.js';
import { countTopics, isAnswered, isOutdated } from './topic-state.js';

const payload = z.object({ round: z.string(), respondent: z.string() });

/** The recipient's place in the round, as the registers say now; undefined: they have none any more. */
async function seatOf(work: InputWork, message: OutgoingMessage): Promise<Seat | undefined> {
  if (message.recipient.kind !== 'person') return undefined;
  const { round, respondent } = payload.parse(message.payload);
  const state = await readRoundNow(work, await work.input.getRound(round));
  const asked = state.respondents.find(({ id }) => id === respondent);
  if (asked === undefined || asked.hasLeft) return undefined;
  return seatIn(state, asked, await rightsOfPerson(work, message.recipient.person));
}

/** A message of the round: what it says of the place its recipient has; null: nothing any more. */
const composer = (
  work: InputWork,
  kind: string,
  title: string,
  say: (seat: Seat, message: OutgoingMessage) => MineOptions | null,
): MessageComposer => ({
  kind,
  title,
  async compose(message): Promise<Reply | null> {
    const seat = await seatOf(work, message);
    const options = seat === undefined ? null : say(seat, message);
    return seat === undefined || options === null ? null : myInputCard(work, seat, options);
  },
});

const isOpen = ({ round }: Seat): boolean => round.state === 'open';

/** What is written to a chef in person about a round, from the state of things when it is sent. */
export const createMyComposers = (work: InputWork): MessageComposer[] => [
  composer(work, inputMessages.ask, 'Spørgsmål om input', (seat, { action }) => {
    if (action === 'refresh') return {};
    const { asked } = countTopics(seat);
    if (!isOpen(seat) || asked === 0) return null;
    return { summary: mineNotices.ask(seat.agenda, asked, seat.round.deadlineAt) };
  }),
  composer(work, inputMessages.delegated, 'Spørgsmål om at svare for en anden', (seat, { action }) => {
    if (action === 'refresh') return {};
    if (!isOpen(seat) || !seat.isOnBehalf) return null;
    const { name, delegateBy } = seat.respondent;
    const say = delegateBy === 'register' ? mineNotices.standsIn : mineNotices.delegated;
    const lead = say(name, seat.agenda, seat.round.deadlineAt);
    return { summary: lead, lead };
  }),
  composer(work, roundMessages.reminder, 'Påmindelse om input', (seat) => {
    const missing = seat.topics.filter(
      (topic) => topic.entry !== null && !isAnswered(topic) && topic.requests.every(({ late }) => late === null),
    );
    if (!isOpen(seat) || seat.round.deadlineAt <= work.clock.now() || missing.length === 0) return null;
    const lead = mineNotices.reminder(seat.agenda, missing.length, seat.round.deadlineAt);
    return { summary: lead, lead };
  }),
  composer(work, inputMessages.changed, 'Ændret efter svar', (seat) => {
    const numbers = seat.topics.filter(isOutdated).map(({ entry }) => entry?.item.number ?? 0);
    if (!isOpen(seat) || numbers.length === 0) return null;
    const lead = mineNotices.changed(numbers, seat.agenda);
    return { summary: lead, lead };
  }),
  {
    kind: inputMessages.ended,
    title: 'Input bruges ikke',
    async compose(message) {
      const seat = await seatOf(work, message);
      if (seat === undefined) return null;
      const { agenda } = seat;
      if (agenda.state !== 'withdrawn' && agenda.state !== 'cancelled') return null;
      const text = mineNotices[agenda.state](agenda);
      return { text: escapeMarkdown(text), summary: text };
    },
  },
];
