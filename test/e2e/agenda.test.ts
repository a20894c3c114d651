import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalTeams, startLocalTeams } from '../../scripts/playground/start-local-teams.js';
import { openBrowser } from '../support/browser.js';
import { Playground } from '../support/playground.js';

/** Takes pictures where somebody wants to look at them. */
async function picture(chat: Playground, name: string): Promise<void> {
  const folder = process.env.REFERENT_PICTURES;
  if (folder === undefined) return;
  for (const width of [1300, 400, 320]) await chat.screenshot(join(folder, `${name}-${width}.png`), width);
}

/*
 * One agenda from draft to thread, as the secretary works and the channel reads: the tests go on in one conversation.
 */
describe('an agenda in the chat client', () => {
  let folder: string;
  let teams: LocalTeams;
  let browser: Browser;
  let chat: Playground;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'referent-agenda-'));
    teams = await startLocalTeams({ folder });
    browser = await openBrowser();
    chat = await Playground.open(browser, teams.address);
  });

  afterAll(async () => {
    await browser?.close();
    await teams?.stop();
    await rm(folder, { recursive: true, force: true });
  });

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
    await picture(chat, 'agenda-draft');
    await chat.pressButton('Forhåndsvis');
    expect(await chat.lastAnswer()).toContain('Sådan kommer dagsordenen til at se ud i kanalen.');
    await chat.pressButton('Udgiv nu');
    expect(await chat.lastAnswer()).toContain('Kortet kommer i kanalen om et øjeblik.');
  });

  test('stands in the channel as one card, where an item is read and its earlier decisions are', async () => {
    await chat.inChannel('Chefforum');
    await inChannel('Skriftlige orienteringer').waitFor();
    await picture(chat, 'agenda-card');
    await chat.pressButton('Læs punkt 7: Temadrøftelse - Klimaplan 2030: Kan vi nå delmålene for 2027?');
    await inChannel('Der er fire delmål for 2027.').waitFor();
    await picture(chat, 'agenda-item');
    await chat.pressButton('Tidligere');
    await inChannel('Klimaplan 2030: Nye delmål').waitFor();
    await picture(chat, 'agenda-earlier');
    await chat.pressButton('Vis 22.1.2025');
    await chat.pressButton('Til dagsordenspunktet');
    await chat.pressButton('Til dagsordenen');
    await inChannel('Skriftlige orienteringer').waitFor();
  });

  test('is read in the personal chat too', async () => {
    await chat.inPersonalChat();
    await chat.say('dagsorden');
    expect(await chat.lastAnswer()).toMatch(/Input senest[\s\S]*Tidsplan og måltal for budget 2028/);
    await picture(chat, 'agenda-own');
  });

  test('changes in its card, and the thread says what changed', async () => {
    await chat.pressButton('Åbn punkt 4: Orientering om HovedMED og den næste trivselsmåling');
    await chat.pressButton('Tag af');
    await chat.inChannel('Chefforum');
    await inChannel('Udgår: punkt 4, Orientering om HovedMED og den næste trivselsmåling').waitFor();
    await picture(chat, 'agenda-note');
    // The note waits ten seconds for changes that follow.
  }, 90_000);
});
