import type { InvokeResponse } from 'botbuilder';
import { AppError } from '../domain/app-error.js';
import { fingerprint, type Once } from '../routing/once.js';
import { texts } from '../texts.js';
import type { BotAdapter } from './bot-adapter.js';
import { type ChannelClaims, findActivityFault } from './door.js';
import { handleTurn, type TurnHandling } from './handle-turn.js';
import { type ReceivedActivity, readActivity } from './read-activity.js';
import type { ServiceUrlCheck } from './service-url.js';
import { isFromAllowedTenant } from './tenant-check.js';
import { toPressResponse } from './to-activity.js';
import { toDialogResponse } from './to-dialog-response.js';
import { toSearchResponse } from './to-search-response.js';
import { withinTime } from './within-time.js';

/** Whose activities are taken up. */
export interface Admission {
  /** Insecure local mode, where every caller on this machine is believed. */
  isLocal: boolean;
  /** Lower-case tenant ids. Empty only in local mode: any. */
  allowedTenants: readonly string[];
  mayBeSentTo: ServiceUrlCheck;
}

export interface Receiving {
  admission: Admission;
  adapter: BotAdapter;
  handling: TurnHandling;
  /** Keeps a repeated delivery from being taken for a new one. */
  once: Once;
  /** How long after its arrival a request is held; what takes longer is finished through the conversation. */
  answerWithinMs: number;
  /** Turns that have not ended, their requests answered or not. */
  underWay: Set<Promise<unknown>>;
  countRefused(reason: string): void;
}

/** What to answer the channel with. */
export interface Received {
  status: number;
  body?: unknown;
}

const accepted: Received = { status: 200 };
const unauthorized: Received = { status: 401 };

/**
 * Takes one posted activity from the door to its answer.
 *
 * @param claims what the channel signed; null in local mode alone.
 * @param waitedMs since it came to the door
 */
export async function receiveActivity(
  body: unknown,
  claims: ChannelClaims | null,
  receiving: Receiving,
  waitedMs: number,
): Promise<Received> {
  const { admission, adapter, countRefused } = receiving;
  const refuse = (reason: string, answer: Received): Received => {
    countRefused(reason);
    return answer;
  };

  const activity = tryRead(body, admission);
  if (activity === undefined) return refuse('no_activity', { status: 400 });

  const fault = findActivityFault(activity, claims, admission.mayBeSentTo);
  if (fault !== undefined) return refuse(fault, admission.isLocal ? { status: 403 } : unauthorized);
  if (claims === null && !admission.isLocal) return refuse('no_claims', unauthorized);

  // Silence for other tenants: an answer would tell them that the bot is there.
  if (!mayEnter(activity, admission)) return refuse('foreign_tenant', accepted);

  return answerInTime(activity, receiving, waitedMs, async (hasTimePassed) => {
    const response = await adapter.run(activity, claims, (context) =>
      handleTurn(activity, context, { ...receiving.handling, waitedMs, hasTimePassed }),
    );
    return toReceived(activity, response);
  });
}

/**
 * The answer to an activity, the same for every delivery of it, within the time that Teams waits: an unanswered delivery
 * comes again. What takes longer goes on; an answer that nobody waits for any more is sent as a message.
 */
async function answerInTime(
  activity: ReceivedActivity,
  { once, answerWithinMs, underWay, countRefused }: Receiving,
  waitedMs: number,
  takeTurn: (hasTimePassed: () => boolean) => Promise<Received>,
): Promise<Received> {
  let hasTimePassed = false;
  let isFirst = false;
  const work = async (): Promise<string | null> => {
    isFirst = true;
    const received = await takeTurn(() => hasTimePassed);
    // Only an invoke is answered in the response; every other delivery gets the same, which need not be kept.
    return activity.type === 'invoke' ? JSON.stringify(received) : null;
  };
  const answered = activity.id === undefined || isSearch(activity) ? work() : once(keyOf(activity), work);
  underWay.add(answered);
  const ended = answered.finally(() => underWay.delete(answered));
  const reply = await withinTime(answerWithinMs - waitedMs, ended, 'late' as const);
  if (!isFirst) countRefused('repeated');
  if (reply === null) return answersPress(activity) ? toPress(activity, texts.brokenOff) : accepted;
  if (reply !== 'late') return JSON.parse(reply) as Received;
  hasTimePassed = true;
  // Its own clock, which is set earlier, was not heard in time.
  if (isSearch(activity)) return { status: 200, body: toSearchResponse({ text: texts.searchTooSlow }) };
  if (!answersPress(activity)) return accepted;
  if (isDialog(activity)) return toPress(activity, texts.answerLate);
  return toPress(
    activity,
    activity.conversation.conversationType === 'personal' ? texts.answerFollows : texts.answerLate,
  );
}

const keyOf = ({ id, conversation }: ReceivedActivity): string => fingerprint('activity', conversation.id, id ?? '');

const isDialog = ({ name }: ReceivedActivity): boolean => name === 'task/fetch' || name === 'task/submit';

/** Whether the response is what the presser reads. */
const answersPress = (activity: ReceivedActivity): boolean =>
  activity.type === 'invoke' && (activity.name === 'adaptiveCard/action' || isDialog(activity));

/** Asked on every letter typed, and changes nothing. */
const isSearch = ({ name }: ReceivedActivity): boolean => name === 'composeExtension/query';

const toPress = (activity: ReceivedActivity, text: string): Received => ({
  status: 200,
  body: isDialog(activity) ? toDialogResponse({ text }) : toPressResponse({ text }),
});

/** The chat client of the local mode says English for everybody, whoever sits before it: there the language is not known. */
function tryRead(body: unknown, { isLocal }: Admission): ReceivedActivity | undefined {
  try {
    const activity = readActivity(body);
    return isLocal ? { ...activity, locale: undefined } : activity;
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid_input') return undefined;
    throw error;
  }
}

function mayEnter(activity: ReceivedActivity, { isLocal, allowedTenants }: Admission): boolean {
  if (isLocal && allowedTenants.length === 0) return true;
  return isFromAllowedTenant(activity, allowedTenants);
}

/** An invoke always gets 200: with another status Teams sends it again. */
function toReceived(activity: ReceivedActivity, response: InvokeResponse | undefined): Received {
  if (activity.type !== 'invoke') return accepted;
  return { status: 200, body: response?.body ?? {} };
}
