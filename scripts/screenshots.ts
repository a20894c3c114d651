/*
 * `npm run screenshots`: takes the pictures in docs/screenshots anew, from the bot on its seeds in the chat client.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from '../test/support/browser.js';
import { Playground } from '../test/support/playground.js';
import { projectFolder } from './playground/child.js';
import { startLocalTeams } from './playground/start-local-teams.js';

const pictures = join(projectFolder, 'docs/screenshots');
/** Window widths in pixels: a desktop and a phone. */
const widths = { wide: 1300, narrow: 400 };

/** What is done before each picture, in this order, in one conversation. */
const scenes: [name: string, act: (chat: Playground) => Promise<void>][] = [
  ['welcome', async () => {}],
  ['answer', (chat) => chat.say('hvornår skal vi sende forslag til investeringspuljen?')],
  ['item', (chat) => chat.pressButton('Vis hele punktet')],
  ['meetings', (chat) => chat.say('møder 2023')],
  ['meeting', (chat) => chat.say('møde 16. marts 2023')],
  ['not-found', (chat) => chat.say('parkering ved rumstationen')],
  ['help', (chat) => chat.say('hjælp')],
  [
    'channel',
    async (chat) => {
      await chat.inChannel('Chefforum');
      await chat.mention('hvad besluttede vi om sygefravær?');
    },
  ],
];

await mkdir(pictures, { recursive: true });
const folder = await mkdtemp(join(tmpdir(), 'referent-screenshots-'));
const teams = await startLocalTeams({ folder });
const browser = await openBrowser();
try {
  const chat = await Playground.open(browser, teams.address);
  for (const [name, act] of scenes) {
    await act(chat);
    for (const [size, width] of Object.entries(widths))
      await chat.screenshot(join(pictures, `${name}-${size}.png`), width);
    process.stdout.write(`${name}\n`);
  }
} finally {
  await browser.close();
  await teams.stop();
  await rm(folder, { recursive: true });
}
