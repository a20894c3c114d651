import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, type JWTPayload, type KeyLike, SignJWT } from 'jose';

export interface TokenParts {
  claims?: JWTPayload;
  /** Beside the algorithm, the type and the key's id. */
  header?: Readonly<Record<string, unknown>>;
  /** Claims to leave out. */
  without?: readonly string[];
  keyId?: string;
  /** Signs with a key the server does not publish. */
  forged?: boolean;
}

/** Making keys takes long; every server of a test file can use the same. */
const keyPairs = Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);

/** Publishes signing keys as the Bot Framework does, and signs tokens with them. */
export class KeyServer {
  readonly #server: Server;
  readonly #published: KeyLike;
  readonly #unpublished: KeyLike;

  /** How often it was asked for anything. */
  visits = 0;
  /** How long it thinks before it answers. */
  delayMs = 0;

  private constructor(server: Server, published: KeyLike, unpublished: KeyLike) {
    this.#server = server;
    this.#published = published;
    this.#unpublished = unpublished;
  }

  static async start(): Promise<KeyServer> {
    const [published, unpublished] = await keyPairs;
    const bare = { ...(await exportJWK(published.publicKey)), use: 'sig' };
    const keys = [
      { ...bare, kid: 'key-1', endorsements: ['webchat', 'msteams'] },
      { ...bare, kid: 'of-no-channel' },
      { ...bare, kid: 'of-webchat', endorsements: ['webchat'] },
      'no key at all',
      { kid: 'of-another-kind', kty: 'EC', endorsements: ['msteams'] },
    ];
    const server = createServer((request, response) => {
      const host = `http://${request.headers.host}`;
      const metadata = { issuer: 'https://api.botframework.com', jwks_uri: `${host}/keys` };
      response.setHeader('Content-Type', 'application/json');
      const answer = () => response.end(JSON.stringify(request.url === '/keys' ? { keys } : metadata));
      if (started.delayMs === 0) answer();
      else setTimeout(answer, started.delayMs).unref();
    });
    const started = new KeyServer(server, published.privateKey, unpublished.privateKey);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    server.on('request', () => {
      started.visits += 1;
    });
    return started;
  }

  get metadataUrl(): string {
    const address = this.#server.address();
    if (typeof address !== 'object' || address === null) throw new Error('the key server does not listen');
    return `http://127.0.0.1:${address.port}/openidconfiguration`;
  }

  /** A token as the channel makes it for one bot and one service address, with the given parts changed. */
  async sign(appId: string, serviceUrl: string, parts: TokenParts = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const claims: JWTPayload = {
      iss: 'https://api.botframework.com',
      aud: appId,
      serviceurl: serviceUrl,
      nbf: now - 60,
      exp: now + 3600,
      ...parts.claims,
    };
    for (const name of parts.without ?? []) delete claims[name];
    return new SignJWT(claims)
      .setProtectedHeader({ typ: 'JWT', kid: parts.keyId ?? 'key-1', ...parts.header, alg: 'RS256' })
      .sign(parts.forged === true ? this.#unpublished : this.#published, { crit: { 'x-new': true } });
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }
}
