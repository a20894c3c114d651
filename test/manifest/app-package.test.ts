import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { makeAppPackage } from '../../scripts/package/app-package.js';
import { findIconFaults } from '../../scripts/package/check-icons.js';
import { translateManifest } from '../../scripts/package/translate-manifest.js';

const settings = {
  TEAMS_APP_ID: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  BOT_ID: '3f2504e0-4f89-41d3-9a0c-0305e82c3302',
  DEVELOPER_NAME: 'Nordvang Kommune',
  DEVELOPER_WEBSITE: 'https://nordvang.example',
};

const read = (name: string): Buffer => readFileSync(new URL(`../../manifest/${name}`, import.meta.url));
const readJson = (name: string): Record<string, unknown> => JSON.parse(read(name).toString('utf8'));

/** Every place that people read a text at: names, descriptions, and what stands on commands and parameters. */
function textPlaces(value: unknown, place = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((entry, index) => textPlaces(entry, `${place}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, entry]) => {
    const here = place === '' ? name : `${place}.${name}`;
    const isRead =
      /^(?:name\.(?:short|full)|description\.(?:short|full))$/.test(here) || /\.(?:title|description)$/.test(here);
    return typeof entry === 'string' ? (isRead ? [here] : []) : textPlaces(entry, here);
  });
}

describe('the app package', () => {
  test('is a zip of manifest, English texts and both icons, and nothing else, at its root', async () => {
    const { bytes, version } = await makeAppPackage(settings);
    const zip = await JSZip.loadAsync(bytes);
    expect(Object.keys(zip.files).sort()).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
    const manifest = JSON.parse((await zip.file('manifest.json')?.async('string')) ?? '');
    expect(manifest).toMatchObject({
      id: settings.TEAMS_APP_ID,
      version,
      bots: [{ botId: settings.BOT_ID }],
      composeExtensions: [{ botId: settings.BOT_ID }],
      developer: { name: 'Nordvang Kommune', privacyUrl: 'https://nordvang.example/privatliv' },
    });
    expect(JSON.stringify(manifest)).not.toContain('${{');
  });

  test('is made the same, byte for byte, each time', async () => {
    const [first, second] = [await makeAppPackage(settings), await makeAppPackage(settings)];
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });

  test('takes the bot’s id from its own settings when no other is given', async () => {
    const { BOT_ID, ...others } = settings;
    await expect(makeAppPackage({ ...others, MicrosoftAppId: BOT_ID })).resolves.toBeDefined();
  });

  test('is not made without ids, and every fault is told at once', async () => {
    await expect(
      makeAppPackage({ TEAMS_APP_ID: 'referent', DEVELOPER_NAME: 'N'.repeat(33), DEVELOPER_WEBSITE: 'http://x/' }),
    ).rejects.toMatchObject({
      faults: [
        'TEAMS_APP_ID: must be a GUID',
        'BOT_ID: missing',
        'DEVELOPER_NAME: must be at most 32 characters',
        expect.stringMatching(/^DEVELOPER_WEBSITE: must be an address/),
      ],
    });
  });

  test('cannot be made to say something else by a name', async () => {
    const { bytes } = await makeAppPackage({ ...settings, DEVELOPER_NAME: `","id":"x $${'{{BOT_ID}}'}` }).catch(
      (error: unknown) => ({ bytes: error }),
    );
    expect(bytes).toMatchObject({ faults: ['manifest.json: a mark is not filled in'] });
  });
});

describe('the manifest', () => {
  test('asks for no more than it uses', () => {
    const manifest = readJson('manifest.json');
    expect(manifest.permissions).toEqual(['identity', 'messageTeamMembers']);
    for (const name of ['authorization', 'webApplicationInfo', 'devicePermissions', 'staticTabs', 'configurableTabs'])
      expect(manifest, name).not.toHaveProperty(name);
    expect(manifest.validDomains).toEqual([]);
  });

  test('has the program’s version', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(readJson('manifest.json').version).toBe(version);
  });

  test('is in Danish, with every text in English beside it', () => {
    const manifest = readJson('manifest.json');
    const english = z.record(z.string(), z.string()).parse(readJson('en.json'));
    expect(manifest.localizationInfo).toMatchObject({ defaultLanguageTag: 'da' });
    const places = textPlaces(manifest);
    expect(
      Object.keys(english)
        .filter((place) => place !== '$schema')
        .sort(),
    ).toEqual(places.sort());
    expect(translateManifest(manifest, english).unknown).toEqual([]);
    expect(translateManifest(manifest, { 'bots[7].title': 'x', __proto__: 'x' }).unknown).toEqual(['bots[7].title']);
  });
});

describe('the icons', () => {
  test('have the sizes and grounds that Teams demands', () => {
    expect(findIconFaults(read('color.png'), read('outline.png'))).toEqual([]);
  });

  test('would be refused the other way round', () => {
    expect(findIconFaults(read('outline.png'), read('color.png'))).toEqual([
      'color.png: must be 192 by 192 pixels',
      'outline.png: must be 32 by 32 pixels',
      'color.png: must fill its square, without transparent pixels',
      'outline.png: may hold white alone',
      'outline.png: must be white on a transparent ground',
    ]);
  });
});
