import type { Activity, ResourceResponse, TurnContext } from 'botbuilder';
import { speaking } from '../domain/language.js';
import { describeError, type Log } from '../logging.js';
import { answerFailure } from '../routing/answer-failure.js';
import type { Answered, Dispatcher } from '../routing/dispatch.js';
import { languageOf } from '../routing/language-of.js';
import type { CardReply, OfferedFile, Reply, SearchExtensionReply } from '../routing/reply.js';
import type { FileTurn, SearchExtensionTurn, Turn } from '../routing/turn.js';
import { texts } from '../texts.js';
import { type FileDesk, giveFile, takeConsent } from './give-file.js';
import type { GuestCheck } from './guest-check.js';
import type { ReceivedActivity } from './read-activity.js';
import type { SearchesUnderWay } from './searches-under-way.js';
import { type PressResponse, toActivity, toPressResponse } from './to-activity.js';
import { type DialogResponse, toDialogResponse } from './to-dialog-response.js';
import { type SearchResponse, toSearchResponse } from './to-search-response.js';
import { type ConsentTurn, type Incoming, toTurn } from './to-turn.js';
import { withTyping } from './typing-signal.js';

export interface TurnHandling {
  dispatcher: Dispatcher;
  files: FileDesk;
  /** Whether the chat client opens dialogs. */
  dialogs: boolean;
  isGuest: GuestCheck;
  mayGreet(conversationId: string): boolean;
  log: Log;
  countTurn(turn: string, outcome: string, seconds: number): void;
  /** Whether the request was answered already, so that a press's answer has to follow as a message. */
  hasTimePassed?(): boolean;
  /** How long the request had waited at the door when its turn began. */
  waitedMs?: number;
  typingAfterMs: number;
  searches: SearchesUnderWay;
  /** From the request's arrival. */
  searchWithinMs: number;
}

/** A turn's answer and how it is to be sent. */
interface Outgoing {
  answered: Answered<unknown>;
  /** undefined: nothing was sent, only recorded. */
  send(): Promise<ResourceResponse | undefined>;
  /** Told the message's id. */
  onSent?(messageId: string): Promise<void>;
  /** What is sent after it, once it stands in the conversation. */
  andThen?(): Promise<unknown>;
}

/**
 * One activity from its reading to its answer. Every failure of a route is answered in Danish; a failure to send is
 * logged, and never sent again, since nobody knows whether it arrived.
 */
export async function handleTurn(
  received: ReceivedActivity,
  context: TurnContext,
  handling: TurnHandling,
): Promise<void> {
  const incoming = toTurn(received);
  const startedAt = performance.now();
  const language = 'turn' in incoming && incoming.kind !== 'removed' ? languageOf(incoming.turn) : 'da';
  const result = await speaking(language, () => answer(received, incoming, context, handling));
  const seconds = (performance.now() - startedAt) / 1000;
  handling.countTurn(incoming.kind, result.outcome, seconds);
  handling.log.info('turn', {
    turn: incoming.kind,
    ...('turn' in incoming && { place: incoming.turn.conversation.kind }),
    ...result,
    durationMs: Math.round(seconds * 1000),
  });
}

/** What became of a turn, for log and metrics. */
interface Result {
  outcome: 'answered' | 'explained' | 'failed' | 'not_sent' | 'unreadable' | 'ignored';
  route?: string;
}

async function answer(
  received: ReceivedActivity,
  incoming: Incoming,
  context: TurnContext,
  handling: TurnHandling,
): Promise<Result> {
  switch (incoming.kind) {
    case 'ignored':
      return { outcome: 'ignored' };
    case 'other_invoke':
      await respond(context, {});
      return { outcome: 'ignored' };
    case 'unreadable_press':
      await respond(context, toUnreadable(received));
      return { outcome: 'unreadable' };
    case 'removed': {
      // No guest check: Teams tells nothing of a place the bot was taken out of.
      const answered = await handling.dispatcher.takeLeave(incoming.turn);
      return sendAnswer(context, handling, { answered, send: async () => undefined });
    }
    default: {
      const outgoing = await compose(incoming, context, handling);
      return outgoing === undefined ? { outcome: 'ignored' } : sendAnswer(context, handling, outgoing);
    }
  }
}

