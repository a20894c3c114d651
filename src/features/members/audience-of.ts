import type { Audience } from '../../domain/access.js';
import { AppError } from '../../domain/app-error.js';
import { homeTenant } from '../../domain/home-tenant.js';
import type { AudienceOf } from '../../routing/audience-of.js';
import { placeOf } from '../../routing/place-of.js';
import type { RightsOf } from '../../routing/rights-of.js';
import type { Turn } from '../../routing/turn.js';
import type { ConversationStore, Forum } from '../../store/ports.js';
import { refusals } from './phrases.js';
import { listForumsOpenToAll, type Registers } from './rights-of.js';

export interface Places extends Registers {
  rightsOf: RightsOf;
  conversations: Pick<ConversationStore, 'findForumOf'>;
}

/** The forums whose open items may be shown to all who read along in a place; null: the sender alone reads. */
async function forumsShownIn({ conversation, kind }: Turn, places: Places): Promise<readonly string[] | null> {
  // What is found while searching is shown to the person alone; they choose what to put into the conversation.
  if (conversation.kind === 'personal' || kind === 'search') return null;
  const bound =
    conversation.kind === 'channel' ? await places.conversations.findForumOf(placeOf(conversation)) : undefined;
  const openToAll = await listForumsOpenToAll(places);
  return bound === undefined ? openToAll : [...openToAll, bound];
}

function refusalFor({ conversation, kind }: Turn, mayReadSomewhere: boolean, forums: readonly Forum[]): AppError {
  const alone = conversation.kind === 'personal' || kind === 'search';
  const reply =
    alone || !mayReadSomewhere
      ? refusals.notRegistered(forums.map(({ name }) => name))
      : conversation.kind === 'channel'
        ? refusals.unboundChannel
        : refusals.groupChat;
  return new AppError('forbidden', 'no forum may be read by this person in this place', { reply });
}

/**
 * What the sender of a turn may see in the place it comes from. In a personal conversation: what their rights allow,
 * closed items too. Where others read along: open items only, and only of the forum whose channel it is, or of a forum
 * everyone may read; and of those only what the sender may read.
 *
 * The function it makes throws AppError `forbidden`, with Danish that says what to do, when that is nothing.
 */
export function createAudienceOf(places: Places): AudienceOf {
  return async (turn): Promise<Audience> => {
    const rights = await places.rightsOf(turn);
    const readable = rights.forumsWhere('read', 'open');
    const shown = await forumsShownIn(turn, places);
    const forumIds = shown === null ? readable : readable.filter((id) => shown.includes(id));
    if (forumIds.length === 0) throw refusalFor(turn, readable.length > 0, await places.forums.listForums(homeTenant));
    const closedIn =
      turn.conversation.kind === 'personal' && turn.kind !== 'search' ? rights.forumsWhere('read', 'closed') : [];
    return closedIn.length === 0 ? { forumIds, sees: 'open' } : { forumIds, sees: 'open_and_closed', closedIn };
  };
}
