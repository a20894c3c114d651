import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { questionKey } from '../../src/danish/question-key.js';
import { noIntents } from '../../src/domain/outgoing-message.js';
import { runReferent } from '../support/run-referent.js';
import { sampleDocument, sampleItem, toSave } from '../support/sample-document.js';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.js';

const forever = { removeBefore: '', forgetMessagesBefore: '' };

// Each run starts a process; on a busy machine a start takes seconds.
describe('referent questions --unanswered', () => {
  let place: TemporaryStore;

  beforeEach(async () => {
    place = await openTemporaryStore();
  });
  afterEach(() => place.remove());

  const run = (...args: string[]) => runReferent(['questions', '--unanswered', '--db', place.file, ...args]);

  async function fill(): Promise<void> {
    const { questions, minutes, forums } = place.store;
    const forum = await forums.ensureForum('home', 'Chefforum');
    const items = [sampleItem(1, { title: 'Sygefravær' }), sampleItem(2, { title: 'Fyring', access: 'closed' })];
    const { meetingId } = await minutes.saveDocument(toSave(forum.id, sampleDocument('2024-03-07', { items })));
    const asked = {
      forumId: forum.id,
      context: null,
      cited: [],
      messageKey: null,
      status: 'not_found',
    } as const;
    const keep = (askedOn: string, question: string, changes = {}) =>
      questions.keepQuestion({ ...asked, askedOn, question, ...changes }, forever);
    await keep('2026-01-07', 'hvad koster parkering?');
    await keep('2026-02-03', 'Hvad koster parkering');
    await keep('2026-02-02', 'og hvem betaler?', { context: 'hvad koster parkering?' });
    // Item 2 was open when it was cited.
    const cited = [1, 2].map((itemNumber) => ({ meetingId, itemNumber }));
    await keep('2026-03-01', 'hvad er målet for sygefravær?', { status: 'answered', cited, messageKey: 'svar' });
    await keep('2026-03-02', 'besvaret', { status: 'answered' });
    const thumb = { messageKey: 'svar', givenOn: '2026-03-01', replaces: null };
    await questions.keepFeedback({ ...thumb, reaction: 'dislike', comment: 'det gamle mål\nblev vist' });
    await questions.keepFeedback({ ...thumb, reaction: 'like', comment: 'fint' });
  }

  test('says plainly that there is nothing to list', async () => {
    expect(await run()).toEqual({ code: 0, stdout: 'nothing was asked in vain\n', stderr: '' });
    expect(JSON.parse((await run('--json')).stdout)).toEqual({ total: 0, questions: [] });
  });

  test('tells how it is used, and that it wants to know which questions', async () => {
    const { code, stdout } = await runReferent(['questions', '--help']);
    expect(code).toBe(0);
    for (const option of ['--unanswered', '--worth-adding', '--since <date>', '--limit <number>', '--json', 'no names'])
      expect(stdout).toContain(option);
    const without = await runReferent(['questions', '--db', place.file]);
    expect(without.code).not.toBe(0);
    expect(without.stdout + without.stderr).toContain("required option '--unanswered' not specified");
  });

  test('lists each question once, newest first, with why, and without items closed since', async () => {
    await fill();
    const { code, stdout } = await run();
    expect(code).toBe(0);
    expect(stdout.split('\n')).toEqual([
      '2026-03-01    1x hvad er målet for sygefravær?',
      '                 thumbs down 1',
      '                 cited: 2024-03-07 item 1: Sygefravær',
      '                 "det gamle mål blev vist"',
      '2026-02-03    2x Hvad koster parkering',
      '                 not found 2',
      '2026-02-02    1x og hvem betaler?',
      '                 after: hvad koster parkering?',
      '                 not found 1',
      '',
    ]);
  });

  test('gives the same as JSON, from a day on, and no more than asked for', async () => {
    await fill();
    const since = JSON.parse((await run('--json', '--since', '2026-02-03')).stdout);
    expect(since).toMatchObject({ total: 2, questions: [{}, { count: 1, firstAsked: '2026-02-03' }] });
    expect(since.questions[0]).toEqual({
      question: 'hvad er målet for sygefravær?',
      context: null,
      count: 1,
      firstAsked: '2026-03-01',
      lastAsked: '2026-03-01',
      notFound: 0,
      thumbsDown: 1,
      isWorthAdding: false,
      comments: ['det gamle mål\nblev vist'],
      cited: [{ meetingDate: '2024-03-07', itemNumber: 1, title: 'Sygefravær' }],
    });
    const { stdout } = await run('--limit', '1');
    expect(stdout).toMatch(/\n2 more questions; see --limit\n$/);
  });

  test('shows what the secretariat marked as worth adding, and nothing asked by those who see closed items', async () => {
    await fill();
    const { enquiries, forums } = place.store;
    const forum = await forums.ensureForum('home', 'Chefforum');
    const mark = async (question: string, access: 'open' | 'closed'): Promise<void> => {
      const asked = await enquiries.ask(
        {
          forumId: forum.id,
          access,
          asker: { person: { tenantId: 'tenant', objectId: 'ida' }, name: 'Ida Holm' },
          question,
          context: null,
          questionKey: questionKey(question, null),
          searched: { topic: 'parkering', meetingCount: 1, firstYear: 2024, lastYear: 2024 },
          askedAt: new Date('2026-03-03T08:00:00Z'),
        },
        10,
        () => noIntents,
      );
      await enquiries.mark(asked?.enquiry.id ?? '', true);
    };
    await mark('hvad koster PARKERING', 'open');
    await mark('hvem har nøglen?', 'open');
    await mark('hvorfor blev hun fyret?', 'closed');
    expect((await run('--worth-adding')).stdout.split('\n')).toEqual([
      '2026-03-03    1x hvem har nøglen?',
      '                 worth adding to the minutes, says the secretariat',
      '                 not found 1',
      '2026-02-03    2x Hvad koster parkering',
      '                 worth adding to the minutes, says the secretariat',
      '                 not found 2',
      '',
    ]);
    expect((await run()).stdout).not.toMatch(/fyret|Ida Holm/);
  });
});
