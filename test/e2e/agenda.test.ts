import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ChatHouse, takePictures } from '../support/chat-house.js';
import type { Playground } from '../support/playground.js';

/*
 * One agenda from draft to thread, as the secretary works and the channel reads: the tests go on in one conversation.
 */
describe('an agenda in the chat client', () => {
  let house: ChatHouse;
  let chat: Playground;

  beforeAll(async () => {
    house = await ChatHouse.start();
    chat = house.chat;
  });

  afterAll(() => house?.close());

  const inChannel = (text: string) => chat.page.getByText(text).last();

  test('is not out yet, which "dagsorden" says', async () => {
    await chat.inChannel('Chefforum');
    await chat.mention('tilknyt kanal');
    await chat.inPersonalChat();
    await chat.say('dagsorden');
    expect(await chat.lastAnswer()).toContain('Der er ikke udsendt nogen dagsorden endnu.');
  });

  test('was read from a document, is looked at as the channel will see it, and published', async () => {
    await chat.say('kladde');
    expect(await chat.lastAnswer()).toContain('Tidsplan og måltal for budget 2028');
    await takePictures(chat, 'agenda-draft');
    await chat.pressButton('Forhåndsvis');
    expect(await chat.lastAnswer()).toContain('Sådan kommer dagsordenen til at se ud i kanalen.');
    await chat.pressButton('Udgiv nu');
    expect(await chat.lastAnswer()).toContain('Kortet kommer i kanalen om et øjeblik.');
  });

  test('stands in the channel as one card, where an item is read and its earlier decisions are', async () => {
    await chat.inChannel('Chefforum');
    await inChannel('Skriftlige orienteringer').waitFor();
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

  test('changes in its card, and the thread says what changed', async () => {
    await chat.pressButton('Åbn punkt 4: Orientering om HovedMED og den næste trivselsmåling');
    await chat.pressButton('Tag af');
    await chat.inChannel('Chefforum');
    await inChannel('Udgår: punkt 4, Orientering om HovedMED og den næste trivselsmåling').waitFor();
    await takePictures(chat, 'agenda-note');
    // The note waits ten seconds for changes that follow.
  }, 90_000);
});
