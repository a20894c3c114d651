import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { minutesText } from '../support/minutes-text.js';
import { runReferent } from '../support/run-referent.js';
import { makeTemporaryFolder } from '../support/temporary-store.js';

const must = [{ meetingDate: '2024-03-07', itemNumber: 2 }];
const known = { id: 'a', q: 'trivselsmåling', type: 'decision', must, also: [], answer: 'Godkendt', half: 'report' };
const unknown = { id: 'b', q: 'flodheste', type: 'unanswerable', must: [], also: [], answer: null, half: 'tune' };

describe('eval', () => {
  let place: ReturnType<typeof makeTemporaryFolder>;
  let questions: string;

  beforeEach(() => {
    place = makeTemporaryFolder();
    questions = join(place.folder, 'questions.jsonl');
  });
  afterEach(() => place.remove());

  const run = (...args: string[]) => runReferent(args, { REFERENT_DB: join(place.folder, 'referent.db') });
  const write = (...lines: unknown[]) =>
    writeFileSync(questions, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));

  test('measures a set of questions against the archive', async () => {
    const file = join(place.folder, 'referat.txt');
    const items = [
      { title: 'CF - Budgetopfølgning', decision: 'Taget til efterretning.' },
      { title: 'CF - Trivselsmåling', decision: 'Godkendt.' },
    ];
    writeFileSync(file, minutesText({ day: 7, month: 'marts', year: 2024 }, items));
    expect(await run('import', file)).toMatchObject({ code: 0 });

    write(known, unknown);
    const all = await run('eval', questions, '--json');
    expect(all).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(all.stdout).types.all).toMatchObject({
      first: { right: 1, of: 1 },
      refused: { right: 1, of: 1 },
      falselyRefused: { right: 0, of: 1 },
    });

    const half = await run('eval', questions, '--half', 'tune');
    expect(half).toMatchObject({ code: 0, stderr: '' });
    expect(half.stdout).toContain('unanswerable');
    expect(half.stdout).not.toContain('decision');
  });

  test('names every malformed line, and ends with 1', async () => {
    write(known, 'nonsense', { ...known, must: [{ meetingDate: 'i går', itemNumber: 1 }] });
    const { code, stdout, stderr } = await run('eval', questions);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringContaining('questions.jsonl:2: '),
      expect.stringContaining('questions.jsonl:3: must.0.meetingDate'),
    ]);
    expect(await run('eval', join(place.folder, 'nej.jsonl'))).toMatchObject({ code: 1 });
  });
});
