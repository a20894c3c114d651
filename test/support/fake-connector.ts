import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** One request the bot made to the Teams service. */
export interface ConnectorCall {
  method: string;
  path: string;
  authorization: string | null;
  body: unknown;
}

/** What the service does with a message that is posted to it. */
export type ScriptedAnswer = { status: number; headers?: Record<string, string>; body?: unknown } | 'hang' | 'drop';

/** A Teams service on loopback: records what the bot sends, tells who is who, and fails as scripted. */
export class FakeConnector {
  readonly calls: ConnectorCall[] = [];
  readonly #server: Server;
  readonly #script: ScriptedAnswer[] = [];
  readonly #roles = new Map<string, string>();
  #waiting: { matches: (call: ConnectorCall) => boolean; resolve: (call: ConnectorCall) => void }[] = [];
  #lookUpsFail = false;
  readonly #foreignPlaces = new Set<string>();

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#receive(request, response).catch(() => response.destroy());
    });
  }

  static async start(): Promise<FakeConnector> {
    const connector = new FakeConnector();
    await new Promise<void>((resolve) => connector.#server.listen(0, '127.0.0.1', resolve));
    return connector;
  }

  get port(): number {
    const address = this.#server.address();
    if (typeof address !== 'object' || address === null) throw new Error('the connector does not listen');
    return address.port;
  }

  get serviceUrl(): string {
    return `http://127.0.0.1:${this.port}/emea/`;
  }

  /** Says what is done with the next posts, one after the other; those after them succeed. */
  script(...answers: ScriptedAnswer[]): void {
    this.#script.push(...answers);
  }

  /** Everyone is a `user` until told otherwise. */
  setRole(memberId: string, role: string): void {
    this.#roles.set(memberId, role);
  }

  /** Takes the bot out of a conversation: it is told nothing of who is in it. */
  removeBotFrom(conversationId: string): void {
    this.#foreignPlaces.add(conversationId);
  }

  failLookUps(): void {
    this.#lookUpsFail = true;
  }

  /** The bodies of the activities posted so far, without typing signals. */
  get messages(): Record<string, unknown>[] {
    return this.posts.map(({ body }) => body as Record<string, unknown>).filter((body) => body.type !== 'typing');
  }

  get posts(): ConnectorCall[] {
    return this.calls.filter(({ method }) => method === 'POST');
  }

  /** Resolves with the first call that matches, past or to come. */
  call(matches: (call: ConnectorCall) => boolean): Promise<ConnectorCall> {
    const past = this.calls.find(matches);
    if (past !== undefined) return Promise.resolve(past);
    return new Promise((resolve) => this.#waiting.push({ matches, resolve }));
  }

  /** Breaks off every connection, also those that were left hanging. */
  hangUp(): void {
    this.#server.closeAllConnections();
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const text = Buffer.concat(chunks).toString('utf8');
    const call: ConnectorCall = {
      method: request.method ?? '',
      path: request.url ?? '',
      authorization: request.headers.authorization ?? null,
      body: text === '' ? null : JSON.parse(text),
    };
    this.calls.push(call);
    for (const { matches, resolve } of this.#waiting) if (matches(call)) resolve(call);
    this.#waiting = this.#waiting.filter(({ matches }) => !matches(call));
    this.#answer(call, response);
  }

  #answer({ method, path }: ConnectorCall, response: ServerResponse): void {
    if (method === 'GET') {
      this.#tellMember(path, response);
      return;
    }
    const answer = this.#script.shift() ?? { status: 201, body: { id: `sent-${this.calls.length}` } };
    if (answer === 'hang') return;
    if (answer === 'drop') response.destroy();
    else respond(response, answer.status, answer.body ?? {}, answer.headers);
  }

  #tellMember(path: string, response: ServerResponse): void {
    const id = decodeURIComponent(path.split('/').at(-1) ?? '');
    const place = decodeURIComponent(path.split('/').at(-3) ?? '');
    if (this.#lookUpsFail) respond(response, 500, {});
    else if (this.#foreignPlaces.has(place)) respond(response, 403, { error: { code: 'BotNotInConversationRoster' } });
    else respond(response, 200, { id, name: 'Nogen', userRole: this.#roles.get(id) ?? 'user' });
  }
}

function respond(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
