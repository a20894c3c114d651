import type { WorkingDays } from '../danish/working-days.js';
import type { Clock } from '../domain/clock.js';
import type { ConversationReference } from '../domain/conversation-reference.js';
import { describeError, type Log } from '../logging.js';
import type { Reply } from '../routing/reply.js';
import type { ChannelSender, MessageComposer, SendResult } from '../routing/unasked.js';
import type { ConversationStore, LeasedMessage, OutboxStore, SendOutcome } from '../store/ports.js';
import { delayBeforeTry, delayBeforeUpdate, type Random } from './delays.js';
import { leaseMs, maxTries, paces, prepareForMs } from './limits.js';

export interface Sending {
  outbox: OutboxStore;
  conversations: ConversationStore;
  sender: ChannelSender;
  composers: ReadonlyMap<string, MessageComposer>;
  workingDays: WorkingDays;
  clock: Clock;
  random: Random;
  log: Log;
  /** Told how each hand-over ended, for the metrics. */
  countMessage(kind: string, outcome: string): void;
}

/** A step on the way: something to go on with, or the end. */
type Step<T> = { value: T } | { outcome: SendOutcome };

/**
 * One leased message from its recipe to its end: the way there, the text as things are now, the hand-over, and what came of it.
 * At most one call to the channel, so that the paces hold: a conversation is opened in one turn and written to in the next.
 */
export async function sendMessage(message: LeasedMessage, sending: Sending): Promise<void> {
  const { outbox, clock, log, countMessage } = sending;
  const outcome = await deliver(message, sending);
  if (outcome === undefined) return;
  const isKept = await outbox.settleMessage(message, outcome, clock.now());
  countMessage(message.kind, isKept ? outcome.state : 'lease_lost');
  const level = ['sent', 'waiting', 'dropped'].includes(outcome.state) ? 'info' : 'warn';
  log[level]('message', { route: message.kind, outcome: outcome.state, ...(!isKept && { reason: 'lease_lost' }) });
}

/** undefined: somebody else holds the message by now, and nothing was sent. */
async function deliver(message: LeasedMessage, sending: Sending): Promise<SendOutcome | undefined> {
  const { outbox, clock } = sending;
  const way = await findWay(message, sending);
  if ('outcome' in way) return way.outcome;
  const text = await compose(message, sending);
  if ('outcome' in text) return text.outcome;
  if (!(await outbox.beginSending(message, clock.now(), leaseMs))) return undefined;
  return message.handle === null
    ? create(message, way.value, text.value, sending)
    : update({ ...message, handle: message.handle }, way.value, text.value, sending);
}

async function findWay(message: LeasedMessage, sending: Sending): Promise<Step<ConversationReference>> {
  const { conversations, sender, clock } = sending;
  const { recipient } = message;
  const channel = await conversations.findChannel(recipient.forumId);
  if (recipient.kind === 'forum_channel')
    return channel === undefined
      ? { outcome: { state: 'not_found', note: 'no channel is bound to the forum' } }
      : { value: channel };
  const known = await conversations.findPersonal(recipient.person);
  if (known !== undefined) return { value: known };
  if (channel === undefined)
    return {
      outcome: { state: 'not_installed', note: 'the person has not written to the bot, and no channel is bound' },
    };
  const opened = await sender.openPersonal(recipient.person.tenantId, recipient.person.objectId, channel);
  if ('reference' in opened) {
    await conversations.savePersonal(recipient.person, opened.reference);
    return { outcome: { state: 'waiting', notBefore: clock.now(), note: 'the conversation was opened' } };
  }
  // Opening can be repeated: it opens the same conversation again.
  if (opened.state !== 'refused_for_now' && opened.state !== 'uncertain') return { outcome: opened };
  if (hasTriedLongEnough(message, sending)) return { outcome: { state: 'failed', note: opened.note } };
  const retryAfterMs = opened.state === 'refused_for_now' ? opened.retryAfterMs : null;
  return { outcome: waitFor(delayBeforeTry(maxTries, retryAfterMs, sending.random), opened.note, sending) };
}

