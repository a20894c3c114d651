import type { TurnContext } from 'botbuilder';
import { ClaimsIdentity } from 'botframework-connector';
import type { ConversationReference } from '../domain/conversation-reference.js';
import type { BotAdapter } from './bot-adapter.js';
import type { KeptReference } from './conversation-reference.js';

/** A place in the channel, ready to be spoken to. */
export interface Place extends KeptReference {
  conversationId: string;
  kind: ConversationReference['kind'];
}

/**
 * Runs work with the SDK's context for a conversation nobody has just written in, and gives what it gives. The caller has
 * made sure that the place's service may be sent to.
 *
 * @param appId null: insecure local mode
 */
export async function runInConversation<T>(
  adapter: BotAdapter,
  appId: string | null,
  { serviceUrl, channelId, botId, conversationId, kind }: Place,
  work: (context: TurnContext) => Promise<T>,
): Promise<T> {
  const results: T[] = [];
  const failures: unknown[] = [];
  const identity = appId ?? new ClaimsIdentity([]);
  const reference = {
    serviceUrl,
    channelId,
    bot: { id: botId, name: '' },
    // It goes out with the message, and a service that checks it refuses an empty one.
    conversation: { id: conversationId, name: '', isGroup: kind === 'channel', conversationType: kind },
  };
  const logic = async (context: TurnContext): Promise<void> => {
    // The adapter would swallow the failure.
    await work(context).then(
      (value) => results.push(value),
      (error: unknown) => failures.push(error),
    );
  };
  if (typeof identity === 'string') await adapter.continueConversationAsync(identity, reference, logic);
  else await adapter.continueConversationAsync(identity, reference, logic);
  if (failures.length > 0) throw failures[0];
  const [result] = results;
  if (result === undefined) throw new Error('the turn was not run');
  return result;
}
