import { z } from 'zod';
import { toLocalTime } from '../../../danish/date-format.js';
import { mayDo } from '../../../domain/rights.js';
import { isSamePerson } from '../../../routing/person-of.js';
import type { MessageComposer } from '../../../routing/unasked.js';
import { type InputDesk, readableRound } from '../desk/round-desk.js';
import { roundMessages } from '../round-intents.js';
import { briefCard } from './brief-card.js';

const payloadShape = z.object({ round: z.string() });

/** The brief for chair and secretaries once a round is closed; nothing when it was opened again, or the meeting is off. */
export function createBriefComposer(desk: Pick<InputDesk, 'input' | 'agendas' | 'members' | 'clock'>): MessageComposer {
  return {
    kind: roundMessages.brief,
    title: 'Oversigt over input',
    async compose({ payload, recipient }) {
      const round = await desk.input.getRound(payloadShape.parse(payload).round);
      if (round.state !== 'closed' || recipient.kind !== 'person') return null;
      const { date } = toLocalTime(desk.clock.now());
      // By the register of today: whoever left since reads nothing.
      const roles = (await desk.members.listMemberships(round.forumId, date))
        .filter(({ person }) => isSamePerson(person, recipient.person))
        .map(({ role }) => role);
      const read = await readableRound(desk, round, {
        standingsIn: () => roles,
        mayDo: (_forumId, operation, access) => mayDo(roles, operation, access),
      });
      if (read === undefined || !read.isOffice) return null;
      const { state } = read.state.agenda;
      return state === 'withdrawn' || state === 'cancelled' ? null : briefCard(read.brief, read);
    },
  };
}
