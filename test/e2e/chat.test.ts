import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ChatHouse } from '../support/chat-house.js';
import type { Playground } from '../support/playground.js';

/*
 * One person, one bot on the seeds, one real chat client. The tests go on in one conversation, as a person would, and
 * each begins with a message of its own.
 */
describe('a chef in the chat client', () => {
  let house: ChatHouse;
  let chat: Playground;

  beforeAll(async () => {
    house = await ChatHouse.start({ as: 'department_head' });
    chat = house.chat;
  });

  afterAll(() => house?.close());

  test('is greeted with what the archive holds, every seed read in, and what to ask', async () => {
    const seeds = await readdir('seeds/minutes');
    const greeting = await chat.lastAnswer();
    expect(greeting).toContain('Jeg finder svar i referaterne fra Chefforum');
    expect(greeting).toContain(`Jeg kender ${seeds.length} møder fra 2019 til 2025.`);
    expect(await chat.buttons()).toEqual(['Spørg', 'Spørg', 'Spørg', 'Se alle møder', 'Hjælp']);
  });

  test('presses an example and gets an answer with its source', async () => {
    await chat.say('hjælp');
    await chat.pressButton('Spørg');
    expect(await chat.lastAnswer()).toMatch(/Chefforum \p{L}+dag \d{1,2}\. \p{L}+ \d{4}, punkt \d+/u);
  });

  test('asks when, and gets the date, the words it stands in and where they stand', async () => {
    await chat.say('hvornår skal vi sende forslag til investeringspuljen?');
    const answer = await chat.lastAnswer();
    expect(answer).toContain('5. maj');
    expect(answer).toContain('Afdelingerne sender forslag til investeringspuljen til Thea Skovlyst senest den 5. maj.');
    expect(answer).toMatch(/Chefforum torsdag 16\. marts 2023, punkt 2/);
  });

  test('asks with spelling mistakes, and gets the same decision', async () => {
    await chat.say('hvornaar skal vi sende forlsag til investeringspujlen');
    expect(await chat.lastAnswer()).toMatch(/5\. maj[\s\S]*Chefforum torsdag 16\. marts 2023, punkt 2/);
  });

  test('reads the whole item behind an answer, and comes back to the answer', async () => {
    await chat.say('hvornår skal vi sende forslag til investeringspuljen?');
    await chat.pressButton('Vis hele punktet');
    const item = await chat.lastAnswer();
    expect(item).toContain('Måltal for budget 2024 og investeringspulje');
    expect(item).toContain('at der oprettes en investeringspulje på 10 mio. kr.');
    expect(item).toContain('Puljen bliver på 8 mio. kr. i 2024');
    await chat.pressButton('Tilbage til svaret');
    expect(await chat.buttons()).toContain('Vis hele punktet');
  });

  test('goes from the meetings to a meeting, to an item, to the next and back', async () => {
    await chat.say('møder 2023');
    expect(await chat.lastAnswer()).toMatch(/Møder i 2023[\s\S]*2\. november[\s\S]*16\. marts/);
    await chat.pressButton('Vis mødet torsdag 16. marts 2023');
    expect(await chat.lastAnswer()).toContain('Befolkningsprognose 2023-2035');
    await chat.pressButton('Vis punkt 2: Måltal for budget 2024 og investeringspulje');
    expect(await chat.lastAnswer()).toContain('Puljen bliver på 8 mio. kr. i 2024');
    await chat.pressButton('Næste punkt');
    expect(await chat.lastAnswer()).toContain('Chefforum tog orienteringen til efterretning.');
    await chat.pressButton('Forrige punkt');
    expect(await chat.lastAnswer()).toContain('Måltal for budget 2024');
    await chat.pressButton('Til mødet');
    expect(await chat.buttons()).toContain('Alle møder');
  });

  test('is told plainly when the minutes hold no answer', async () => {
    await chat.say('parkering ved rumstationen');
    expect(await chat.lastAnswer()).toContain('Det fandt jeg ikke i referaterne');
  });

  test('never sees a closed item', async () => {
    await chat.say('møde 9. september 2021');
    expect(await chat.lastAnswer()).toContain('Sammenlægning af HR og Økonomi & Stab');
    expect(await chat.buttons()).not.toContainEqual(expect.stringMatching(/punkt 5:/));
    await chat.say('punkt 9. september 2021 5');
    expect(await chat.lastAnswer()).toContain('Der er ikke noget punkt 5 på dette møde.');
  });

  test('asks for help with a mistyped word', async () => {
    await chat.say('hjælo');
    expect(await chat.lastAnswer()).toContain('Det kan du spørge mig om');
  });

  test('is told in a group chat to ask in a personal one, since others read along', async () => {
    await chat.inGroupChat('Chefforum, formøde');
    await chat.mention('hvad besluttede vi om sygefravær?');
    expect(await chat.lastAnswer()).toContain('I denne chat kan andre læse med');
  });

  test('is asked below an answer whether it was right, and below help is not', async () => {
    await chat.inPersonalChat();
    const thumbs = chat.page.getByRole('button', { name: 'Dislike', exact: true });
    const before = await thumbs.count();
    await chat.say('hjælp');
    expect(await thumbs.count()).toBe(before);
    await chat.say('hvad besluttede vi om sygefravær?');
    expect(await thumbs.count()).toBeGreaterThan(before);
  });

  test('finds a decision from the compose box by half a word, and puts it in', async () => {
    const { page } = chat;
    await page.getByRole('button', { name: 'Trigger Message Extension App' }).click();
    await page.getByText('Search Command').click();
    await page.getByPlaceholder('Enter a search term').fill('sygefrav');
    await page.keyboard.press('Enter');
    await page.getByText('14.1.2021, punkt 3 ·').click();
    await page.getByRole('button', { name: 'Send Message' }).click();
    const put = chat.lastCard();
    await put.getByText('Chefforum torsdag 14. januar 2021, punkt 3, Beslutning').waitFor();
    expect(await put.getByRole('button').count()).toBe(0);
    await chat.say('hjælp');
    expect(await chat.lastAnswer()).toContain('Det kan du spørge mig om');
  });
});
