import { CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import { describeError, type Log } from '../logging.js';
import type { DoorFault } from './door.js';
import { type ReceivedActivity, toSdkActivity } from './read-activity.js';
import type { SdkAuthentication } from './sdk-authentication.js';

export type Admission =
  | { kind: 'refused'; reason: DoorFault | 'not_authentic' }
  /** The signing keys could not be fetched, so nothing can be said about the token. */
  | { kind: 'undecided'; error: unknown }
  | { kind: 'admitted'; run(logic: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> };

/**
 * The SDK's adapter, asked in two steps: is the request authentic, then run the turn. Its own `process` does both and
 * answers with the library's text, with 500 for a forged token.
 */
export class BotAdapter extends CloudAdapter {
  readonly #authentication: SdkAuthentication;

  constructor(authentication: SdkAuthentication, log: Log) {
    super(authentication);
    this.#authentication = authentication;
    // A turn answers its own failures; what arrives here is a fault in Referent, and must not go on to the SDK.
    this.onTurnError = async (_context, error) => log.error('turn_failed', describeError(error));
  }

  async admit(received: ReceivedActivity, authorization: string): Promise<Admission> {
    const activity = toSdkActivity(received);
    try {
      const result = await this.#authentication.authenticateRequest(activity, authorization);
      return { kind: 'admitted', run: (logic) => this.processActivity(result, activity, logic) };
    } catch (error) {
      return isFetchFailure(error) ? { kind: 'undecided', error } : { kind: 'refused', reason: 'not_authentic' };
    }
  }
}

/** The SDK marks keys it could not load as 500; a network failure comes as node-fetch's own error. */
function isFetchFailure(error: unknown): boolean {
  if (error instanceof AuthenticationError) return Number(error.statusCode) >= 500;
  return error instanceof Error && error.name === 'FetchError';
}