type Turned = Exclude<Extract<Incoming, { turn: unknown }>, { kind: 'removed' }>;

/** Finds the answer to a turn. */
async function compose(incoming: Turned, context: TurnContext, handling: TurnHandling): Promise<Outgoing | undefined> {
  if (incoming.kind === 'search') return composeSearch(incoming.turn, context, handling);
  const refusal = await refuseGuest(context, handling);
  if (incoming.kind === 'feedback') {
    const answered = refusal ?? (await handling.dispatcher.takeFeedback(incoming.turn));
    return { answered, send: () => respond(context, {}) };
  }
  if (incoming.kind === 'consent') {
    const answered = refusal ?? (await answerConsent(incoming.turn, context, handling));
    return { answered, send: () => respond(context, {}) };
  }
  if (incoming.kind === 'dialog') {
    const answered = refusal ?? (await handling.dispatcher.answerPress(incoming.turn));
    const { reply } = answered;
    return {
      answered,
      send: () => respond(context, toDialogResponse(reply)),
      ...andGive(context, handling, incoming.turn, reply.file),
    };
  }
  if (incoming.kind === 'installed') {
    if (refusal !== undefined || !handling.mayGreet(incoming.turn.conversation.id)) return undefined;
    const answered = await handling.dispatcher.greet(incoming.turn);
    return { answered, send: () => context.sendActivity(toActivity(answered.reply, handling.dialogs)) };
  }
  if (incoming.kind === 'press' && incoming.answerWith === 'response') {
    const answered = refusal ?? (await handling.dispatcher.answerPress(incoming.turn));
    const { reply } = answered;
    return {
      answered,
      send: () => answerPress(context, handling, reply),
      ...andGive(context, handling, incoming.turn, reply.file),
    };
  }
  const answered =
    refusal ??
    (await withTyping(
      handling.typingAfterMs,
      () => context.sendActivity({ type: 'typing' }),
      (): Promise<Answered<Reply>> =>
        incoming.kind === 'message'
          ? handling.dispatcher.answerMessage(incoming.turn)
          : incoming.kind === 'file'
            ? handling.dispatcher.answerFile(withFiles(incoming, handling))
            : handling.dispatcher.answerPress(incoming.turn),
    ));
  const reply: Reply = answered.reply;
  return {
    answered,
    send: () => context.sendActivity(toActivity(reply, handling.dialogs)),
    ...reply.feedback,
    ...andFollow(context, handling, incoming.turn, answered.route, reply),
  };
}

type Sender = Pick<Turn, 'sender' | 'conversation' | 'locale'>;

const withFiles = ({ turn, sent }: Extract<Incoming, { kind: 'file' }>, { files }: TurnHandling): FileTurn => ({
  ...turn,
  files: sent.map(({ name, url }) => ({ name, download: () => files.transfer.download(url) })),
});

/** A file is offered in a message of its own, after the reply that tells of it. */
function andGive(context: TurnContext, handling: TurnHandling, turn: Sender, file: OfferedFile | undefined) {
  return file === undefined ? {} : { andThen: () => giveFile(context, handling.files, turn, file) };
}

/** The file of a reply, or what it promised to follow it, whose failures are answered as a reply's are. */
function andFollow(context: TurnContext, handling: TurnHandling, turn: Sender, route: string, reply: Reply) {
  const { followUp } = reply;
  if (followUp === undefined) return andGive(context, handling, turn, reply.file);
  return {
    async andThen(): Promise<void> {
      const answered = await handling.dispatcher.follow(turn, route, () => followUp.call(reply));
      await sendAnswer(context, handling, {
        answered,
        send: () => context.sendActivity(toActivity(answered.reply, handling.dialogs)),
        ...andGive(context, handling, turn, answered.reply.file),
      });
    },
  };
}

/** What became of an offered file is told in the chat: the response to the press shows nothing. */
async function answerConsent(
  turn: ConsentTurn,
  context: TurnContext,
  { files }: TurnHandling,
): Promise<Answered<unknown>> {
  const route = `file_${turn.consent.action}`;
  try {
    await takeConsent(context, files, turn);
    return { route, reply: {}, failure: null };
  } catch (error) {
    const { text, reference } = answerFailure(error);
    await context.sendActivity(toActivity({ text }));
    return { route, reply: {}, failure: { error, reference } };
  }
}

