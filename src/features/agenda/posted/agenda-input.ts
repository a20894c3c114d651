import type { Agenda, AgendaEntry } from '../../../domain/agenda.js';
import type { Intents } from '../../../domain/outgoing-message.js';
import type { PersonKey } from '../../../domain/person-key.js';
import type { CardReply } from '../../../routing/reply.js';
import type { CardActionTurn } from '../../../routing/turn.js';
import type { InputTally } from './agenda-card.js';

/** What a posted agenda asks of whoever collects input to it. The wiring joins the two; neither knows the other. */
export interface AgendaInput {
  /** null: there is no round. */
  tallyOf(agenda: Agenda): Promise<InputTally | null>;
  /** How far a person's own input is, by entry id, a few words of Danish each; empty for who is not asked. */
  ownOf(agenda: Agenda, person: PersonKey): Promise<ReadonlyMap<string, string>>;
  /** Answers a press on "Giv input"; whether the presser may is for it to say. */
  give(turn: CardActionTurn, agenda: Agenda, entry: AgendaEntry): Promise<CardReply>;
  /**
   * What publishing an agenda (`before` was never published), or changing one that is out, sets going among those who give input:
   * they are asked; whoever answered an item that was changed or withdrawn is told in person. Saved in the change's own
   * transaction.
   */
  intentsOfChange(before: Agenda, after: Agenda, now: Date): Promise<Intents>;
}
