import { homeTenant } from '../../domain/home-tenant.js';
import { personOf } from '../../routing/person-of.js';
import { placeOf } from '../../routing/place-of.js';
import type { Routes } from '../../routing/routes.js';
import type { ConversationStore, ForumStore } from '../../store/ports.js';

export interface ForgettingPlaces {
  forums: Pick<ForumStore, 'listForums'>;
  conversations: Pick<ConversationStore, 'forgetPersonal' | 'findPersonal' | 'findChannel' | 'releaseChannel'>;
}

/**
 * Forgets the way to where the bot was taken away: to a person, or to every bound channel of a team. Put back, it is
 * found again by the next message, and the channel is bound anew.
 */
export function createForgetPlace({ forums, conversations }: ForgettingPlaces): Routes['removed'] {
  return async (turn) => {
    const { conversation } = turn;
    if (conversation.kind === 'personal') {
      const person = personOf(turn);
      if (person === null) return;
      const known = await conversations.findPersonal(person);
      if (known?.conversationId === conversation.id) await conversations.forgetPersonal(person);
      return;
    }
    for (const { id } of await forums.listForums(homeTenant)) {
      const channel = await conversations.findChannel(id);
      if (channel === undefined) continue;
      const isOfTeam = channel.teamId !== null && channel.teamId === conversation.teamId;
      if (isOfTeam || channel.conversationId === placeOf(conversation)) await conversations.releaseChannel(id);
    }
  };
}
