import type { TurnContext } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { AppError } from '../domain/app-error.js';
import type { Clock } from '../domain/clock.js';
import { texts } from '../texts.js';

/** Whether whoever sent the activity is a guest in the organisation, or nobody it knows. */
export type GuestCheck = (context: TurnContext) => Promise<boolean>;

/** A guest who becomes an employee, or the reverse, is met as such after this time. */
const rememberedMs = 60 * 60 * 1000;
const maxRemembered = 5000;

/**
 * Asks Teams for the person's role in the place and remembers it for an hour: an activity does not tell it.
 *
 * The check throws AppError `unavailable` when Teams does not say; nobody is let in on a guess.
 */
export function createGuestCheck(clock: Clock): GuestCheck {
  const remembered = new Map<string, { isGuest: boolean; until: number }>();

  return async (context) => {
    const { from, conversation } = context.activity;
    // People without an account, such as those who joined a meeting by its link.
    if (from.aadObjectId === undefined) return true;

    const key = `${conversation.id} ${from.id}`;
    const known = remembered.get(key);
    const now = clock.now().getTime();
    if (known !== undefined && known.until > now) return known.isGuest;

    const isGuest = await lookUp(context);
    const [oldest] = remembered.keys();
    if (remembered.size >= maxRemembered && oldest !== undefined) remembered.delete(oldest);
    remembered.set(key, { isGuest, until: now + rememberedMs });
    return isGuest;
  };
}

async function lookUp(context: TurnContext): Promise<boolean> {
  const { conversation, channelData } = context.activity;
  const teamId: unknown = channelData?.team?.id;
  const place = typeof teamId === 'string' ? teamId : conversation.id;
  const { conversations } = context.turnState.get<ConnectorClient>(context.adapter.ConnectorClientKey);
  try {
    return (await findRole(conversations, place, context)) !== 'user';
  } catch (cause) {
    throw new AppError('unavailable', 'the sender could not be looked up', { reply: texts.personNotFound, cause });
  }
}

/**
 * The person's role in the place; where the bot is no member, as it need not be where somebody searches, their role in
 * the chat between the two, which is opened without a word if there is none.
 */
async function findRole(
  conversations: ConnectorClient['conversations'],
  place: string,
  { activity: { from, recipient, conversation, channelData } }: TurnContext,
): Promise<unknown> {
  const roleIn = async (id: string): Promise<unknown> => {
    const member: object = await conversations.getConversationMember(id, from.id);
    return 'userRole' in member ? member.userRole : undefined;
  };
  try {
    return await roleIn(place);
  } catch (error) {
    if (!isNoMember(error)) throw error;
    const tenantId: string = conversation.tenantId ?? channelData?.tenant?.id;
    const opened = await conversations.createConversation({
      isGroup: false,
      bot: { id: recipient.id, name: '' },
      members: [{ id: from.id, name: '' }],
      tenantId,
      channelData: { tenant: { id: tenantId } },
    });
    return roleIn(opened.id);
  }
}

/** How Teams answers for a place the bot is not in. */
function isNoMember(error: unknown): boolean {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return status === 403 || status === 404;
}
