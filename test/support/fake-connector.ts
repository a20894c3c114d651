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

/** A limit Teams keeps: so many requests in a time. */
interface Limit {
  count: number;
  ms: number;
}

/** Per bot and conversation, and per app and tenant, as Teams documents them. */
const limitsOfTeams = {
  conversation: [
    { count: 7, ms: 1000 },
    { count: 8, ms: 2000 },
    { count: 60, ms: 30_000 },
    { count: 1800, ms: 3_600_000 },
  ],
  tenant: [{ count: 30, ms: 1000 }],
} as const satisfies Record<string, readonly Limit[]>;

/** A message that people see in a conversation. */
export interface VisibleMessage {
  conversation: string;
  id: string;
  body: unknown;
}

/** A Teams service on loopback: records what the bot sends, tells who is who, and fails as scripted. */
export class FakeConnector {
  readonly calls: ConnectorCall[] = [];
  readonly #server: Server;
  readonly #script: ScriptedAnswer[] = [];
  readonly #roles = new Map<string, string>();
  #waiting: { matches: (call: ConnectorCall) => boolean; resolve: (call: ConnectorCall) => void }[] = [];
  #lookUpsFail = false;
  readonly #requests = new Map<string, number[]>();
  #now: (() => number) | undefined;
  #failAfterKeeping: (() => ScriptedAnswer | undefined) | undefined;
  #refusal: ScriptedAnswer | undefined;
  /** What people see, in the order it came. */
  readonly visible: VisibleMessage[] = [];
  refusedForLimits = 0;
  /** How often somebody has connected. */
  connections = 0;
  readonly #foreignPlaces = new Set<string>();
  #team: { name: string; aadObjectId: string; userRole?: string }[] = [];

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#receive(request, response).catch(() => response.destroy());
    });
    this.#server.on('connection', () => {
      this.connections += 1;
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

  /** From now on Teams' limits are kept: what exceeds them is refused with 429. @param now milliseconds; a test's own clock or the real one */
  keepLimits(now: () => number = Date.now): void {
    this.#now = now;
  }

  /** Says how a create is answered after the message stands in the conversation; undefined: as it should be. */
  failAfterKeeping(next: () => ScriptedAnswer | undefined): void {
    this.#failAfterKeeping = next;
  }

  /** From now on every post is answered so, and nothing is kept; undefined: no more. */
  refuse(answer: ScriptedAnswer | undefined): void {
    this.#refusal = answer;
  }

  /** Whether the limits allow one more; counts it if they do. */
  #isWithinLimits(path: string): boolean {
    if (this.#now === undefined) return true;
    const now = this.#now();
    const conversation = decodeURIComponent(/\/v3\/conversations\/([^/;?]+)/.exec(path)?.[1] ?? 'new');
    const counted: [string, readonly Limit[]][] = [
      ['tenant', limitsOfTeams.tenant],
      ...(conversation === 'new' ? [] : [[conversation, limitsOfTeams.conversation] as [string, readonly Limit[]]]),
    ];
    const isWithin = counted.every(([name, limits]) =>
      limits.every(({ count, ms }) => (this.#requests.get(name) ?? []).filter((at) => at > now - ms).length < count),
    );
    if (!isWithin) this.refusedForLimits += 1;
    else for (const [name] of counted) this.#requests.set(name, [...(this.#requests.get(name) ?? []), now]);
    return isWithin;
  }

  /** Everyone is a `user` until told otherwise. */
  setRole(memberId: string, role: string): void {
    this.#roles.set(memberId, role);
  }

  /** Takes the bot out of a conversation: it is told nothing of who is in it. */
  removeBotFrom(conversationId: string): void {
    this.#foreignPlaces.add(conversationId);
  }

  /** Who is in every team, given in pages of two whatever is asked for. */
  setTeam(members: { name: string; aadObjectId: string; userRole?: string }[]): void {
    this.#team = members;
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

  #answer(call: ConnectorCall, response: ServerResponse): void {
    const { method, path } = call;
    if (method === 'GET') {
      if (/\/pagedmembers/i.test(path)) this.#tellTeam(path, response);
      else this.#tellMember(path, response);
      return;
    }
    if (!this.#isWithinLimits(path)) {
      respond(response, 429, { error: { code: 'TooManyRequests' } }, { 'Retry-After': '2' });
      return;
    }
    const answer = this.#script.shift() ?? this.#refusal ?? this.#take(call);
    if (answer === 'hang') return;
    if (answer === 'drop') response.destroy();
    else respond(response, answer.status, answer.body ?? {}, answer.headers);
  }

  /** Keeps a message as Teams does, and says how that is answered. */
  #take({ method, path, body }: ConnectorCall): ScriptedAnswer {
    const number = this.calls.length;
    const opens = method === 'POST' && /\/v3\/conversations\/?$/.test(path);
    const { activity, members, channelData } = (opens ? body : {}) as OpenedConversation;
    if (opens && activity === undefined) return { status: 201, body: { id: `a:with-${members?.[0]?.id ?? ''}` } };
    const isMessage = (body as { type?: unknown } | null)?.type !== 'typing';
    const conversation = opens
      ? (channelData?.channel?.id ?? '')
      : decodeURIComponent(/\/v3\/conversations\/([^/]+)/.exec(path)?.[1] ?? '');
    if (method === 'POST' && isMessage)
      this.visible.push({ conversation, id: String(number), body: opens ? activity : body });
    const failure = method === 'POST' && isMessage ? this.#failAfterKeeping?.() : undefined;
    if (failure !== undefined) return failure;
    const id = opens ? `${conversation};messageid=${number}` : `sent-${number}`;
    return { status: 201, body: { id } };
  }

  #tellTeam(path: string, response: ServerResponse): void {
    const [, place = ''] = /\/conversations\/([^/]+)\/pagedmembers/i.exec(path) ?? [];
    if (this.#lookUpsFail) respond(response, 500, {});
    else if (this.#foreignPlaces.has(decodeURIComponent(place)))
      respond(response, 403, { error: { code: 'BotNotInConversationRoster' } });
    else this.#tellPage(path, response);
  }

  #tellPage(path: string, response: ServerResponse): void {
    const start = Number(new URL(path, 'http://localhost').searchParams.get('continuationToken') ?? '0');
    const end = start + 2;
    const members = this.#team.slice(start, end).map((member) => ({ id: `29:${member.aadObjectId}`, ...member }));
    respond(response, 200, { members, ...(end < this.#team.length && { continuationToken: String(end) }) });
  }

  #tellMember(path: string, response: ServerResponse): void {
    const id = decodeURIComponent(path.split('/').at(-1) ?? '');
    const place = decodeURIComponent(path.split('/').at(-3) ?? '');
    if (this.#lookUpsFail) respond(response, 500, {});
    else if (this.#foreignPlaces.has(place)) respond(response, 403, { error: { code: 'BotNotInConversationRoster' } });
    else respond(response, 200, { id, name: 'Nogen', userRole: this.#roles.get(id) ?? 'user' });
  }
}

interface OpenedConversation {
  activity?: unknown;
  members?: { id: string }[];
  channelData?: { channel?: { id: string } };
}

function respond(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
