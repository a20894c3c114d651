import { z } from 'zod';
import type { Agenda } from '../../../domain/agenda.js';
import { AppError } from '../../../domain/app-error.js';
import type { Clock } from '../../../domain/clock.js';
import type { MessageComposer } from '../../../routing/unasked.js';
import type { AgendaStore, OutboxStore } from '../../../store/ports.js';
import { agendaMessages, cardSlot } from '../agenda-intents.js';
import { composeAgendaCard } from './agenda-card.js';
import type { AgendaInput } from './agenda-input.js';
import { cardPhrases } from './phrases.js';

export interface CardComposing {
  agendas: Pick<AgendaStore, 'getAgenda'>;
  outbox: Pick<OutboxStore, 'mayHaveStood'>;
  input: Pick<AgendaInput, 'tallyOf'>;
  clock: Clock;
}

const payload = z.object({ agenda: z.string() });

/** undefined where there is no such agenda any more. */
async function findAgenda({ agendas }: CardComposing, id: string): Promise<Agenda | undefined> {
  try {
    return await agendas.getAgenda(id);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return undefined;
    throw error;
  }
}

/** States in which a card is worth a first message; a card that stands, or did, is brought up to date in every state. */
const isWorthPosting = ({ state }: Agenda): boolean => state === 'published' || state === 'changed';

/** The card in the forum's channel, in the agenda's newest state. It is the same for everybody: never a closed item's text. */
export function createAgendaCardComposer(composing: CardComposing): MessageComposer {
  return {
    kind: agendaMessages.card,
    get title() {
      return cardPhrases.agenda;
    },
    async compose(message, isLate) {
      const agenda = await findAgenda(composing, payload.parse(message.payload).agenda);
      if (agenda === undefined || agenda.publishedAt === null) return null;
      const isNew = message.action === 'create';
      const { outbox } = composing;
      if (!isWorthPosting(agenda) && (isNew || !(await outbox.mayHaveStood(cardSlot(agenda.id))))) return null;
      return composeAgendaCard(agenda, {
        now: composing.clock.now(),
        seesClosed: false,
        tally: await composing.input.tallyOf(agenda),
        isLate: isLate && isNew,
      });
    },
  };
}
