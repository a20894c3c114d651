import { CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import { describeError, type Log } from '../logging.js';
import type { ChannelClaims } from './door.js';
import { type ReceivedActivity, toSdkActivity } from './read-activity.js';
import type { SdkAuthentication } from './sdk-authentication.js';

/** The SDK's adapter, given only what was let in at the door: its own `process` checks less, and answers with library text. */
export class BotAdapter extends CloudAdapter {
  readonly #authentication: SdkAuthentication;

  constructor(authentication: SdkAuthentication, log: Log) {
    super(authentication);
    this.#authentication = authentication;
    // A turn answers its own failures; what arrives here is a fault in Referent, and must not go on to the SDK.
    this.onTurnError = async (_context, error) => log.error('turn_failed', describeError(error));
  }

  /** @param claims null in local mode. */
  async run(
    received: ReceivedActivity,
    claims: ChannelClaims | null,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    const activity = toSdkActivity(received);
    const admitted =
      claims === null
        ? await this.#authentication.authenticateRequest(activity, '')
        : this.#authentication.vouchFor(claims);
    return this.processActivity(admitted, activity, logic);
  }
}
