import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { percentile } from '../../bench/percentile.js';
import { generateMeetings } from '../../eval/archive/generate-meetings.js';
import { printMinutes } from '../../eval/archive/print-minutes.js';
import { saveGenerated } from '../../eval/fill-store.js';
import { systemClock } from '../../src/domain/clock.js';
import { homeTenant } from '../../src/domain/home-tenant.js';
import { openStore } from '../../src/store/sqlite/open-store.js';
import { type ActivityJson, message, search, tenantId } from '../support/activities.js';
import { builtPath } from '../support/built-sources.js';
import { FakeConnector } from '../support/fake-connector.js';
import { runReferent } from '../support/run-referent.js';
import { startSeedHouse } from '../support/seed-house.js';
import { type RunningScript, startScript } from '../support/start-script.js';
import { makeTemporaryFolder } from '../support/temporary-store.js';

/*
 * The archive is written to while somebody types in the search. In the long form the bot runs as it is installed, with a real archive:
 * at the same time another process imports, a third has it back the store up again and again, and chefs ask one question after the other.
 */
const isLong = process.env.REFERENT_LONG !== undefined;
const meetings = { stored: 300, imported: 100 };
const askers = 4;

/** Between two keys, for somebody who types fast. */
const keyMs = 80;
/** Between an answer and the next question. */
const thinkMs = 300;
/** Teams waits five seconds for a search, and the bot answers within them; a machine at full load takes its time, and is measured. */
const giveUpMs = 120_000;

const typed = ['hjemmeplejens køreplan', 'sygefraver', 'budget 2019', 'borgermøde', 'digital post', ' ', '?'];
const questions = [
  'hvad besluttede vi om sygefravær?',
  'hvornår holder vi borgermøde om budgettet?',
  'hvad har vi besluttet om budgettet gennem årene?',
  'hvem deltog i sidste møde?',
  'hvad koster parkering ved rumstationen?',
];

test('somebody who types gets their finds while another process writes and a question waits for it', async () => {
  const { house, file, close } = await startSeedHouse(systemClock);
  const typing = async (text: string): Promise<unknown> => (await house.post(search(house.serviceUrl, text))).json();
  const usual = await typing('sygefrav');
  const other = new Database(file);
  other.exec('begin immediate');
  const asking = house.post(message(house.serviceUrl, 'hvad besluttede vi om sygefravær?'));
  try {
    expect(await typing('sygefrav')).toEqual(usual);
    expect(usual).toMatchObject({ composeExtension: { type: 'result' } });
  } finally {
    other.exec('rollback');
    other.close();
  }
  expect((await asking).status).toBe(200);
  await expect.poll(() => house.connector.messages, { timeout: giveUpMs }).toHaveLength(1);
  await close();
});

let place: ReturnType<typeof makeTemporaryFolder>;
let connector: FakeConnector;
let bot: RunningScript | undefined;
beforeEach(async () => {
  place = makeTemporaryFolder();
  connector = await FakeConnector.start();
});
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
  await connector.close();
  place.remove();
});

/** Stores some meetings and writes the others, from between them, as files. */
async function makeArchive(databaseFile: string, folder: string): Promise<void> {
  const all = generateMeetings(meetings.stored + meetings.imported);
  const isStored = (index: number) =>
    Math.floor((index * meetings.stored) / all.length) !== Math.floor(((index + 1) * meetings.stored) / all.length);
  const store = await openStore({ file: databaseFile, clock: systemClock });
  const forum = await store.forums.ensureForum(homeTenant, 'Chefforum');
  await saveGenerated(
    store,
    forum,
    all.filter((_, index) => isStored(index)),
  );
  await store.close();
  await mkdir(folder);
  for (const document of all.filter((_, index) => !isStored(index)))
    await writeFile(join(folder, `${document.date}.txt`), printMinutes(document));
}

/** What it logs is of no interest, but a full pipe would stop it. */
async function drain(script: RunningScript): Promise<void> {
  while ((await script.nextLine()) !== undefined);
}

