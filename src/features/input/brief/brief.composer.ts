import { z } from 'zod';
import { toLocalTime } from '../../../danish/date-format.js';
import type { OutgoingMessage } from '../../../domain/outgoing-message.js';
import { mayDo } from '../../../domain/rights.js';
import { isSamePerson } from '../../../routing/person-of.js';
import type { MessageComposer } from '../../../routing/unasked.js';
import { type InputDesk, type ReadableRound, readableRound } from '../desk/round-desk.js';
import { roundMessages } from '../round-intents.js';
import { briefCard } from './brief-card.js';
import { briefPhrases as phrases } from './brief-phrases.js';

const payloadShape = z.object({ round: z.string() });

type Reading = Pick<InputDesk, 'input' | 'agendas' | 'members' | 'clock'>;

/** What the recipient may read of a closed round, by the register of today: whoever left since reads nothing. */
async function readFor(desk: Reading, { payload, recipient }: OutgoingMessage): Promise<ReadableRound | undefined> {
  const round = await desk.input.getRound(payloadShape.parse(payload).round);
  if (round.state !== 'closed' || recipient.kind !== 'person') return undefined;
  const { date } = toLocalTime(desk.clock.now());
  const roles = (await desk.members.listMemberships(round.forumId, date))
    .filter(({ person }) => isSamePerson(person, recipient.person))
    .map(({ role }) => role);
  const read = await readableRound(desk, round, {
    standingsIn: () => roles,
    mayDo: (_forumId, operation, access) => mayDo(roles, operation, access),
  });
  const state = read?.state.agenda.state;
  return state === 'withdrawn' || state === 'cancelled' ? undefined : read;
}

/** The brief once a round is closed, to chair and secretaries, and to those it is opened to; nothing when it was opened again. */
export const createBriefComposers = (desk: Reading): MessageComposer[] => [
  {
    kind: roundMessages.brief,
    title: 'Oversigt over input',
    async compose(message) {
      const read = await readFor(desk, message);
      return read?.isOffice === true ? briefCard(read.brief, read) : null;
    },
  },
  {
    kind: roundMessages.opened,
    title: 'Input åbnet for forummet',
    async compose(message) {
      const read = await readFor(desk, message);
      if (read === undefined) return null;
      const { forum, date } = read.brief.agenda;
      return briefCard(read.brief, { ...read, notice: phrases.opened(`${forum} ${phrases.dateOf(date)}`) });
    },
  },
];
