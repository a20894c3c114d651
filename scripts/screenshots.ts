/*
 * `npm run screenshots [-- scene]`: takes the pictures in docs/screenshots anew, from the bot on its seeds in the chat client; all
 * of them, or those from one scene on, such as agenda-draft.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toLocalTime } from '../src/danish/date-format.js';
import { addDays } from '../src/danish/dates.js';
import { nextMeetingDate } from '../src/features/agenda/import-seed-agenda.js';
import { agendaInWord } from '../test/support/agenda-file.js';
import { openBrowser } from '../test/support/browser.js';
import { FileHost } from '../test/support/file-host.js';
import { Playground } from '../test/support/playground.js';
import { sendFile } from '../test/support/send-file.js';
import { projectFolder } from './playground/child.js';
import { startLocalTeams } from './playground/start-local-teams.js';
import { findPerson } from './playground/write-cast.js';

const pictures = join(projectFolder, 'docs/screenshots');
/** Window widths in pixels: a desktop and a phone. */
const widths = { wide: 1300, narrow: 400 };

/** What there is to work with: the chat client, and a way to send a file that lies on this machine. */
interface Stage {
  chat: Playground;
  send: (fileName: string, bytes: Uint8Array) => Promise<void>;
}

/** What is done before each picture, in this order, in one conversation. */
const scenes: [name: string, act: (stage: Stage) => Promise<void>][] = [
  ['welcome', async () => {}],
  ['answer', ({ chat }) => chat.say('hvornår skal vi sende forslag til investeringspuljen?')],
  ['item', ({ chat }) => chat.pressButton('Vis hele punktet')],
  ['meetings', ({ chat }) => chat.say('møder 2023')],
  ['meeting', ({ chat }) => chat.say('møde 16. marts 2023')],
  ['not-found', ({ chat }) => chat.say('parkering ved rumstationen')],
  ['help', ({ chat }) => chat.say('hjælp')],
  [
    'channel',
    async ({ chat }) => {
      await chat.inChannel('Chefforum');
      await chat.mention('hvad besluttede vi om sygefravær?');
    },
  ],
  ...agendaScenes(),
  [
    'sendings',
    async ({ chat }) => {
      await chat.inPersonalChat();
      await chat.say('udsendelser');
    },
  ],
  [
    // The secretary asks, and so gets the card that asks for an answer too.
    'enquiry',
    async ({ chat }) => {
      await chat.inPersonalChat();
      await chat.say('parkering ved rumstationen');
      await chat.pressButton('Spørg sekretariatet');
      await chat.page.getByText('Svaret sendes til spørgeren').last().waitFor();
    },
  ],
];

/** One agenda from the secretary's Word file to the note in the channel's thread. */
function agendaScenes(): typeof scenes {
  const meetingDate = addDays(nextMeetingDate(toLocalTime(new Date()).date), 21);
  return [
    [
      'agenda-draft',
      async ({ chat, send }) => {
        await chat.inChannel('Chefforum');
        await chat.mention('tilknyt kanal');
        await chat.inPersonalChat();
        await send('dagsorden.docx', await agendaInWord(meetingDate));
        await chat.hears('Jeg har lavet en kladde af dagsorden.docx.');
      },
    ],
    ['agenda-findings', ({ chat }) => chat.pressButton('Bemærkninger')],
    ['agenda-form', ({ chat }) => chat.pressButton('Ret punkt 4')],
    [
      'agenda-preview',
      async ({ chat }) => {
        await chat.fill('Sagsnummer', '81.38.00-P35-3-26');
        for (const title of ['Gem', 'Til kladden', 'Bemærkninger']) await chat.pressButton(title);
        await chat.pressButton('Accepter: Punkt 8 nævner "bilag 1", men det står ikke på listen over bilag.');
        for (const title of ['Til kladden', 'Forhåndsvis']) await chat.pressButton(title);
      },
    ],
    [
      'agenda-card',
      async ({ chat }) => {
        await chat.pressButton('Udgiv nu');
        await chat.inChannel('Chefforum');
        await chat.page.getByText('har svaret').last().waitFor();
      },
    ],
    [
      'agenda-entry',
      ({ chat }) => chat.pressButton('Læs punkt 7: Temadrøftelse - Klimaplan 2030: Kan vi nå delmålene for 2027?'),
    ],
    ['agenda-earlier', ({ chat }) => chat.pressButton('Tidligere')],
    [
      'agenda-note',
      async ({ chat }) => {
        for (const title of ['Tilbage til punktet', 'Til dagsordenen']) await chat.pressButton(title);
        await chat.inPersonalChat();
        await chat.pressButton('Åbn punkt 4: Orientering om HovedMED og den næste trivselsmåling');
        await chat.pressButton('Tag af');
        await chat.fill('Hvorfor? (står i kanalen)', 'Målingen er udskudt.');
        await chat.pressButton('Tag af');
        await chat.inChannel('Chefforum');
        await chat.page.getByText('Hvorfor: Målingen er udskudt.').last().waitFor();
      },
    ],
  ];
}

await mkdir(pictures, { recursive: true });
const folder = await mkdtemp(join(tmpdir(), 'referent-screenshots-'));
const teams = await startLocalTeams({ folder });
const browser = await openBrowser();
const host = await FileHost.start();
try {
  const chat = await Playground.open(browser, teams.address);
  const { chatId } = await findPerson('secretary');
  const send = (fileName: string, bytes: Uint8Array) => sendFile(chat, chatId, host.put(`/${fileName}`, bytes));
  const first = process.argv[2];
  const skipped = first === undefined ? 0 : scenes.findIndex(([name]) => name === first);
  if (skipped === -1) throw new Error(`there is no scene ${first}`);
  for (const [name, act] of scenes.slice(skipped)) {
    await act({ chat, send });
    for (const [size, width] of Object.entries(widths))
      await chat.screenshot(join(pictures, `${name}-${size}.png`), width);
    process.stdout.write(`${name}\n`);
  }
} finally {
  host.close();
  await browser.close();
  await teams.stop();
  await rm(folder, { recursive: true });
}