/** Starts the bot and gives the address it takes activities at. */
async function serve(databaseFile: string): Promise<string> {
  bot = startScript(builtPath('src/main.ts'), [], {
    REFERENT_INSECURE_LOCAL: '1',
    REFERENT_HOST: '127.0.0.1',
    REFERENT_PORT: '0',
    REFERENT_DB: databaseFile,
    REFERENT_ALLOWED_TENANTS: tenantId,
    MicrosoftAppId: '',
    NODE_ENV: 'development',
  });
  for (let line = await bot.nextLine(); line !== undefined; line = await bot.nextLine()) {
    const entry: { msg?: string; port?: number } = JSON.parse(line);
    if (entry.msg !== 'listening') continue;
    void drain(bot);
    return `http://127.0.0.1:${entry.port}/api/messages`;
  }
  throw new Error('the bot ended before it listened');
}

async function post(address: string, activity: ActivityJson): Promise<string> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
    signal: AbortSignal.timeout(giveUpMs),
  });
  const body = await response.text();
  expect(response.status, body).toBe(200);
  return body;
}

interface Answered {
  text: string;
  ms: number;
  answer: { type: string; text?: string };
}

/** Types the words key by key, as Teams sends them, and waits for no answer before the next key. */
async function type(address: string, words: string, isOver: () => boolean): Promise<Answered[]> {
  const answers: Promise<Answered>[] = [];
  for (let length = 0; length <= words.length && !isOver(); length += 1) {
    const text = words.slice(0, length);
    const begun = performance.now();
    answers.push(
      post(address, search(connector.serviceUrl, text)).then((body) => ({
        text,
        ms: performance.now() - begun,
        answer: (JSON.parse(body) as { composeExtension: Answered['answer'] }).composeExtension,
      })),
    );
    await pause(keyMs);
  }
  return Promise.all(answers);
}

test.runIf(isLong)(
  'somebody who types is answered before Teams gives up, whatever else the archive is in the middle of',
  async () => {
    const database = join(place.folder, 'referent.db');
    const folder = join(place.folder, 'minutes');
    await makeArchive(database, folder);
    const address = await serve(database);

    let isOver = false;
    let backups = 0;
    let asked = 0;
    const goOn = async (turn: (number: number) => Promise<unknown>): Promise<void> => {
      for (let number = 0; !isOver; number += 1) await turn(number);
    };
    const importing = runReferent(['import', folder, '--db', database, '--json']).finally(() => {
      isOver = true;
    });
    const backingUp = goOn(async () => {
      const { code, stderr } = await runReferent(['backup', join(place.folder, 'copy.db'), '--db', database]);
      // On a machine at full load the bot may not come round to it in time, and says so.
      if (code === 0) backups += 1;
      else expect(stderr).toContain('too late');
    });
    const asking = Array.from({ length: askers }, (_, asker) =>
      goOn(async (number) => {
        const from = {
          id: `29:${asker}`,
          name: `Chef ${asker}`,
          aadObjectId: `11111111-2222-4333-8444-00000000000${asker}`,
        };
        const conversation = { id: `a:${asker}`, conversationType: 'personal', tenantId };
        await post(
          address,
          message(connector.serviceUrl, questions[number % questions.length] ?? '', { from, conversation }),
        );
        asked += 1;
        await pause(thinkMs);
      }),
    );
    const answers: Answered[] = [];
    const typing = goOn(async (number) => {
      answers.push(...(await type(address, typed[number % typed.length] ?? '', () => isOver)));
    });
    const [imported] = await Promise.all([importing, backingUp, typing, ...asking]);

    expect(imported.code, imported.stderr).toBe(0);
    expect(JSON.parse(imported.stdout).files).toHaveLength(meetings.imported);
    expect(Math.min(answers.length, asked)).toBeGreaterThan(0);
    for (const { answer, text } of answers)
      if (answer.type !== 'result')
        expect(answer.text, text).toMatch(/for lang tid|Det fandt jeg ikke|Du skrev videre/);
    const times = answers.map(({ ms }) => ms);
    const late = answers.filter(({ answer }) => answer.text?.includes('for lang tid')).length;
    process.stdout.write(
      `${answers.length} searches (${late} told to try again), ${asked} questions, ${backups} backups; ms at the median, 95 %, at most: ${[0.5, 0.95, 1].map((share) => percentile(times, share).toFixed(0)).join(', ')}\n`,
    );
  },
);
