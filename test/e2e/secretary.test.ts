import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ChatHouse, takePictures } from '../support/chat-house.js';
import type { Playground } from '../support/playground.js';

describe('the secretary in the chat client', () => {
  let house: ChatHouse;
  let chat: Playground;

  beforeAll(async () => {
    house = await ChatHouse.start();
    chat = house.chat;
  });

  afterAll(() => house?.close());

  test('is let into the closed items in the personal chat', async () => {
    await chat.say('punkt 9. september 2021 5');
    expect(await chat.lastAnswer()).toContain('Rekruttering af afdelingschef');
  });

  test('binds the channel, where questions are answered in the thread and its buttons work', async () => {
    await chat.inChannel('Chefforum');
    await chat.mention('hvad besluttede vi om sygefravær?');
    expect(await chat.lastAnswer()).toContain('Kanalen er ikke tilknyttet et forum');
    await chat.mention('tilknyt kanal');
    expect(await chat.lastAnswer()).toContain('Kanalen er nu Chefforums kanal');
    await chat.mention('hvornår skal vi sende forslag til investeringspuljen?');
    expect(await chat.lastAnswer()).toMatch(/5\. maj[\s\S]*Chefforum torsdag 16\. marts 2023, punkt 2/);
    await chat.pressButton('Vis hele punktet');
    expect(await chat.lastAnswer()).toContain('Måltal for budget 2024 og investeringspulje');
  });

  test('answers a question to the secretariat, and not without words', async () => {
    await chat.inPersonalChat();
    await chat.say('parkering ved rumstationen');
    await chat.pressButton('Spørg sekretariatet');
    await chat.hears('Svaret sendes til spørgeren');
    await expect(chat.pressButton('Send svar')).rejects.toThrow('Skriv et svar.');
    await takePictures(chat, 'enquiry');
    const answer = 'Parkering er ikke drøftet endnu.';
    await chat.fill('Dit svar', answer);
    await chat.pressButton('Send svar');
    // On the card it was written on, and on the asker's: here both are the secretary's.
    await chat.page.getByText(answer).nth(1).waitFor();
    await chat.hears(answer);
    await takePictures(chat, 'enquiry-answered');
  });

  test('sees who is a member and who is in the team', async () => {
    await chat.inPersonalChat();
    await chat.say('medlemmer');
    expect(await chat.lastAnswer()).toContain('Medlemmer af Chefforum');
    await takePictures(chat, 'members');
    await chat.pressButton('Flere');
    expect(await chat.lastAnswer()).toContain('Registreret, men ikke i teamet');
  });
});
