import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/domain/clock.js';
import { findCommand } from '../../src/routing/find-command.js';
import type { Command } from '../../src/routing/routes.js';
import { routesOn } from '../support/routes-on.js';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.js';

/* What the secretariat is told to write and to press, held against what the bot understands and shows. */

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const guide = read('docs/vejledning.md');
const inGuide = (form: RegExp): string[] => [...new Set([...guide.matchAll(form)].map(([, text = '']) => text))];

describe('the guide for the secretariat', () => {
  let archive: TemporaryStore;
  let commands: readonly Command[];
  beforeAll(async () => {
    archive = await openTemporaryStore();
    ({ commands } = routesOn(archive.store, systemClock));
  });
  afterAll(() => archive.remove());

  test('names only commands that are understood', () => {
    const typed = inGuide(/`(?:@Referent )?(\p{Ll}[^`]*)`/gu).filter((text) => !text.startsWith('referent '));
    expect(typed.length).toBeGreaterThan(20);
    expect(typed.filter((text) => findCommand(commands, text) === undefined)).toEqual([]);
  });

  test('names buttons as they are called on the cards', () => {
    const shown = ['src', 'cards'].flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.(?:ts|json)$/.test(path))
        .map((path) => read(`${folder}/${path}`)),
    );
    const pressed = [...inGuide(/`(\p{Lu}\p{Ll}[^`]*)`/gu), ...inGuide(/\*\*([^*]+)\*\*/g)];
    expect(pressed.length).toBeGreaterThan(40);
    expect(pressed.filter((text) => !shown.some((source) => source.includes(text)))).toEqual([]);
  });

  test('shows pictures that are there', () => {
    const pictures = inGuide(/!\[[^\]]*\]\(([^)]+)\)/g);
    expect(pictures.length).toBeGreaterThan(5);
    const there = readdirSync(new URL('docs/screenshots/', root)).map((name) => `screenshots/${name}`);
    expect(pictures.filter((path) => !there.includes(path))).toEqual([]);
  });
});
