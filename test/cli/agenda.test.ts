import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toLocalTime } from '../../src/danish/date-format.js';
import { addDays } from '../../src/danish/dates.js';
import { homeTenant } from '../../src/domain/home-tenant.js';
import { fillAgendaDates } from '../../src/features/agenda/fill-agenda-dates.js';
import { agendaInPdf, agendaInPlainText, agendaInWord } from '../support/agenda-file.js';
import { runReferent } from '../support/run-referent.js';
import { sampleReference } from '../support/sample-register.js';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.js';

const date = addDays(toLocalTime(new Date()).date, 60);

// The tests go on with one agenda; each run starts a process.
describe('referent agenda', () => {
  let place: TemporaryStore;
  let forumId: string;
  beforeAll(async () => {
    place = await openTemporaryStore();
    ({ id: forumId } = await place.store.forums.ensureForum(homeTenant, 'Chefforum'));
    await place.store.conversations.bindChannel(forumId, sampleReference('19:forum@thread.tacv2', 'channel'));
  });
  afterAll(() => place.remove());

  const run = (...args: string[]) => runReferent(['agenda', ...args, '--db', place.file]);
  const write = (name: string, content: string | Uint8Array): string => {
    const file = join(dirname(place.file), name);
    writeFileSync(file, content);
    return file;
  };
  const dueKinds = async () =>
    (await place.store.outbox.takeJobs({ holder: 'test', now: new Date(), leaseMs: 1, limit: 50 })).map(
      ({ kind }) => kind,
    );

  test('check says what is odd in a document, and keeps nothing', async () => {
    const { code, stdout } = await run('check', write('dagsorden.docx', await agendaInWord(date)));
    expect(code).toBe(0);
    expect(stdout).toContain(`draft     ${date} Chefforum, 9 items`);
    expect(stdout).toContain('case_number_malformed: Punkt 4: sagsnummeret "81.38.00-P35-3" ser forkert ud.');
    expect(await place.store.agendas.listAgendas(forumId, ['draft'])).toEqual([]);
  });

  test.each([
    ['dagsorden.pdf', agendaInPdf],
    ['dagsorden.txt', agendaInPlainText],
  ])('check reads the same of %s', async (name, make) => {
    const { code, stdout } = await run('check', write(name, await make(date)));
    expect(code).toBe(0);
    expect(stdout).toContain(`draft     ${date} Chefforum, 9 items`);
    expect(stdout).toContain('case_number_malformed: Punkt 4: sagsnummeret "81.38.00-P35-3" ser forkert ud.');
  });

  test('import makes a draft, and puts another in its place only when told to', async () => {
    const word = write('dagsorden.docx', await agendaInWord(date));
    expect((await run('import', word)).stdout).toMatch(/^new: draft[\s\S]*2 findings/);
    const seed = readFileSync(new URL('../../seeds/agenda/dagsorden.md', import.meta.url), 'utf8');
    const markdown = write('dagsorden.md', fillAgendaDates(seed, date).replace('Mødelokale 4', 'Byrådssalen'));
    const refused = await run('import', markdown);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('--replace puts this one in its place');
    expect(refused.stderr).toContain('Nyt sted: Byrådssalen, Rådhuset');
    expect((await run('import', markdown, '--replace')).stdout).toMatch(/^replaced: draft/);
    expect(await place.store.agendas.listAgendas(forumId, ['draft'])).toMatchObject([
      { place: 'Byrådssalen, Rådhuset' },
    ]);
  });

  test('takes no agenda of another forum for this one’s, neither to keep nor to check', async () => {
    const seed = readFileSync(new URL('../../seeds/agenda/dagsorden.md', import.meta.url), 'utf8');
    const other = fillAgendaDates(seed, addDays(date, 7)).replace('DAGSORDEN Chefforum', 'DAGSORDEN Direktionen');
    const file = write('direktionen.md', other);
    for (const command of ['import', 'check']) {
      const refused = await run(command, file);
      expect(refused.code).toBe(1);
      expect(refused.stderr).toContain('the agenda is for Direktionen, and this is Chefforum');
    }
    const kept = await place.store.agendas.listAgendas(forumId, ['draft', 'withdrawn']);
    expect(kept.map((agenda) => agenda.date)).not.toContain(addDays(date, 7));
  });

  test('publish sends the card and has the chefs asked, as from the chat', async () => {
    expect((await run('publish', date, '--accept-findings')).stdout).toContain(`published ${date}`);
    const messages = await place.store.outbox.listMessages(forumId, ['waiting'], 10);
    expect(messages.map(({ kind }) => kind)).toEqual(['agenda.card']);
    expect(await dueKinds()).toEqual(expect.arrayContaining(['agenda.archive', 'input.open']));
  });

  test('withdraw takes it back and keeps why', async () => {
    expect((await run('withdraw', date, '--reason', 'Forkert udgave.')).stdout).toContain(`withdrawn ${date}`);
    const withdrawn = await place.store.agendas.listAgendas(forumId, ['withdrawn']);
    const published = withdrawn.find(({ publishedAt }) => publishedAt !== null);
    const [change] = await place.store.agendas.listChanges(published?.id ?? '');
    expect(change?.reason).toBe('Forkert udgave.');
    const { agendas } = JSON.parse((await run('list', '--json')).stdout);
    expect(agendas).toContainEqual(expect.objectContaining({ date, state: 'withdrawn' }));
  });
});
