import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Audience } from '../../../src/domain/access.js';
import type { AgendaItem } from '../../../src/domain/agenda-item.js';
import type { CaseNumber } from '../../../src/domain/case-number.js';
import { findEarlierDecisions } from '../../../src/features/decisions/earlier-decisions.js';
import { analyseDocument } from '../../../src/search/analyse-document.js';
import { sampleDocument, sampleItem, toSave } from '../../support/sample-document.js';
import { openTemporaryStore, type TemporaryStore } from '../../support/temporary-store.js';

const caseNumber = (text: string): CaseNumber => ({
  text,
  subject: text.slice(0, 8),
  facet: 'P20',
  sequence: 7,
  year: 2024,
});
const square = caseNumber('05.01.10-P20-7-24');
/** The number the forum writes on whatever has no case of its own. */
const houseKeeping = caseNumber('00.01.00-P35-1-24');

const decided = (number: number, topic: string, changes: Partial<AgendaItem> = {}): AgendaItem => {
  const decision = `Chefforum godkendte punktet om ${topic.toLowerCase()}.`;
  const sections = [{ kind: 'decision' as const, heading: 'Beslutning', text: decision, lines: { first: 1, last: 1 } }];
  return sampleItem(number, { title: topic, topic, decision, sections, ...changes });
};

const approval = decided(1, 'Godkendelse af dagsorden', { kind: 'approval', caseNumber: houseKeeping });

describe('"Tidligere" on an item of a coming meeting', () => {
  let temporary: TemporaryStore;
  let audience: Audience;
  let entitled: Audience;
  beforeAll(async () => {
    temporary = await openTemporaryStore();
    const { store } = temporary;
    const { id } = await store.forums.ensureForum('home', 'Chefforum');
    audience = { forumIds: [id], sees: 'open' };
    entitled = { forumIds: [id], sees: 'open_and_closed' };
    const meetings: Record<string, AgendaItem[]> = {
      '2024-01-10': [approval, decided(2, 'Rådhuspladsen: skitse', { caseNumber: square })],
      '2024-02-07': [approval, decided(2, 'Cykelstativer ved rådhuset', { caseNumber: square })],
      '2024-03-06': [approval, decided(2, 'Torvets belægning', { caseNumber: square, decision: null, sections: [] })],
      '2024-04-10': [approval, decided(2, 'Lukket handel om pladsen', { caseNumber: square, access: 'closed' })],
      '2024-05-08': [approval, decided(2, 'Træer på torvet', { caseNumber: square })],
      '2024-06-05': [approval, decided(2, 'Sommerfest for ansatte', { caseNumber: houseKeeping })],
      '2024-08-14': [approval, decided(2, 'Ny telefonaftale', { caseNumber: houseKeeping })],
      '2024-12-04': [approval, decided(2, 'Rådhuspladsen: regnskab', { caseNumber: square })],
    };
    for (const [date, items] of Object.entries(meetings)) {
      const document = sampleDocument(date, { items });
      await store.minutes.saveDocument(toSave(id, document, { entries: analyseDocument(document) }));
    }
  });
  afterAll(() => temporary.remove());

  const find = async (item: Partial<AgendaItem>, { by = audience, before = '2024-11-20', limit = 3 } = {}) => {
    const { search, minutes } = temporary.store;
    const deps = { search, minutes, clock: { now: () => new Date('2024-11-18T08:00:00Z') } };
    const found = await findEarlierDecisions(deps, by, sampleItem(4, { topic: 'Byens plads', ...item }), before, limit);
    return found.map(({ meetingDate, item: { number } }) => `${meetingDate} ${number}`);
  };

  it('is what was decided on its case before, newest first, whatever it was called then', async () => {
    expect(await find({ caseNumber: square })).toEqual(['2024-05-08 2', '2024-02-07 2', '2024-01-10 2']);
  });

  it('is of meetings before its own alone, and never more than asked for', async () => {
    expect(await find({ caseNumber: square }, { before: '2024-02-07' })).toEqual(['2024-01-10 2']);
    expect(await find({ caseNumber: square }, { limit: 2 })).toHaveLength(2);
  });

  it('holds a closed decision for those alone who may see it', async () => {
    const all = { limit: 10 };
    expect(await find({ caseNumber: square }, all)).not.toContain('2024-04-10 2');
    expect(await find({ caseNumber: square }, { ...all, by: entitled })).toContain('2024-04-10 2');
  });

  it('makes no thread of a number that stands on standing items too', async () => {
    expect(await find({ caseNumber: houseKeeping, topic: 'Byens plads', title: 'Byens plads' })).toEqual([]);
  });

  it('is nothing for the items every agenda has', async () => {
    expect(await find({ kind: 'approval', topic: 'Godkendelse af dagsorden', caseNumber: houseKeeping })).toEqual([]);
  });

  it('is the same topic where there is no case', async () => {
    expect(await find({ caseNumber: null, topic: 'Ny telefonaftale', title: 'Ny telefonaftale' })).toEqual([
      '2024-08-14 2',
    ]);
  });
});
