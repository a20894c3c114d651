import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import type { Identity } from '../../src/config.js';
import { systemClock } from '../../src/domain/clock.js';
import { createLog } from '../../src/logging.js';
import type { KeptFiles } from '../../src/routing/kept-files.js';
import type { KeptReplies } from '../../src/routing/once.js';
import type { Routes } from '../../src/routing/routes.js';
import { type FileAccess, loopbackOnly } from '../../src/teams/file-access.js';
import { createTeamsServer, type Limits, type TeamsServer } from '../../src/teams/teams-server.js';
import { tenantId } from './activities.js';
import { FakeConnector } from './fake-connector.js';
import { KeyServer, type TokenParts } from './key-server.js';
import { createMemoryInbound } from './memory-inbound.js';
import { createMemoryKeptFiles } from './memory-kept-files.js';
import { echoRoutes } from './routes.js';

export const appId = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

export interface HouseOptions {
  routes?: Partial<Routes>;
  /** Absent: authenticated. */
  identity?: Identity;
  isReady?: () => Promise<boolean>;
  limits?: Partial<Limits>;
  /** Absent: remembered while the house stands. */
  inbound?: KeptReplies;
  /** Absent: remembered while the house stands. */
  keptFiles?: KeptFiles;
  /** Absent: files may be on this machine. */
  fileAccess?: FileAccess;
}

/** Signs outgoing calls without asking Microsoft for a token. */
const credentials: ServiceClientCredentialsFactory = {
  isValidAppId: async (id) => id === appId,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({
    signRequest: async (request) => {
      request.headers.set('authorization', 'Bearer the-bots-own-token');
      return request;
    },
  }),
};

/** The real server with its neighbours on loopback: a Teams service and, when authenticated, a key server. */
export class TeamsHouse {
  readonly logLines: string[] = [];

  private constructor(
    readonly connector: FakeConnector,
    readonly keys: KeyServer,
    private readonly started: { server?: TeamsServer },
  ) {}

  static async start(options: HouseOptions = {}): Promise<TeamsHouse> {
    const [connector, keys] = await Promise.all([FakeConnector.start(), KeyServer.start()]);
    const house = new TeamsHouse(connector, keys, {});
    const identity = options.identity ?? { kind: 'single_tenant', appId, appPassword: 'not used', tenantId };
    const isLocal = identity.kind === 'insecure_local';
    house.started.server = await createTeamsServer({
      config: { host: '127.0.0.1', port: 0, identity, allowedTenants: isLocal ? [] : [tenantId], fileHosts: [] },
      routes: echoRoutes(options.routes),
      isReady: options.isReady ?? (async () => true),
      keptFiles: options.keptFiles ?? createMemoryKeptFiles(),
      inbound: options.inbound ?? createMemoryInbound(),
      log: createLog({ level: 'debug', destination: { write: (line) => house.logLines.push(line) } }),
      clock: systemClock,
      ...(!isLocal && {
        trust: {
          keyMetadataUrl: keys.metadataUrl,
          mayBeSentTo: (url) => url === connector.serviceUrl,
          credentials,
          fileAccess: options.fileAccess ?? loopbackOnly,
        },
      }),
      limits: { sendTimeoutMs: 5000, ...options.limits },
    });
    return house;
  }

  get server(): TeamsServer {
    if (this.started.server === undefined) throw new Error('the house has not started');
    return this.started.server;
  }

  url(path: string): string {
    return `http://127.0.0.1:${this.server.address.port}${path}`;
  }

  get serviceUrl(): string {
    return this.connector.serviceUrl;
  }

  get log(): string {
    return this.logLines.join('');
  }

  /** Posts anything to the bot, with only the headers given. */
  postRaw(body: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.url('/api/messages'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
  }

  /** Posts an activity as Teams does, with a token for this bot; `token` changes its parts. */
  async post(activity: unknown, token: TokenParts = {}): Promise<Response> {
    const signed = await this.keys.sign(appId, this.serviceUrl, token);
    return this.postRaw(JSON.stringify(activity), { authorization: `Bearer ${signed}` });
  }

  async close(): Promise<void> {
    await this.server.close();
    await Promise.all([this.connector.close(), this.keys.close()]);
  }
}
