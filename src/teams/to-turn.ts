import type {
  CardActionTurn,
  Conversation,
  FeedbackTurn,
  FileTurn,
  InstalledTurn,
  MessageTurn,
  RemovedTurn,
  SearchExtensionTurn,
} from '../routing/turn.js';
import { toConversationReference } from './conversation-reference.js';
import { carriesCard, readMessageText } from './message-text.js';
import type { ReceivedActivity } from './read-activity.js';
import { type Consent, readConsent } from './read-consent.js';
import { readFeedback } from './read-feedback.js';
import { readSearch } from './read-search.js';
import { readSentFiles, type SentAddress } from './read-sent-files.js';

/** Who answered where, and what. */
export type ConsentTurn = Omit<MessageTurn, 'kind' | 'text'> & { consent: Consent };

/** What an activity means to Referent. */
export type Incoming =
  | { kind: 'message'; turn: MessageTurn }
  /** A press on a card. An Action.Execute is answered in the response, its fallback Action.Submit with a message. */
  | { kind: 'press'; turn: CardActionTurn; answerWith: 'response' | 'message' }
  | { kind: 'file'; turn: Omit<FileTurn, 'files'>; sent: SentAddress[] }
  /** A press that opens a dialog, or one within it. */
  | { kind: 'dialog'; turn: CardActionTurn }
  /** The answer to a file that was offered. */
  | { kind: 'consent'; turn: ConsentTurn }
  | { kind: 'installed'; turn: InstalledTurn }
  | { kind: 'removed'; turn: RemovedTurn }
  /** A press whose data says no verb. */
  | { kind: 'unreadable_press' }
  | { kind: 'search'; turn: SearchExtensionTurn }
  | { kind: 'feedback'; turn: FeedbackTurn }
  /** A request for something Referent does not offer, or that cannot be read. Unanswered ones are sent again. */
  | { kind: 'other_invoke' }
  | { kind: 'ignored' };

const ignored: Incoming = { kind: 'ignored' };

/** A place of an unknown kind counts as one where others read along. */
const conversationKinds: Readonly<Record<string, Conversation['kind']>> = {
  personal: 'personal',
  groupChat: 'group',
  channel: 'channel',
};

function readBase(activity: ReceivedActivity): Omit<MessageTurn, 'kind' | 'text'> {
  const { conversation, channelData, from } = activity;
  return {
    activityId: activity.id ?? '',
    conversation: {
      id: conversation.id,
      kind: conversationKinds[conversation.conversationType ?? ''] ?? 'group',
      tenantId: conversation.tenantId ?? channelData?.tenant?.id ?? '',
      teamId: channelData?.team?.id ?? null,
    },
    // Guests are refused before a turn is made.
    sender: { id: from.id, objectId: from.aadObjectId ?? null, isGuest: false },
    locale: activity.locale ?? null,
    reference: toConversationReference(activity) ?? null,
  };
}

function readRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

/** `value` of an `adaptiveCard/action`: `{ action: { type: 'Action.Execute', verb, data }, trigger }`. */
function readExecute(activity: ReceivedActivity): Incoming {
  const value = readRecord(activity.value);
  const action = readRecord(value?.action);
  const verb = action?.verb;
  if (action?.type !== 'Action.Execute' || typeof verb !== 'string') return { kind: 'unreadable_press' };
  const trigger = value?.trigger === 'automatic' ? 'automatic' : 'manual';
  const turn: CardActionTurn = {
    ...readBase(activity),
    kind: 'card_action',
    verb,
    data: action.data ?? {},
    trigger,
  };
  return { kind: 'press', turn, answerWith: 'response' };
}

/** `value` of a dialog's invoke: `{ data }`, the data of the Action.Submit that opened it or was pressed in it. */
function readDialog(activity: ReceivedActivity): Incoming {
  const { verb, msteams: _client, ...data } = readRecord(readRecord(activity.value)?.data) ?? {};
  if (typeof verb !== 'string') return { kind: 'unreadable_press' };
  return { kind: 'dialog', turn: { ...readBase(activity), kind: 'card_action', verb, data, isInDialog: true } };
}

function readInvoke(activity: ReceivedActivity): Incoming {
  switch (activity.name) {
    case 'adaptiveCard/action':
      return readExecute(activity);
    case 'composeExtension/query': {
      const search = readSearch(activity.value);
      if (search === undefined) break;
      return { kind: 'search', turn: { ...readBase(activity), kind: 'search', ...search } };
    }
    case 'task/fetch':
    case 'task/submit':
      return readDialog(activity);
    case 'fileConsent/invoke': {
      const consent = readConsent(activity.value);
      if (consent === undefined) break;
      return { kind: 'consent', turn: { ...readBase(activity), consent } };
    }
    case 'message/submitAction': {
      const feedback = readFeedback(activity.value);
      const messageId = activity.replyToId;
      if (feedback === undefined || messageId === undefined) break;
      return { kind: 'feedback', turn: { ...readBase(activity), kind: 'feedback', messageId, ...feedback } };
    }
  }
  return { kind: 'other_invoke' };
}

/** `value` of a message without text: the data of an Action.Submit, with the verb beside the fields and inputs. */
function readSubmit(activity: ReceivedActivity): Incoming {
  const { verb, msteams: _client, ...data } = readRecord(activity.value) ?? {};
  if (typeof verb !== 'string') return ignored;
  return { kind: 'press', turn: { ...readBase(activity), kind: 'card_action', verb, data }, answerWith: 'message' };
}

function readMessage(activity: ReceivedActivity): Incoming {
  const sent = readSentFiles(activity);
  if (sent.length > 0) return { kind: 'file', turn: { ...readBase(activity), kind: 'file' }, sent };
  const text = readMessageText(activity);
  if (text === '' && activity.value !== undefined && activity.value !== null) return readSubmit(activity);
  // A card without a word is put there to be read, not to be answered.
  if (text === '' && carriesCard(activity)) return ignored;
  return { kind: 'message', turn: { ...readBase(activity), kind: 'message', text } };
}

/** Teams tells of an installation in two ways, not always in both; the greeting is said once all the same. */
function isInstallation(activity: ReceivedActivity): boolean {
  if (activity.type === 'installationUpdate') return activity.action === 'add';
  return activity.membersAdded?.some(({ id }) => id === activity.recipient.id) ?? false;
}

/** The same for the bot's removal. */
function isRemoval(activity: ReceivedActivity): boolean {
  if (activity.type === 'installationUpdate') return activity.action === 'remove';
  return activity.membersRemoved?.some(({ id }) => id === activity.recipient.id) ?? false;
}

function readMembership(activity: ReceivedActivity): Incoming {
  if (isInstallation(activity)) return { kind: 'installed', turn: { ...readBase(activity), kind: 'installed' } };
  if (isRemoval(activity)) return { kind: 'removed', turn: { ...readBase(activity), kind: 'removed' } };
  return ignored;
}

/** Reads what a person did out of an activity. */
export function toTurn(activity: ReceivedActivity): Incoming {
  if (activity.from.id === activity.recipient.id || activity.from.role === 'bot') return ignored;
  switch (activity.type) {
    case 'message':
      return readMessage(activity);
    case 'invoke':
      return readInvoke(activity);
    case 'installationUpdate':
    case 'conversationUpdate':
      return readMembership(activity);
    default:
      return ignored;
  }
}
