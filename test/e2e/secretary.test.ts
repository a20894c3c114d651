import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalTeams, startLocalTeams } from '../../scripts/playground/start-local-teams.js';
import { openBrowser } from '../support/browser.js';
import { Playground } from '../support/playground.js';

describe('the secretary in the chat client', () => {
  let folder: string;
  let teams: LocalTeams;
  let browser: Browser;
  let chat: Playground;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'referent-secretary-'));
    teams = await startLocalTeams({ folder });
    browser = await openBrowser();
    chat = await Playground.open(browser, teams.address);
  });

  afterAll(async () => {
    await browser?.close();
    await teams?.stop();
    await rm(folder, { recursive: true, force: true });
  });

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

  test('sees who is a member and who is in the team', async () => {
    await chat.inPersonalChat();
    await chat.say('medlemmer');
    expect(await chat.lastAnswer()).toContain('Medlemmer af Chefforum');
    if (process.env.REFERENT_PICTURES !== undefined) {
      await chat.screenshot(join(process.env.REFERENT_PICTURES, 'members-1300.png'));
      await chat.screenshot(join(process.env.REFERENT_PICTURES, 'members-400.png'), 400);
    }
    await chat.pressButton('Flere');
    expect(await chat.lastAnswer()).toContain('Registreret, men ikke i teamet');
  });
});
