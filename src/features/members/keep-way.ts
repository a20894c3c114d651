import { toLocalTime } from '../../danish/date-format.js';
import type { Clock } from '../../domain/clock.js';
import type { ConversationReference } from '../../domain/conversation-reference.js';
import type { PersonKey } from '../../domain/person-key.js';
import { personOf } from '../../routing/person-of.js';
import type { Routes } from '../../routing/routes.js';
import type { ConversationStore, MemberStore } from '../../store/ports.js';

export interface KeepingWays {
  members: Pick<MemberStore, 'findMemberships' | 'findDeputies'>;
  conversations: Pick<ConversationStore, 'findPersonal' | 'savePersonal'>;
  clock: Clock;
  /** Told why a way could not be kept. */
  reportFailure(error: unknown): void;
}

const isSame = (one: ConversationReference | undefined, other: ConversationReference): boolean =>
  one?.conversationId === other.conversationId && one.sdk.reference === other.sdk.reference;

/**
 * Keeps the way to everyone who is registered and writes in a personal conversation, and renews it when the channel
 * moves it. Of others nothing is kept. A failure harms the turn in no way: the next one keeps the way.
 */
export function createKeepWay({ members, conversations, clock, reportFailure }: KeepingWays): Routes['keepWay'] {
  const isRegistered = async (person: PersonKey): Promise<boolean> => {
    const today = toLocalTime(clock.now()).date;
    if ((await members.findMemberships(person, today)).length > 0) return true;
    return (await members.findDeputies(person, today)).length > 0;
  };
  return async (turn) => {
    const person = personOf(turn);
    const { reference } = turn;
    if (person === null || reference?.kind !== 'personal') return;
    try {
      if (isSame(await conversations.findPersonal(person), reference) || !(await isRegistered(person))) return;
      await conversations.savePersonal(person, reference);
    } catch (error) {
      reportFailure(error);
    }
  };
}
