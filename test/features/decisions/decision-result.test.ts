import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AdaptiveCard } from '../../../src/cards/adaptive-card.js';
import { systemClock } from '../../../src/domain/clock.js';
import { decisionResult } from '../../../src/features/decisions/decision-card.js';
import { findDecisions } from '../../../src/features/decisions/find-decisions.js';
import { importSeeds } from '../../../src/features/minutes/import-seeds.js';
import type { Forum, StoredItem } from '../../../src/store/ports.js';
import { textsOf } from '../../support/card-contents.js';
import { sampleItem } from '../../support/sample-document.js';
import { openTemporaryStore, type TemporaryStore } from '../../support/temporary-store.js';

const lines = { first: 1, last: 1 };

const decided = (decision: string, recommendation = ''): StoredItem => ({
  meetingId: 'meeting',
  forumId: 'forum',
  forum: 'Chefforum',
  kind: 'minutes',
  meetingDate: '2023-03-16',
  fileName: '2023-03-16.txt',
  item: sampleItem(6, {
    topic: 'Kommunikationsnetværk',
    decision,
    sections: [
      { kind: 'recommendation', heading: 'Indstilling', text: recommendation, lines },
      { kind: 'decision', heading: 'Beslutning', text: decision, lines },
    ],
  }),
});

const textsFor = (...args: Parameters<typeof decided>): string[] => textsOf(decisionResult(decided(...args))?.card);

describe('a decision to be put into a conversation', () => {
  const long = 'Hver afdeling udpeger en medarbejder til netværket, som mødes første gang i april måned. '
    .repeat(3)
    .trim();

  it('stands in the minutes’ own words, with meeting, item and section', () => {
    expect(textsFor(long, 'at netværket oprettes')).toEqual([
      'Kommunikationsnetværk',
      long,
      'Chefforum torsdag 16. marts 2023, punkt 6, Beslutning',
    ]);
  });

  it('says what was recommended where the decision alone says little', () => {
    expect(textsFor('Indstillingen blev godkendt.', 'at netværket oprettes')).toEqual([
      'Kommunikationsnetværk',
      'Indstillingen blev godkendt.',
      'Chefforum torsdag 16. marts 2023, punkt 6, Beslutning',
      'at netværket oprettes',
      'Chefforum torsdag 16. marts 2023, punkt 6, Indstilling',
    ]);
  });

  it('marks what is left out, in the text and below it', () => {
    const paragraphs = Array.from({ length: 30 }, (_, index) => `${index + 1}. afsnit. ${long}`);
    const texts = textsFor(paragraphs.join('\n\n'));
    const excerpt = texts.slice(1, -2);
    expect(excerpt.at(-1)).toMatch(/…$/);
    expect(texts.at(-2)).toBe('Uddrag. Resten står i referatet.');
    expect(texts.at(-1)).toContain('punkt 6, Beslutning');
  });

  it('is none where the item has no section with its decision', () => {
    const stored = decided('');
    expect(decisionResult(stored)).toBeUndefined();
  });
});

describe('the decisions of the seeds', () => {
  let temporary: TemporaryStore;
  let forum: Forum;
  beforeAll(async () => {
    temporary = await openTemporaryStore();
    forum = await temporary.store.forums.ensureForum('home', 'Chefforum');
    await importSeeds({ store: temporary.store, forum, clock: systemClock }, 'seeds');
  });
  afterAll(() => temporary.remove());

  const find = (text: string, count: number) =>
    findDecisions({ ...temporary.store, clock: systemClock }, { forumIds: [forum.id], sees: 'open' }, text, {
      skip: 0,
      count,
    });

  /** Marks of lists and emphasis are drawn otherwise on a card than in a file. */
  const bare = (text: string): string => text.replace(/[\s\\•–*-]/g, '');
  const wordsOf = (stored: StoredItem): string => bare(stored.item.sections.map(({ text }) => text).join('\n'));
  const quoted = (card: AdaptiveCard): string[] =>
    textsOf(card)
      .slice(1)
      .filter(
        (text) => !text.startsWith('Uddrag') && !/^Chefforum \S+ \d+\. \S+ \d{4}, punkt/.test(text) && text !== '…',
      );

  it('are each quoted letter for letter', async () => {
    const all = await find('', 1000);
    expect(all.length).toBeGreaterThan(60);
    for (const stored of all) {
      const card = decisionResult(stored)?.card;
      expect(card, stored.item.topic).toBeDefined();
      if (card === undefined) continue;
      for (const text of quoted(card)) expect(wordsOf(stored)).toContain(bare(text.replace(/…$/, '')));
    }
  });

  it('are found by every beginning of a word from three letters on', async () => {
    const title = async (text: string) => (await find(text, 10)).map(({ item }) => item.topic);
    const word = 'sygefravær';
    for (let length = 3; length <= word.length; length += 1)
      expect(await title(word.slice(0, length)), word.slice(0, length)).toContainEqual(
        expect.stringMatching(/sygefravær/i),
      );
  });

  it('never come from a coming meeting’s agenda', async () => {
    for (const text of ['', 'budget', 'dagsorden'])
      for (const { kind } of await find(text, 50)) expect(kind).toBe('minutes');
  });
});