const toUnreadable = ({ name }: ReceivedActivity): PressResponse | DialogResponse =>
  name === 'task/fetch' || name === 'task/submit'
    ? toDialogResponse({ text: texts.unreadablePress })
    : toPressResponse({ text: texts.unreadablePress });

/** Teams waits five seconds for a search; a line saying so is better than its own error. */
async function composeSearch(
  turn: SearchExtensionTurn,
  context: TurnContext,
  handling: TurnHandling,
): Promise<Outgoing> {
  const { searches, searchWithinMs, waitedMs = 0 } = handling;
  const { signal, cutShort, end } = searches.begin(turn, searchWithinMs - waitedMs);
  const unfinished = cutShort.then((reason) => ({
    route: `search_${reason}`,
    reply: { text: reason === 'typed_on' ? texts.searchTypedOn : texts.searchTooSlow },
    failure: null,
  }));
  const found = async (): Promise<Answered<SearchExtensionReply>> =>
    (await refuseGuest(context, handling)) ?? handling.dispatcher.answerSearch(turn, signal);
  const answered = await Promise.race(signal.aborted ? [unfinished] : [unfinished, found()]).finally(end);
  return { answered, send: () => respond(context, toSearchResponse(answered.reply)) };
}

/** The answer to someone who is a guest, or of whom that cannot be ruled out; undefined for everyone else. */
async function refuseGuest(
  context: TurnContext,
  { isGuest }: TurnHandling,
): Promise<Answered<Extract<CardReply, { text: string }>> | undefined> {
  try {
    return (await isGuest(context))
      ? { route: 'guest', reply: { text: texts.guestsRefused }, failure: null }
      : undefined;
  } catch (error) {
    const { text, reference } = answerFailure(error);
    return { route: 'guest', reply: { text }, failure: { error, reference } };
  }
}

async function sendAnswer(
  context: TurnContext,
  { log }: TurnHandling,
  { answered: { route, failure }, send, onSent, andThen }: Outgoing,
): Promise<Result> {
  if (failure !== null) {
    const level = failure.reference === null ? 'info' : 'error';
    log[level]('route_failed', { route, ...withReference(failure.reference), ...describeError(failure.error) });
  }
  try {
    const sent = await send();
    if (sent !== undefined && onSent !== undefined) await tellSent(sent.id, onSent, log);
    await andThen?.();
    return { outcome: failure === null ? 'answered' : failure.reference === null ? 'explained' : 'failed', route };
  } catch (error) {
    const { text, reference } = answerFailure(error);
    log.error('send_failed', { route, ...withReference(reference), ...describeError(error) });
    if (wasRefused(error)) await context.sendActivity(toActivity({ text }));
    return { outcome: 'not_sent', route };
  }
}

/** What is done once the answer stands in the conversation cannot fail it. */
async function tellSent(messageId: string, onSent: (messageId: string) => Promise<void>, log: Log): Promise<void> {
  try {
    await onSent(messageId);
  } catch (error) {
    log.error('after_send_failed', describeError(error));
  }
}

const withReference = (reference: string | null) => (reference === null ? {} : { reference });

/** Whether the service said that the message cannot be shown, as with a card it rejects: then, and only then, it surely was not. */
function wasRefused(error: unknown): boolean {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return status === 400 || status === 413;
}

/** In the response to the press; where that was given already, as a message, but never to a whole channel. */
async function answerPress(
  context: TurnContext,
  { hasTimePassed, dialogs }: TurnHandling,
  reply: CardReply,
): Promise<ResourceResponse | undefined> {
  const follows = hasTimePassed?.() === true && context.activity.conversation.conversationType === 'personal';
  if (follows) await context.sendActivity(toActivity(reply, dialogs));
  return respond(context, toPressResponse(reply, dialogs));
}

/** Answers an invoke with 200, whatever it was: others are sent again by Teams, as new ones. */
function respond(
  context: TurnContext,
  body: PressResponse | DialogResponse | SearchResponse | Record<string, never>,
): Promise<ResourceResponse | undefined> {
  const response: Partial<Activity> = { type: 'invokeResponse', value: { status: 200, body } };
  return context.sendActivity(response);
}
