import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { systemClock } from '../../src/domain/clock.js';
import type { Routes } from '../../src/routing/routes.js';
import { routesOn } from '../support/routes-on.js';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.js';

const readJson = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../manifest/${name}`, import.meta.url), 'utf8'));

const command = z.object({ title: z.string().max(32), description: z.string().max(128) });
const manifest = z
  .object({ bots: z.array(z.object({ commandLists: z.array(z.object({ commands: z.array(command) })) })) })
  .parse(readJson('manifest.json'));
const english = z.record(z.string(), z.string()).parse(readJson('en.json'));

describe('the app as Teams shows it', () => {
  let archive: TemporaryStore;
  let routes: Routes;
  beforeAll(async () => {
    archive = await openTemporaryStore();
    routes = routesOn(archive.store, systemClock);
  });
  afterAll(() => archive.remove());

  it('offers the commands that the bot understands, in the same order, in Danish', () => {
    const listed = routes.commands.filter(
      ({ isForSecretary, isInMenu }) => isForSecretary !== true && isInMenu !== false,
    );
    for (const { commandLists } of manifest.bots)
      for (const { commands } of commandLists)
        expect(commands.map(({ title }) => title)).toEqual(listed.map(({ words }) => words[0]));
    // What Teams takes in one list.
    expect(listed.length).toBeLessThanOrEqual(10);
  });

  it('explains each of them in English too, and types it in Danish all the same', () => {
    for (const [bot, { commandLists }] of manifest.bots.entries())
      for (const [list, { commands }] of commandLists.entries())
        for (const [index, { title }] of commands.entries()) {
          const key = `bots[${bot}].commandLists[${list}].commands[${index}]`;
          expect(english[`${key}.title`]).toBe(title);
          expect(english[`${key}.description`]).toMatch(/\w/);
        }
  });
});
