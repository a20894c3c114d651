import { afterAll, describe, expect, test } from 'vitest';
import { openTemporaryStore } from '../../support/temporary-store.js';

const now = new Date('2026-11-02T08:00:00Z');
const opened = await openTemporaryStore();
afterAll(opened.remove);
const { inbound, forums, questions, check } = opened.store;

describe('what need not wait for the disk', () => {
  test('leaves the store as it was set: everything else is written through', async () => {
    expect(await inbound.begin('one', now)).toBe('first');
    await inbound.keepReply('one', 'the reply');
    expect(await check()).toEqual([]);
  });

  test('and so when it fails', async () => {
    const question = {
      forumId: 'a forum that is not there',
      askedOn: '2026-11-02',
      question: 'Hvad blev besluttet om kantinen?',
      context: null,
      status: 'answered',
      cited: [],
      messageKey: null,
    } as const;
    const limits = { removeBefore: '2025-11-02', forgetMessagesBefore: '2026-10-02' };
    await expect(questions.keepQuestion(question, limits)).rejects.toThrow(/FOREIGN KEY/);
    expect(await check()).toEqual([]);
    // Nothing of it is in the way of the next.
    await forums.ensureForum('nordvang', 'Chefforum');
    expect(await inbound.begin('one', now)).toEqual({ reply: 'the reply' });
  });
});
