import { Agent as PlainAgent } from 'node:http';
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

/**
 * A connection for each request. The service closes one that has been idle while the next message is put on it, and then
 * nobody knows whether that message arrived; a new connection costs some milliseconds.
 */
const agents = { plain: new PlainAgent({ keepAlive: false }), secure: new SecureAgent({ keepAlive: false }) };

/**
 * Wraps a factory so that every request of its clients is sent exactly once, on a connection of its own, and given up
 * after `timeoutMs`.
 *
 * The SDK's HTTP client sends a POST again on 408, 5xx and dropped connections, up to four times; posting a message is
 * not idempotent, so people would see it several times. It also waits forever for a service that does not answer, and
 * follows redirects. None of this can be switched off through its options.
 */
export function sendOnce(factory: ConnectorFactory, timeoutMs: number): ConnectorFactory {
  return {
    async create(serviceUrl, audience) {
      const client = await factory.create(serviceUrl, audience);
      const pipeline = pipelineOf(client);
      pipeline.removePolicy({ name: 'defaultRetryPolicy' });
      pipeline.removePolicy({ name: 'redirectPolicy' });
      pipeline.addPolicy({
        name: 'referentTimeoutPolicy',
        sendRequest(request, next) {
          request.timeout = timeoutMs;
          // One that is there already leads through a proxy.
          request.agent ??= request.url.startsWith('https:') ? agents.secure : agents.plain;
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
