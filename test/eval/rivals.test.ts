import { describe, expect, it } from 'vitest';
import { createDanishFts5, createFts5 } from '../../eval/rivals/fts5.js';
import { createDanishMiniSearch, createMiniSearch } from '../../eval/rivals/minisearch.js';
import { createPostgres } from '../../eval/rivals/postgres.js';
import type { RivalText } from '../../eval/rivals/rival.js';

const place = (itemNumber: number) => ({ meetingDate: '2024-05-02', itemNumber });
// The right one stands in the middle: an engine that returns rows as they were stored must not look right.
const texts: RivalText[] = [
  { place: place(1), title: 'Godkendelse af dagsorden', body: 'Dagsordenen blev godkendt.' },
  { place: place(2), title: 'Parkering', body: 'Ældrerådet er hørt om pladserne.' },
  { place: place(3), title: 'Ældrepolitik', body: 'Ældrepolitikken sendes i høring hos Ældrerådet.' },
  { place: place(4), title: 'Eventuelt', body: 'Intet.' },
];

describe.each([
  ['FTS5 as it comes', createFts5],
  ['FTS5 with Danish stems', createDanishFts5],
  ['MiniSearch as it comes', createMiniSearch],
  ['MiniSearch with Danish stems', createDanishMiniSearch],
  ['PostgreSQL', createPostgres],
])('%s', (_, create) => {
  it('finds the entry that fits best, and takes a question as it is typed', async () => {
    const rival = await create(texts);
    try {
      expect((await rival.find('hvad med ældrepolitikken?'))[0]).toEqual(place(3));
      expect(await rival.find('zebra')).toEqual([]);
      for (const odd of ['', '" OR *', "' | & ! (:*", 'NEAR(a b)', '🙂']) await rival.find(odd);
    } finally {
      await rival.close();
    }
  });
});