async function compose(message: LeasedMessage, sending: Sending): Promise<Step<Reply>> {
  const { composers, log } = sending;
  const composer = composers.get(message.kind);
  if (composer === undefined) return { outcome: { state: 'failed', note: 'nothing composes messages of this kind' } };
  try {
    const reply = await composer.compose(message, isLate(message, sending));
    if (reply === null) return { outcome: { state: 'dropped', note: 'there is nothing to say any more' } };
    return { value: reply };
  } catch (error) {
    log.error('compose_failed', { route: message.kind, ...describeError(error) });
    const note = 'its text could not be made';
    return {
      outcome: hasTriedLongEnough(message, sending) ? { state: 'failed', note } : waitFor(60_000, note, sending),
    };
  }
}

const waitFor = (ms: number, note: string, { clock }: Sending): SendOutcome => ({
  state: 'waiting',
  notBefore: new Date(clock.now().getTime() + ms),
  note,
});

/** For what comes before the hand-over, and so is not counted. */
const hasTriedLongEnough = ({ dueAt }: LeasedMessage, { clock }: Sending): boolean =>
  clock.now().getTime() - dueAt.getTime() > prepareForMs;

/** Whether it goes out long after it could have: waiting for working hours is not being late. */
function isLate(message: LeasedMessage, { clock, workingDays }: Sending): boolean {
  const waitsForWork = message.recipient.kind === 'person' && message.atAnyHour !== true;
  const could = waitsForWork ? workingDays.nextWorkingTime(message.dueAt) : message.dueAt;
  return message.action === 'create' && clock.now().getTime() - could.getTime() > paces.lateAfterMs;
}

async function create(
  message: LeasedMessage,
  way: ConversationReference,
  reply: Reply,
  sending: Sending,
): Promise<SendOutcome> {
  const { sender, conversations, clock } = sending;
  const result = await sender.send(way, reply, message.thread);
  const { recipient } = message;
  if (result.state === 'not_found' && recipient.kind === 'person' && message.attempts + 1 < maxTries) {
    // The person has cleared the chat: the conversation is gone for good, and another can be opened.
    await conversations.forgetPersonal(recipient.person);
    return { state: 'waiting', notBefore: clock.now(), note: 'the conversation was gone and is opened anew' };
  }
  return result.state === 'sent' ? result : afterRefusal(message, result, sending);
}

/**
 * Changes the slot's message. What fails as if it were gone is tried once more; after that the message is given up and the next
 * turn makes a new one. Doing a change twice does no harm, so an uncertain one is no exception.
 */
async function update(
  message: LeasedMessage & { handle: NonNullable<LeasedMessage['handle']> },
  way: ConversationReference,
  reply: Reply,
  sending: Sending,
): Promise<SendOutcome> {
  const { sender, clock, random } = sending;
  const now = clock.now();
  // The forum has moved to another channel since.
  if (!message.handle.conversationId.startsWith(way.conversationId))
    return { state: 'waiting', notBefore: now, note: 'its message stands in another conversation', handle: 'dead' };
  const result = await sender.update(way, message.handle, reply);
  if (result.state === 'sent') return result;
  if (result.state === 'refused_for_now') return afterRefusal(message, result, sending);
  if (message.failedUpdates > 0) return { state: 'waiting', notBefore: now, note: result.note, handle: 'dead' };
  const notBefore = new Date(now.getTime() + delayBeforeUpdate(random));
  return { state: 'waiting', notBefore, note: result.note, handle: 'doubtful' };
}

function afterRefusal(
  message: LeasedMessage,
  result: Exclude<SendResult, { state: 'sent' }>,
  sending: Sending,
): SendOutcome {
  if (result.state !== 'refused_for_now') return result;
  const tries = message.attempts + 1;
  if (tries >= maxTries) return { state: 'failed', note: `${result.note}, ${tries} times` };
  return waitFor(delayBeforeTry(tries, result.retryAfterMs, sending.random), result.note, sending);
}
