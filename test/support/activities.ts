import { randomUUID } from 'node:crypto';

/** What Teams posts, as plain JSON. */
export type ActivityJson = Record<string, unknown>;

export const tenantId = '0f8fad5b-d9cb-469f-a165-70867728950e';
export const foreignTenantId = '7c9e6679-7425-40de-944b-e07fc1f90ae7';

export const bot = { id: '28:referent', name: 'Referent' };
export const chef = { id: '29:chef', name: 'Ida Holm', aadObjectId: '11111111-2222-4333-8444-555555555555' };

/** What every activity from a one-to-one chat has; `parts` replaces or adds. */
export function activity(serviceUrl: string, parts: ActivityJson = {}): ActivityJson {
  return {
    type: 'message',
    id: randomUUID(),
    timestamp: '2023-04-13T08:00:00.000Z',
    channelId: 'msteams',
    serviceUrl,
    from: chef,
    recipient: bot,
    conversation: { id: 'a:chat-1', conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    locale: 'da-DK',
    ...parts,
  };
}

export const message = (serviceUrl: string, text: string, parts: ActivityJson = {}): ActivityJson =>
  activity(serviceUrl, { text, textFormat: 'plain', ...parts });

/** A message in a team's channel, where the bot hears only what mentions it. */
export const channelMessage = (serviceUrl: string, text: string): ActivityJson =>
  message(serviceUrl, `<at>Referent</at>&nbsp;${text}`, {
    conversation: { id: '19:channel;messageid=17', conversationType: 'channel', isGroup: true, tenantId },
    channelData: { tenant: { id: tenantId }, team: { id: '19:team' }, channel: { id: '19:channel' } },
    entities: [{ type: 'mention', text: '<at>Referent</at>', mentioned: bot }],
    attachments: [{ contentType: 'text/html', content: `<div>${text}</div>` }],
  });

/** A press on an Action.Execute. */
export const press = (serviceUrl: string, verb: string, data: unknown, trigger = 'manual'): ActivityJson =>
  activity(serviceUrl, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb, data }, trigger },
  });

/** A press on an Action.Submit, which comes as a message without text. */
export const submit = (serviceUrl: string, value: ActivityJson): ActivityJson => activity(serviceUrl, { value });

export const invoke = (serviceUrl: string, name: string, value: unknown = {}): ActivityJson =>
  activity(serviceUrl, { type: 'invoke', name, value });

/** Words typed into the search of the compose box; without them it was opened just now. */
export const search = (serviceUrl: string, text?: string, parts: ActivityJson = {}): ActivityJson =>
  activity(serviceUrl, {
    type: 'invoke',
    name: 'composeExtension/query',
    value: {
      commandId: 'findDecision',
      parameters: [text === undefined ? { name: 'initialRun', value: 'true' } : { name: 'text', value: text }],
      queryOptions: { skip: 0, count: 25 },
    },
    ...parts,
  });

/** A thumb on a message of the bot's, with a comment as the client packs it. */
export const thumb = (
  serviceUrl: string,
  messageId: unknown,
  reaction: unknown,
  comment = '',
  parts: ActivityJson = {},
): ActivityJson =>
  activity(serviceUrl, {
    type: 'invoke',
    name: 'message/submitAction',
    replyToId: messageId,
    value: {
      actionName: 'feedback',
      actionValue: { reaction, feedback: JSON.stringify({ feedbackText: comment }) },
    },
    ...parts,
  });

export const installed = (serviceUrl: string): ActivityJson =>
  activity(serviceUrl, { type: 'installationUpdate', action: 'add' });

export const membersAdded = (serviceUrl: string, ...ids: string[]): ActivityJson =>
  activity(serviceUrl, { type: 'conversationUpdate', membersAdded: ids.map((id) => ({ id })) });
