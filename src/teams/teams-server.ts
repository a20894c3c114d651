import type { Server as HttpServer } from 'node:http';
import { pino } from 'pino';
import restify, { type Request, type Response, type ServerOptions } from 'restify';
import { type Config, opensDialogs } from '../config.js';
import { AppError } from '../domain/app-error.js';
import type { Clock } from '../domain/clock.js';
import { describeError, type Log } from '../logging.js';
import { createDispatcher } from '../routing/dispatch.js';
import type { KeptFiles } from '../routing/kept-files.js';
import { createOnce, type KeptReplies } from '../routing/once.js';
import type { Routes } from '../routing/routes.js';
import type { ListTeam } from '../routing/team-roster.js';
import type { ChannelSender } from '../routing/unasked.js';
import { BotAdapter } from './bot-adapter.js';
import { createChannelSender } from './channel-sender.js';
import { repairCitations } from './citation-repair.js';
import { prepareToClose } from './close-gently.js';
import { createDoorKeeper, findLocalFault } from './door-keeper.js';
import { hostsOnly, loopbackOnly } from './file-access.js';
import { createFileTransfer } from './file-transfer.js';
import type { FileDesk } from './give-file.js';
import { createGreetingOnce } from './greeting-once.js';
import { createGuestCheck } from './guest-check.js';
import { answerUnreadable, sendError, sendFile, sendJson } from './http-replies.js';
import { readJsonBody } from './json-body.js';
import { createListTeam } from './list-team.js';
import { createMetrics, type Metrics } from './metrics.js';
import { type Receiving, receiveActivity } from './receive-activity.js';
import { createRefusalTally } from './refusal-tally.js';
import { createSdkAuthentication } from './sdk-authentication.js';
import { SearchesUnderWay } from './searches-under-way.js';
import { assertStrangersAreRefused } from './self-test.js';
import { isLoopbackAddress, remembering } from './service-url.js';
import { createSigningKeys } from './signing-keys.js';
import { type Connections, ownConnections, reusedConnections } from './single-send.js';
import { type Trust, trustFor } from './trust.js';
import { withinTime } from './within-time.js';

export interface TeamsServerOptions {
  config: Pick<Config, 'host' | 'port' | 'identity' | 'allowedTenants' | 'fileHosts'>;
  routes: Routes;
  /** Whether the store can be used now. */
  isReady(): Promise<boolean>;
  /** What was received already. */
  inbound: KeptReplies;
  /** Files offered to persons. */
  keptFiles: KeptFiles;
  log: Log;
  /** The real time: tokens are compared with it. */
  clock: Clock;
  /** For tests: their own key server, connector and credentials. */
  trust?: Partial<Trust>;
  limits?: Partial<Limits>;
}

export interface Limits {
  /** How long a person waits before the bot shows that it is writing. */
  typingAfterMs: number;
  /** How long after its arrival a search is told that it takes too long: Teams gives up after five seconds. */
  searchWithinMs: number;
  /** How long after an activity's arrival Teams is left without an answer; it takes 10 to 15 s for a failure, and delivers again. */
  answerWithinMs: number;
  /** How long a call to Teams may take. */
  sendTimeoutMs: number;
  /** How long turns under way may go on after `close`. */
  drainMs: number;
}

const defaultLimits: Limits = {
  typingAfterMs: 500,
  searchWithinMs: 4_000,
  answerWithinMs: 4_500,
  sendTimeoutMs: 10_000,
  drainMs: 10_000,
};

export interface TeamsServer {
  address: { host: string; port: number };
  /** Writes into conversations unasked. */
  sender: ChannelSender;
  listTeam: ListTeam;
  metrics: Pick<Metrics, 'countMessage' | 'countJob'>;
  /** Takes no more requests, lets turns under way finish, and resolves when the last connection is closed. */
  close(): Promise<void>;
}

/**
 * Starts the HTTP server that Teams talks to: `POST /api/messages`, and `/healthz`, `/readyz` and `/metrics` for those
 * who run it. Resolves when it listens and has proved to itself that it turns strangers away.
 *
 * @throws AppError `forbidden` when authentication is not as the settings say, `conflict` when routes or SDK copies clash,
 * `unavailable` when the address cannot be listened on.
 */
