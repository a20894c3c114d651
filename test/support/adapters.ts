import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type TurnContext,
} from 'botbuilder';
import type { Identity } from '../../src/config.js';
import { createSdkAuthentication } from '../../src/teams/sdk-authentication.js';
import type { Connections } from '../../src/teams/single-send.js';
import { trustFor } from '../../src/teams/trust.js';
import { message } from './activities.js';

const local: Identity = { kind: 'insecure_local' };

/** The SDK's adapter as it is installed, without any of our repairs. */
export const bareAdapter = (): CloudAdapter =>
  new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication({}, new ConfigurationServiceClientCredentialFactory({})),
  );

/** The SDK's adapter with our connector: one send a request, given up after `sendTimeoutMs`. */
export const repairedAdapter = async (sendTimeoutMs: number, connections?: Connections): Promise<CloudAdapter> =>
  new CloudAdapter(await createSdkAuthentication(local, trustFor(local), sendTimeoutMs, connections));

/** Runs a turn in which the bot does one thing, such as sending an answer. */
export async function inTurn(
  adapter: CloudAdapter,
  serviceUrl: string,
  act: (context: TurnContext) => Promise<unknown>,
): Promise<void> {
  const received = message(serviceUrl, 'hej') as unknown as Activity;
  await adapter.processActivityDirect('', received, async (context) => {
    await act(context);
  });
}

/** Sends one answer through an adapter. */
export const sendThrough = (adapter: CloudAdapter, serviceUrl: string, answer: Partial<Activity>): Promise<void> =>
  inTurn(adapter, serviceUrl, (context) => context.sendActivity(answer));
