import type { Agenda, AgendaEntry } from '../../../domain/agenda.js';
import { type Intents, noIntents } from '../../../domain/outgoing-message.js';
import type { PersonKey } from '../../../domain/person-key.js';
import type { CardReply } from '../../../routing/reply.js';
import type { CardActionTurn } from '../../../routing/turn.js';
import type { InputTally } from './agenda-card.js';
import { inputPhrases } from './phrases.js';

/** What a posted agenda asks of whoever collects input to it. The wiring joins the two; neither knows the other. */
export interface AgendaInput {
  /** null: there is no round. */
  tallyOf(agenda: Agenda): Promise<InputTally | null>;
  /** How far a person's own input is, by entry id, a few words of Danish each; empty for who is not asked. */
  ownOf(agenda: Agenda, person: PersonKey): Promise<ReadonlyMap<string, string>>;
  /** Answers a press on "Giv input"; whether the presser may is for it to say. */
  give(turn: CardActionTurn, agenda: Agenda, entry: AgendaEntry): Promise<CardReply>;
  /**
   * What a change of a published agenda sets going among those who gave input: whoever answered an item that was changed or
   * withdrawn is told in person. Saved in the change's own transaction.
   */
  intentsOfChange(before: Agenda, after: Agenda, now: Date): Promise<Intents>;
}

/** Before there is any input: says when it is due. */
export const noInput = (now: () => Date): AgendaInput => ({
  tallyOf: async () => null,
  ownOf: async () => new Map(),
  async give(_turn, { inputDeadlineAt }, { item }) {
    const isOver = inputDeadlineAt !== null && inputDeadlineAt <= now();
    return {
      text: isOver
        ? inputPhrases.over(item.number, inputDeadlineAt)
        : inputPhrases.notOpen(item.number, inputDeadlineAt),
    };
  },
  intentsOfChange: async () => noIntents,
});
