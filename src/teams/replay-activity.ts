import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';
import { AppError } from '../domain/app-error.js';
import type { Log } from '../logging.js';
import { createDispatcher } from '../routing/dispatch.js';
import type { KeptFiles } from '../routing/kept-files.js';
import type { Routes } from '../routing/routes.js';
import { texts } from '../texts.js';
import { hostsOnly } from './file-access.js';
import { createFileTransfer } from './file-transfer.js';
import { handleTurn } from './handle-turn.js';
import { readActivity, toSdkActivity } from './read-activity.js';
import { SearchesUnderWay } from './searches-under-way.js';

/** What the bot would have sent, as JSON; the response to a press has `type: 'invokeResponse'`. */
export type SentActivity = Readonly<Record<string, unknown>>;

/** Keeps what is sent instead of sending it. */
class RecordingAdapter extends BotAdapter {
  readonly sent: SentActivity[] = [];

  override async sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    this.sent.push(...activities.map((activity): SentActivity => ({ ...activity })));
    // No message stands anywhere, so nothing is kept of it.
    return [];
  }

  override updateActivity(): Promise<never> {
    return Promise.reject(new Error('a replay updates nothing'));
  }

  override deleteActivity(): Promise<never> {
    return Promise.reject(new Error('a replay deletes nothing'));
  }

  override continueConversation(): Promise<never> {
    return Promise.reject(new Error('a replay starts nothing'));
  }
}

const keepsNothing: KeptFiles = {
  keep: async () => 'not-kept',
  take: () => Promise.reject(new AppError('not_found', 'a replay keeps no files', { reply: texts.fileNotSaved })),
};

/** The longest a timer can be set to. */
const longestTimer = 2 ** 31 - 1;

/**
 * Runs one recorded activity through the same reading, routing and writing as a request of Teams, without a network,
 * authentication, or a look at who is a guest.
 *
 * @param activityJson one activity, parsed
 * @throws AppError `invalid_input` when it is no activity
 */
export async function replayActivity(activityJson: unknown, routes: Routes, log: Log): Promise<SentActivity[]> {
  const received = readActivity(activityJson);
  const adapter = new RecordingAdapter();
  await handleTurn(received, new TurnContext(adapter, toSdkActivity(received)), {
    dispatcher: createDispatcher(routes),
    files: { kept: keepsNothing, transfer: createFileTransfer(hostsOnly([])), linkTo: null },
    dialogs: true,
    isGuest: async () => false,
    mayGreet: () => true,
    log,
    countTurn: () => undefined,
    typingAfterMs: longestTimer,
    searches: new SearchesUnderWay(),
    searchWithinMs: longestTimer,
  });
  return adapter.sent;
}
