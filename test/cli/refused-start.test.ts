import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { runReferent } from '../support/run-referent.js';
import { makeTemporaryFolder } from '../support/temporary-store.js';

const isLong = process.env.REFERENT_LONG !== undefined;

const canChangeAnswers = (() => {
  try {
    const change = ['-e', 'trace=statfs', '-e', 'inject=statfs:poke_exit=@arg2=6969000000000000'];
    execFileSync('strace', ['-f', '-qq', '-o', '/dev/null', ...change, 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
if (!canChangeAnswers)
  process.stdout.write('SKIPPED: a store on a network share, because strace is not here, too old or not allowed\n');

describe('the bot does not start', () => {
  const { folder, remove } = makeTemporaryFolder();
  afterAll(remove);
  const settingsFor = (file: string) => ({ REFERENT_DB: file, REFERENT_INSECURE_LOCAL: '1', REFERENT_PORT: '0' });

  const settings = [
    'synchronous = 1',
    'journal_mode = delete',
    'foreign_keys = 0',
    'busy_timeout = 100',
    'secure_delete = 0',
    'trusted_schema = 1',
  ];
  test.each(isLong ? settings : settings.slice(0, 1))(
    'but ends with 3 and says why where SQLite runs with a setting of its own: %s',
    async (setting) => {
      const [name = ''] = setting.split(' = ');
      const otherwise = fileURLToPath(new URL('../support/sqlite-set-otherwise.cjs', import.meta.url));
      const { code, stdout, stderr } = await runReferent(['serve'], {
        ...settingsFor(join(folder, `${name}.db`)),
        NODE_OPTIONS: `--require ${otherwise}`,
        SQLITE_SETTING: setting,
      });
      expect(stderr).toContain(`setting ${setting.replace('=', 'is')}, must be`);
      expect(code).toBe(3);
      expect(stdout).not.toContain('listening');
    },
  );

  const shares = { NFS: '6969000000000000', CIFS: '424d53ff00000000', SMB2: '424d53fe00000000' };
  test.skipIf(!canChangeAnswers).each(Object.entries(shares).slice(0, isLong ? 3 : 1))(
    'on a network share, and makes no file there: %s',
    async (name, type) => {
      const file = join(folder, `on-${name}.db`);
      // The system's answer to "what lies here" is changed on its way to the program.
      const { code, stderr } = await runReferent(['serve'], settingsFor(file), [
        ...['strace', '-f', '-qq', '-o', '/dev/null', '-e', 'trace=statfs'],
        ...['-e', `inject=statfs:poke_exit=@arg2=${type}`],
      ]);
      expect(stderr).toContain(`lies on a network file system (${name})`);
      expect(code).toBe(1);
      expect(existsSync(file)).toBe(false);
    },
  );
});
