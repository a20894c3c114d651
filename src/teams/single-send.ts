import { type AgentOptions, Agent as PlainAgent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import type { ConnectorClient, ConnectorFactory } from 'botframework-connector';
import { noteHandOver } from './hand-over.js';

/** What the pipeline of the SDK's HTTP client offers; the SDK keeps it private. */
interface Pipeline {
  removePolicy(policy: { name: string }): unknown;
  addPolicy(policy: PipelinePolicy): void;
}

interface PipelinePolicy {
  name: string;
  sendRequest<Request extends { url: string; timeout?: number; agent?: PlainAgent | SecureAgent }, Response>(
    request: Request,
    next: (request: Request) => Promise<Response>,
  ): Promise<Response>;
}

/** The connections that requests travel on. */
export interface Connections {
  plain: PlainAgent;
  secure: SecureAgent;
}

const connections = (options: AgentOptions): Connections => ({
  plain: new PlainAgent(options),
  secure: new SecureAgent(options),
});

/**
 * A connection for each request, for what nobody asked for. A service may close an idle one while the next message is put
 * on it; then nobody knows whether that message arrived, and it is never sent again.
 */
export const ownConnections = connections({ keepAlive: false });

/** Services keep idle connections for a minute and more (two on Azure), so that what lay idle this long is still open. */
const reusedWithinMs = 2000;

/** Connections that go on to the next request if that comes at once, as an answer after the sign that it is being written. */
export const reusedConnections = connections({ keepAlive: true, timeout: reusedWithinMs });

/** Send again, or elsewhere. */
const unwantedSteps = ['defaultRetryPolicy', 'redirectPolicy'];

/** For uploads, which no message is, and for a tracer and a library's log, which are to be told nothing. */
const idleSteps = ['formDataPolicy', 'multipartPolicy', 'tracingPolicy', 'logPolicy'];

/**
 * Wraps a factory so that every request of its clients is sent exactly once, and given up after `timeoutMs`.
 *
 * The SDK's HTTP client sends a POST again on 408, 5xx and dropped connections, up to four times; posting a message is
 * not idempotent, so people would see it several times. It also waits forever for a service that does not answer, and
 * follows redirects. None of this can be switched off through its options.
 */
export function sendOnce(
  factory: ConnectorFactory,
  timeoutMs: number,
  { plain, secure }: Connections,
): ConnectorFactory {
  return {
    async create(serviceUrl, audience) {
      const client = await factory.create(serviceUrl, audience);
      const pipeline = pipelineOf(client);
      for (const name of [...unwantedSteps, ...idleSteps]) pipeline.removePolicy({ name });
      pipeline.addPolicy({
        name: 'referentTimeoutPolicy',
        sendRequest(request, next) {
          request.timeout = timeoutMs;
          // One that is there already leads through a proxy.
          request.agent ??= request.url.startsWith('https:') ? secure : plain;
          noteHandOver();
          return next(request);
        },
      });
      return client;
    },
  };
}

/** @throws Error when the SDK changed inside, so that the repair can never be skipped silently. */
function pipelineOf(client: ConnectorClient): Pipeline {
  const inner: unknown = Reflect.get(client, 'client');
  const pipeline: unknown = typeof inner === 'object' && inner !== null ? Reflect.get(inner, 'pipeline') : undefined;
  if (!isPipeline(pipeline)) throw new Error('the connector client has no pipeline to repair');
  return pipeline;
}

function isPipeline(value: unknown): value is Pipeline {
  return typeof value === 'object' && value !== null && 'removePolicy' in value && 'addPolicy' in value;
}
