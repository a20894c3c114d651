import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPerson } from '../../scripts/playground/write-cast.js';
import { toLocalTime } from '../../src/danish/date-format.js';
import { addDays } from '../../src/danish/dates.js';
import { nextMeetingDate } from '../../src/features/agenda/import-seed-agenda.js';
import { agendaInWord } from '../support/agenda-file.js';
import { ChatHouse, takePictures } from '../support/chat-house.js';
import { FileHost } from '../support/file-host.js';
import type { Playground } from '../support/playground.js';
import { sendFile } from '../support/send-file.js';

/** Three weeks after the seeds' own draft, which stays a draft. */
const meetingDate = addDays(nextMeetingDate(toLocalTime(new Date()).date), 21);

/*
 * One agenda from document to thread, as the secretary works and the channel reads: the tests go on in one conversation.
 */
// The note waits ten seconds for changes that follow, and pictures take their time.
describe('an agenda in the chat client', () => {
  let house: ChatHouse;
  let host: FileHost;
  let chat: Playground;

  beforeAll(async () => {
    [house, host] = await Promise.all([ChatHouse.start(), FileHost.start()]);
    chat = house.chat;
  });

  afterAll(async () => {
    host?.close();
    await house?.close();
  });

  const send = async (url: string) => sendFile(chat, (await findPerson('secretary')).chatId, url);
  const inChannel = (text: string) => chat.page.getByText(text).last();

  test('is not out yet, which "dagsorden" says', async () => {
    await chat.inChannel('Chefforum');
    await chat.mention('tilknyt kanal');
    await chat.inPersonalChat();
    await chat.say('dagsorden');
    expect(await chat.lastAnswer()).toContain('Der er ikke udsendt nogen dagsorden endnu.');
  });

  test('is read from a Word file the secretary sends, and what is odd in it is told', async () => {
    await send(host.put('/dagsorden.docx', await agendaInWord(meetingDate)));
    await chat.hears('Jeg har lavet en kladde af dagsorden.docx. Jeg har 2 bemærkninger.');
    await takePictures(chat, 'agenda-draft');
    await chat.pressButton('Bemærkninger');
    expect(await chat.lastAnswer()).toContain('Punkt 4: sagsnummeret "81.38.00-P35-3" ser forkert ud.');
    await takePictures(chat, 'agenda-findings');
  });

  test('does not go out before each finding is mended or accepted', async () => {
    await chat.pressButton('Ret punkt 4');
    // The page forgets what stands in a form when a picture is taken.
    await takePictures(chat, 'agenda-form');
    await chat.fill('Sagsnummer', '81.38.00-P35-3-26');
    await chat.pressButton('Gem');
    await chat.pressButton('Til kladden');
    await chat.pressButton('Udgiv nu');
    expect(await chat.lastAnswer()).toMatch(/Jeg har én bemærkning[\s\S]*Punkt 8 nævner "bilag 1"/);
    await chat.pressButton('Accepter: Punkt 8 nævner "bilag 1", men det står ikke på listen over bilag.');
    expect(await chat.lastAnswer()).toContain('Der er ikke flere bemærkninger.');
  });

  test('is looked at as the channel will see it, and published', async () => {
    await chat.pressButton('Til kladden');
    await chat.pressButton('Forhåndsvis');
    expect(await chat.lastAnswer()).toContain('Sådan kommer dagsordenen til at se ud i kanalen.');
    await takePictures(chat, 'agenda-preview');
    await chat.pressButton('Udgiv nu');
    expect(await chat.lastAnswer()).toContain('Kortet kommer i kanalen om et øjeblik.');
  });

  test('stands in the channel as one card, where an item is read and its earlier decisions are', async () => {
    await chat.inChannel('Chefforum');
    await inChannel('Skriftlige orienteringer').waitFor();
    // The card is changed once the chefs are asked; a press meanwhile would be drawn over.
    await inChannel('har svaret').waitFor();
    await takePictures(chat, 'agenda-card');
    await chat.pressButton('Læs punkt 7: Temadrøftelse - Klimaplan 2030: Kan vi nå delmålene for 2027?');
    await inChannel('Der er fire delmål for 2027.').waitFor();
    await takePictures(chat, 'agenda-item');
    await chat.pressButton('Tidligere');
    await inChannel('Klimaplan 2030: Nye delmål').waitFor();
    await takePictures(chat, 'agenda-earlier');
    await chat.pressButton('Vis 22.1.2025');
    await chat.pressButton('Til dagsordenspunktet');
    await chat.pressButton('Til dagsordenen');
    await inChannel('Skriftlige orienteringer').waitFor();
  });

  test('is read in the personal chat too', async () => {
    await chat.inPersonalChat();
    await chat.say('dagsorden');
    expect(await chat.lastAnswer()).toMatch(/Input senest[\s\S]*Tidsplan og måltal for budget 2028/);
    await takePictures(chat, 'agenda-own');
  });

  test('sent again as the same file changes nothing', async () => {
    await send(host.url('/dagsorden.docx'));
    await chat.hears('dagsorden.docx er den samme, som kladden er lavet af. Intet er ændret.');
  });

  test('changes in its card, and the thread says what changed and why', async () => {
    await chat.pressButton('Åbn punkt 4: Orientering om HovedMED og den næste trivselsmåling');
    await chat.pressButton('Ret');
    await takePictures(chat, 'agenda-change');
    await chat.fill('Titel', 'Orientering om HovedMED');
    await chat.fill('Hvorfor? (står i kanalen)', 'Trivselsmålingen er udskudt.');
    await chat.pressButton('Gem');
    await chat.inChannel('Chefforum');
    await inChannel('Hvorfor: Trivselsmålingen er udskudt.').waitFor();
    expect(await chat.lastAnswer()).toContain('Rettet: punkt 4, Orientering om HovedMED');
    await takePictures(chat, 'agenda-note');
  });
});