export async function createTeamsServer(options: TeamsServerOptions): Promise<TeamsServer> {
  const { config, log, clock } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const given = { ...trustFor(config.identity), ...options.trust };
  const trust = { ...given, mayBeSentTo: remembering(given.mayBeSentTo) };
  const isLocal = config.identity.kind === 'insecure_local';
  const appId = config.identity.kind === 'insecure_local' ? null : config.identity.appId;

  repairCitations();
  const metrics = createMetrics();
  const tally = createRefusalTally(log, clock);
  const countRefused = (reason: string): void => {
    metrics.countRefused(reason);
    tally.add(reason);
  };
  const createAdapter = async (connections: Connections) =>
    new BotAdapter(await createSdkAuthentication(config.identity, trust, limits.sendTimeoutMs, connections), log);
  let origin = '';
  const files: FileDesk = {
    kept: options.keptFiles,
    transfer: createFileTransfer(trust.fileAccess ?? (isLocal ? loopbackOnly : hostsOnly(config.fileHosts))),
    linkTo: isLocal ? (handle) => `${origin}/files/${handle}` : null,
  };
  const receiving: Receiving = {
    admission: { isLocal, allowedTenants: config.allowedTenants, mayBeSentTo: trust.mayBeSentTo },
    adapter: await createAdapter(reusedConnections),
    handling: {
      dispatcher: createDispatcher(options.routes),
      files,
      dialogs: opensDialogs(config.identity),
      isGuest: isLocal ? async () => false : createGuestCheck(clock),
      mayGreet: createGreetingOnce(clock),
      log,
      countTurn: metrics.countTurn,
      typingAfterMs: limits.typingAfterMs,
      searches: new SearchesUnderWay(),
      searchWithinMs: limits.searchWithinMs,
    },
    once: createOnce(options.inbound, clock, (error) => log.error('delivery_not_kept', describeError(error))),
    answerWithinMs: limits.answerWithinMs,
    underWay: new Set(),
    countRefused,
  };

  let isClosing = false;
  // The empty name keeps restify from announcing itself.
  const server = restify.createServer({ name: '', log: silentLog });
  const http: HttpServer = server.server;
  http.headersTimeout = 10_000;
  // Longer than a reverse proxy keeps an idle connection (usually 60 s): else it sends on one that is being closed here.
  http.keepAliveTimeout = 75_000;
  http.requestTimeout = 30_000;
  http.on('clientError', (error, socket) => {
    countRefused('unreadable_request');
    answerUnreadable(error, socket);
  });
  const closeGently = prepareToClose(http, limits.drainMs);

  server.on('restifyError', (_req: Request, res: Response, error: unknown, done: () => void) => {
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
    if (status >= 500) log.error('request_failed', describeError(error));
    sendError(res, status);
    done();
  });

  const keeper = createDoorKeeper({
    appId,
    keys: createSigningKeys(trust.keyMetadataUrl, clock, (error) =>
      log.error('signing_keys_unavailable', describeError(error)),
    ),
    clock,
    isClosing: () => isClosing,
    countRefused,
  });
  server.post('/api/messages', keeper.refuseStrangers, ...readJsonBody, async (req: Request, res: Response) => {
    const waitedMs = Date.now() - req.time();
    const { status, body } = await receiveActivity(req.body, keeper.claimsOf(req), receiving, waitedMs);
    if (isClosing) res.setHeader('Connection', 'close');
    if (status !== 200) sendError(res, status);
    else if (body === undefined) res.sendRaw(200, '', {});
    else sendJson(res, 200, body);
  });

  // Whoever holds a link has the file, so there are none but on this machine.
  if (isLocal)
    server.get('/files/:handle', async (req: Request, res: Response) => {
      if (findLocalFault(req) !== undefined) return sendError(res, 403);
      try {
        sendFile(res, await options.keptFiles.take(String(req.params?.handle ?? ''), null));
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
        sendError(res, 404);
      }
    });

  server.get('/healthz', async (_req: Request, res: Response) => {
    sendJson(res, 200, { status: 'alive', mode: isLocal ? 'insecure local' : 'authenticated' });
  });

  server.get('/readyz', async (_req: Request, res: Response) => {
    const isReady =
      !isClosing &&
      (await withinTime(
        2000,
        options.isReady().catch(() => false),
        false,
      ));
    sendJson(res, isReady ? 200 : 503, { status: isReady ? 'ready' : 'not ready' });
  });

  server.get('/metrics', async (req: Request, res: Response) => {
    // A proxy on this machine has a loopback address too, but says for whom it asks.
    const isForwarded = ['x-forwarded-for', 'forwarded', 'x-real-ip'].some((name) => req.header(name) !== undefined);
    if (isForwarded || !isLoopbackAddress(req.socket.remoteAddress)) sendError(res, 403);
    else res.sendRaw(200, await metrics.toText(), { 'Content-Type': metrics.contentType });
  });

  const sender = await createChannelSender({
    createAdapter: () => createAdapter(ownConnections),
    appId,
    mayBeSentTo: trust.mayBeSentTo,
    dialogs: opensDialogs(config.identity),
    log,
  });
  const port = await listen(http, config.host, config.port);
  origin = `http://${reachableHost(config.host)}:${port}`;
  const close = async (): Promise<void> => {
    isClosing = true;
    await closeGently();
    await withinTime(limits.drainMs, Promise.allSettled(receiving.underWay), []);
    tally.flush();
  };

  if (isLocal) log.warn('insecure_local_mode', { host: config.host, port });
  else {
    try {
      await assertStrangersAreRefused(`http://${reachableHost(config.host)}:${port}/api/messages`);
    } catch (error) {
      await close();
      throw error;
    }
  }
  log.info('listening', { host: config.host, port, mode: config.identity.kind });
  const listTeam = createListTeam({ adapter: receiving.adapter, appId, mayBeSentTo: trust.mayBeSentTo });
  return { address: { host: config.host, port }, sender, listTeam, metrics, close };
}

/** restify's own log would write requests. It logs with pino; its types still say bunyan. */
const silentLog = pino({ level: 'silent' }) as unknown as NonNullable<ServerOptions['log']>;

function listen(http: HttpServer, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', (cause) => reject(new AppError('unavailable', `cannot listen on ${host}:${port}`, { cause })));
    http.listen(port, host, () => {
      const address = http.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** Where a server that listens on `host` can be reached from its own machine. */
function reachableHost(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
