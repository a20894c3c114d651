import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { acquireServeLock } from '../../src/store/sqlite/serve-lock.js';
import { hostileFiles } from '../support/hostile-files.js';
import { minutesText } from '../support/minutes-text.js';
import { runReferent } from '../support/run-referent.js';
import { makeTemporaryFolder } from '../support/temporary-store.js';

const march = { day: 7, month: 'marts', year: 2024 } as const;
const items = [
  { title: 'CF - Budgetopfølgning v. Marcus (9:05-9:35)', decision: 'Taget til efterretning.' },
  { title: 'CF - Trivselsmåling', decision: 'Godkendt.' },
];

// Each of these starts processes; on a busy machine a start takes seconds.
describe('the command line', () => {
  let place: ReturnType<typeof makeTemporaryFolder>;
  let database: string;
  let file: string;

  beforeEach(() => {
    place = makeTemporaryFolder();
    database = join(place.folder, 'data', 'referent.db');
    file = join(place.folder, 'referat.txt');
    writeFileSync(file, minutesText(march, items));
  });
  afterEach(() => place.remove());

  const run = (...args: string[]) => runReferent(args, { REFERENT_DB: database });

  describe('parse', () => {
    test('prints what was understood and touches no store', async () => {
      const plain = await run('parse', file);
      expect(plain).toMatchObject({ code: 0, stderr: '' });
      expect(plain.stdout).toContain('minutes · Chefforum · 2024-03-07');
      expect(plain.stdout).toContain('Budgetopfølgning');

      const json = await run('parse', file, '--json');
      expect(json).toMatchObject({ code: 0, stderr: '' });
      const parsed = JSON.parse(json.stdout);
      expect(parsed).toMatchObject({ kind: 'minutes', forum: 'Chefforum', date: '2024-03-07', place: 'Byrådssalen' });
      expect(parsed.items[0]).toMatchObject({
        number: 1,
        timeSlot: { start: '09:05', end: '09:35' },
        durationMinutes: 30,
      });
      expect(parsed.items[1].sections).toEqual([
        { kind: 'occasion', heading: 'Anledning', text: 'Sagen skal behandles.' },
        { kind: 'decision', heading: 'Beslutning', text: 'Godkendt.' },
      ]);
      expect(existsSync(database)).toBe(false);
    });

    test('names the file that is at fault on stderr, and ends with 1', async () => {
      writeFileSync(file, '');
      const { code, stdout, stderr } = await run('parse', file, '--json');
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      const told = stderr.split('\n').filter((line) => line.includes('.txt'));
      expect(told).toEqual([expect.stringContaining('referat.txt: ')]);
      expect(await run('parse', join(place.folder, 'nej.txt'))).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('there is no such file'),
      });
    });
  });

  describe('a file made to break its reader', () => {
    const breaking = hostileFiles.find(({ what }) => what === 'elements within each other without end');

    test('ends the command with a plain word, and the rest of the folder is read', async () => {
      const path = join(place.folder, 'a.docx');
      writeFileSync(path, breaking?.make() ?? '');
      const parsed = await run('parse', path);
      expect(parsed).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^[^\n]*a\.docx: [^\n]+\n$/) });
      const imported = await run('import', place.folder);
      expect(imported).toMatchObject({ code: 1, stdout: expect.stringContaining('2 files: 1 new, 1 failed') });
    });

    test('and one whose name breaks lines stands on one line', async () => {
      // Alone there: with others, a slow machine would also say how far it has come.
      const folder = join(place.folder, 'alone');
      mkdirSync(folder);
      writeFileSync(join(folder, 'a\nnew b\u001b[2J.txt'), 'intet referat');
      const { stderr } = await run('import', folder);
      expect(stderr.trimEnd().split('\n')).toEqual([expect.stringContaining('a\\u000anew b\\u001b[2J.txt: ')]);
    });
  });

  describe('import', () => {
    test('reports each file, and takes an import back', async () => {
      const first = await run('import', file, '--json');
      expect(first).toMatchObject({ code: 0, stderr: '' });
      expect(JSON.parse(first.stdout)).toEqual({
        files: [
          {
            path: file,
            status: 'new',
            meeting: '2024-03-07',
            kind: 'minutes',
            items: 2,
            closedItems: [],
            findings: expect.any(Array),
            error: null,
          },
        ],
      });
      const second = await run('import', file);
      expect(second.stdout).toMatch(/^unchanged +.*referat\.txt: minutes of 2024-03-07, 2 items/m);
      expect(second.stdout).toContain('1 file: 1 unchanged');
      const undone = await run('import', '--undo', 'referat.txt');
      expect(undone).toMatchObject({ code: 0, stdout: expect.stringContaining('gone from the archive') });
      expect(await run('import', '--undo', '2024-03-07')).toMatchObject({ code: 1, stderr: 'no such import\n' });
    });

    test('ends with 1 when a file failed, after importing the others', async () => {
      writeFileSync(join(place.folder, 'a-tom.txt'), '');
      const { code, stdout, stderr } = await run('import', place.folder, '--json');
      expect(code).toBe(1);
      const statuses = JSON.parse(stdout).files.map(({ status }: { status: string }) => status);
      expect(statuses).toEqual(['failed', 'new']);
      expect(stderr).toContain('a-tom.txt: ');
    });

    test('closes the items named', async () => {
      const { code, stdout } = await run('import', file, '--closed-items', '2', '--json');
      expect({ code, closed: JSON.parse(stdout).files[0].closedItems }).toEqual({ code: 0, closed: [2] });
      expect(await run('import', file, '--closed-items', '7')).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('there is no item 7 to close'),
      });
    });

    test('may run while the bot serves the store', async () => {
      mkdirSync(join(place.folder, 'data'));
      const lock = await acquireServeLock(database);
      expect(await run('import', file)).toMatchObject({ code: 0 });
      lock.release();
    });
  });

  test('ends with 2 and says why when it is used wrongly', async () => {
    const wrong = [
      ['nonsense'],
      ['parse'],
      ['parse', file, '--nonsense'],
      ['import'],
      ['import', file, '--undo', '2024-03-07'],
      ['import', file, '--closed-items', 'to'],
      ['questions'],
      ['questions', '--unanswered', '--since', '2024-02-30'],
      ['questions', '--unanswered', '--limit', '0'],
    ];
    for (const args of wrong) {
      const { code, stdout, stderr } = await run(...args);
      expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: '' });
      expect(stderr).toMatch(/^error: /);
    }
  });

  test('helps, with every command named', async () => {
    const { code, stdout } = await run('--help');
    expect(code).toBe(0);
    for (const command of ['parse', 'import', 'ask', 'questions', 'serve', 'replay', 'backup', 'restore', 'doctor'])
      expect(stdout).toContain(`  ${command} `);
  });

  test('ends with 3 and leaves the file alone when the store is damaged', async () => {
    mkdirSync(join(place.folder, 'data'));
    copyFileSync(file, database);
    const { code, stdout, stderr } = await run('import', file, '--json');
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(/not a SQLite database.*referent restore/);
    const doctor = await run('doctor');
    expect(doctor.code).toBe(3);
    expect(doctor.stdout).toMatch(/fejl +Arkivet .*er beskadiget.*\n.*not a SQLite database.*\n.*→ .*referent restore/);
    expect(execFileSync('cmp', [file, database])).toHaveLength(0);
  });

  test('ends with 4 when a second bot is started on the store', async () => {
    mkdirSync(join(place.folder, 'data'));
    const lock = await acquireServeLock(database);
    const local = { REFERENT_DB: database, REFERENT_INSECURE_LOCAL: '1', REFERENT_PORT: '0' };
    const { code, stderr } = await runReferent(['serve'], local);
    expect({ code, stderr }).toEqual({ code: 4, stderr: expect.stringContaining('already served') });
    lock.release();
  });

  test('doctor says what to mend, and is content with a sound installation', async () => {
    const fresh = await run('doctor', '--json');
    expect(fresh.code).toBe(1);
    const { checks } = JSON.parse(fresh.stdout);
    expect(checks).toContainEqual({
      check: 'settings',
      status: 'fault',
      lines: [expect.stringContaining('indstillinger mangler')],
      details: expect.arrayContaining(['MicrosoftAppId: missing']),
      mend: expect.stringContaining('.env.example'),
    });
    expect(existsSync(database)).toBe(false);

    await run('import', file);
    const local = { REFERENT_DB: database, REFERENT_INSECURE_LOCAL: '1', REFERENT_PORT: '0' };
    const sound = await runReferent(['doctor', '--json'], local);
    expect(JSON.parse(sound.stdout)).toMatchObject({ well: true });
    expect(sound.code).toBe(0);
  });
});
