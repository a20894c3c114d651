import { execFile, execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AuthenticationConstants } from 'botframework-connector';
import { describe, expect, test } from 'vitest';
import { neededHosts } from '../../src/teams/needed-hosts.js';
import { isTeamsService } from '../../src/teams/service-url.js';
import { trustFor } from '../../src/teams/trust.js';
import { builtPath } from '../support/built-sources.js';
import { makeTemporaryFolder } from '../support/temporary-store.js';

/* What whoever keeps the firewall is told, held against what the program can call. */

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const sources = readdirSync(new URL('src/', root), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: read(`src/${path}`) }));

const documented = (() => {
  const [, section = ''] = read('docs/drift.md').split('## The hosts it calls');
  const [table = ''] = section.split(/^## /m);
  return [...table.matchAll(/^\| ([^|]+) \|/gm)].map(([, cell = '']) => cell.replaceAll('`', '').trim()).slice(2);
})();

describe('the list of hosts for the firewall', () => {
  test('names those that are called, and no other', () => {
    expect(documented.toSorted()).toEqual(
      [...Object.values(neededHosts), 'the hosts of REFERENT_FILE_HOSTS'].toSorted(),
    );
  });

  test('is that of the addresses in use', () => {
    const identity = { kind: 'single_tenant', appId: 'a', appPassword: 'b', tenantId: 'c' } as const;
    const { keyMetadataUrl, mayBeSentTo, fileAccess, credentials } = trustFor(identity);
    expect(new URL(keyMetadataUrl).host).toBe(neededHosts.keys);
    expect(new URL(AuthenticationConstants.ToChannelFromBotLoginUrlPrefix).host).toBe(neededHosts.login);
    expect(mayBeSentTo).toBe(isTeamsService);
    for (const host of Object.values(neededHosts))
      expect(mayBeSentTo(`https://${host}/`)).toBe(host === neededHosts.service);
    expect([fileAccess, credentials], 'nothing else is built in').toEqual([null, null]);
  });

  test('is whole: no other address stands in the program, and nothing else in it can call one', () => {
    // Names of forms and issuers, pages for readers, and one that leads nowhere (RFC 2606): none is called.
    const names =
      /^(?:schema\.oparl\.org|schema\.org|adaptivecards\.io|api\.botframework\.com|sqlite\.org|referent\.invalid)$/;
    const hosts = sources.flatMap(({ text }) =>
      [...text.matchAll(/https?:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi)].map(([, host = '']) => host),
    );
    expect([...new Set(hosts)].filter((host) => !names.test(host) && !documented.includes(host))).toEqual([]);

    const calls =
      /\bfetch\(|\brequest(?:As\w+)? .*from 'node:https?'|from 'node:(?:net|tls|dgram|http2)'|from '(?:axios|undici|got|node-fetch)'/;
    expect(
      sources
        .filter(({ text }) => calls.test(text))
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual([
      'cli/doctor-checks.ts', // asks the needed hosts, and the bot on this machine, whether they answer
      'features/minutes/files/parse-child.ts', // takes sockets away from the process that reads files
      'teams/file-transfer.ts', // files, from the hosts of the settings
      'teams/public-address.ts', // tells addresses apart, calls none
      'teams/self-test.ts', // knocks on the bot's own door
      'teams/signing-keys.ts', // the channel's keys
    ]);
  });
});

const canCutOff = (() => {
  try {
    execFileSync('unshare', ['-n', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
if (!canCutOff)
  process.stdout.write(
    'SKIPPED: the machine without any network, because none can be taken away here (root is needed)\n',
  );

test.skipIf(!canCutOff)('minutes are imported and asked about on a machine without any network', async () => {
  const { folder, remove } = makeTemporaryFolder();
  try {
    const db = join(folder, 'referent.db');
    const run = async (...args: string[]) => {
      const command = [process.execPath, builtPath('src/cli/main.ts'), ...args, '--db', db];
      return (await promisify(execFile)('unshare', ['-n', ...command])).stdout;
    };
    expect(await run('import', 'seeds/minutes/2020-03-26.docx')).toContain('1 file: 1 new');
    expect(await run('ask', 'mødet 26. marts 2020')).toContain('26. marts 2020');
  } finally {
    remove();
  }
});
