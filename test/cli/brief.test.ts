import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import mammoth from 'mammoth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { homeTenant } from '../../src/domain/home-tenant.js';
import type { InputValue } from '../../src/domain/input.js';
import { noIntents } from '../../src/domain/outgoing-message.js';
import { runReferent } from '../support/run-referent.js';
import { sampleAgenda, sampleEntry } from '../support/sample-agenda.js';
import { sampleAnswer, sampleRequest, sampleRespondent, sampleRound, saveAnswer } from '../support/sample-input.js';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.js';

let kept: TemporaryStore;

beforeAll(async () => {
  kept = await openTemporaryStore();
  const { forums, agendas, input } = kept.store;
  const { id: forumId } = await forums.ensureForum(homeTenant, 'Chefforum');
  const entries = [
    sampleEntry(1, { title: 'Budget 2028', topic: 'Budget 2028' }),
    sampleEntry(2, { title: 'Lokaleplan', topic: 'Lokaleplan', access: 'closed' }),
  ];
  const agenda = await agendas.createAgenda(
    sampleAgenda(forumId, { entries, state: 'published', publishedAt: new Date() }),
    { note: 'Lavet', by: null, at: new Date() },
  );
  const round = sampleRound(forumId, { agendaId: agenda.id, visibility: 'forum_after_deadline' });
  const [first, second] = entries;
  const open = sampleRequest(round, first ?? null, { kind: 'nomination', atLeast: 1, atMost: 1 });
  const closed = sampleRequest(round, second ?? null, { kind: 'stance' }, { access: 'closed' });
  const ida = sampleRespondent(round, 'ida', { seesClosed: true });
  await input.openRound({ round, requests: [open, closed], respondents: [ida] }, noIntents);
  const named: InputValue = { kind: 'nomination', persons: [{ name: '=1+1', title: 'Teamleder' }] };
  const said: InputValue = { kind: 'stance', choice: 'reservation', text: 'Kanariefugl.' };
  await saveAnswer({ input }, sampleAnswer(open, ida, named), new Date('2026-11-20T08:00:00Z'));
  await saveAnswer({ input }, sampleAnswer(closed, ida, said), new Date('2026-11-20T08:00:00Z'));
  await input.saveRound({ ...round, state: 'closed' }, new Date('2026-11-23T11:00:00Z'), noIntents);
});
afterAll(() => kept.remove());

const brief = (...rest: string[]) => runReferent(['brief', '2026-11-25', '--db', kept.file, ...rest]);

test('`referent brief` prints what chair and secretary read, and writes it as Word and as a table no formula can hide in', async () => {
  const { code, stdout } = await brief();
  expect(code).toBe(0);
  expect(stdout).toContain('Input til Chefforum onsdag 25. november 2026');
  expect(stdout).toContain('Forbehold. Kanariefugl.');
  const docx = join(dirname(kept.file), 'brief.docx');
  const csv = join(dirname(kept.file), 'brief.csv');
  expect((await brief('--docx', docx, '--csv', csv)).code).toBe(0);
  const { value } = await mammoth.extractRawText({ buffer: await readFile(docx) });
  expect(value).toContain('Kanariefugl.');
  expect(await readFile(csv, 'utf8')).toContain(`"'=1+1"`);
});

test('`referent brief --forum --json` holds what the forum may read, and nothing of a closed item', async () => {
  const { stdout } = await brief('--forum', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ date: '2026-11-25', state: 'closed', answered: 1, asked: 1 });
  expect(stdout).not.toContain('Kanariefugl');
  expect(stdout).not.toContain('Lokaleplan');
});

test('`referent brief` says so where nobody was asked, and where it is given no date', async () => {
  const unknown = await runReferent(['brief', '2026-12-09', '--db', kept.file]);
  expect(unknown.code).not.toBe(0);
  expect(unknown.stderr).toContain('nobody was asked for input');
  const noDate = await runReferent(['brief', 'snart', '--db', kept.file]);
  expect(noDate.stderr).toContain('not a date');
});
