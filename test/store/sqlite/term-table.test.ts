import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../../src/domain/clock.js';
import { runThrough } from '../../../src/domain/steps.js';
import type { Store } from '../../../src/store/ports.js';
import { openStore } from '../../../src/store/sqlite/open-store.js';
import { TermTable } from '../../../src/store/sqlite/term-table.js';
import { sampleDocument, sampleItem, toSave } from '../../support/sample-document.js';
import { makeTemporaryFolder } from '../../support/temporary-store.js';

describe('the list of terms', () => {
  let place: ReturnType<typeof makeTemporaryFolder>;
  let store: Store;
  let database: Database.Database;
  let forumId: string;

  beforeEach(async () => {
    place = makeTemporaryFolder();
    const file = join(place.folder, 'referent.db');
    store = await openStore({ file, clock: systemClock });
    forumId = (await store.forums.ensureForum('home', 'Chefforum')).id;
    database = new Database(file);
  });
  afterEach(async () => {
    database.close();
    await store.close();
    place.remove();
  });

  const listed = (): Map<string, number> =>
    new Map(
      database
        .prepare<[], { id: number; term: string }>('select id, term from search_terms')
        .all()
        .map(({ id, term }) => [term, id]),
    );
  const numbersFor = (table: TermTable, ...terms: string[]): number[] =>
    terms.map(runThrough(table.numbersFor(new Set(terms))));
  const save = (date: string, ...titles: string[]) => {
    const items = titles.map((title, index) => sampleItem(index + 1, { title }));
    return store.minutes.saveDocument(toSave(forumId, sampleDocument(date, { items })));
  };

  test('gives a term one number for good', () => {
    const table = new TermTable(database);
    const [budget = 0, parkering = 0] = numbersFor(table, 'budget', 'parkering');
    expect(numbersFor(table, 'parkering', 'trivsel', 'budget')).toEqual([parkering, expect.any(Number), budget]);
    expect(numbersFor(new TermTable(database), 'budget', 'parkering')).toEqual([budget, parkering]);
  });

  test('forgets what went with a transaction that was undone', () => {
    const table = new TermTable(database);
    numbersFor(table, 'trivsel');
    database.exec('begin immediate');
    numbersFor(table, 'budget');
    numbersFor(table, 'parkering');
    // Met again, and nothing new: still it was never kept.
    numbersFor(table, 'budget');
    database.exec('rollback');
    const [lokalplan, budget] = numbersFor(table, 'lokalplan', 'budget');
    expect(listed().get('lokalplan')).toBe(lokalplan);
    expect(listed().get('budget')).toBe(budget);
    expect(listed().has('parkering')).toBe(false);
  });

  test('forgets what another process has changed', () => {
    const table = new TermTable(database);
    const [before = 0] = numbersFor(table, 'budget', 'parkering');
    const other = new Database(database.name);
    other.exec(`delete from search_terms where id = ${before}; insert into search_terms (term) values ('lokalplan')`);
    other.close();
    const [budget, lokalplan] = numbersFor(table, 'budget', 'lokalplan');
    expect(listed().get('budget')).toBe(budget);
    expect(listed().get('lokalplan')).toBe(lokalplan);
    expect(budget).not.toBe(lokalplan);
  });

  test('keeps after an undone import the terms that others hold, in force or not, open or closed, and no other', async () => {
    await save('2024-01-11', 'budget', 'parkering');
    const before = listed();
    await save('2024-02-08', 'budget', 'fejlsag');
    await save('2024-03-07', 'lokalplan');
    // The version before the one in force holds "lokalplan" alone.
    await save('2024-03-07', 'trivsel');
    await store.minutes.saveDocument(
      toSave(
        forumId,
        sampleDocument('2024-04-04', {
          items: [
            sampleItem(1, { title: 'ansættelse', access: 'closed' }),
            sampleItem(2, { title: 'fejlsag lokalplan' }),
          ],
        }),
      ),
    );
    const all = listed();
    await store.minutes.undoImport(forumId, { date: '2024-02-08' });
    expect(listed().get('fejlsag')).toBe(all.get('fejlsag'));
    await store.minutes.undoImport(forumId, { date: '2024-04-04' });
    expect(listed().has('fejlsag')).toBe(false);
    expect(listed().get('lokalplan')).toBe(all.get('lokalplan'));
    expect(await store.check()).toEqual([]);
    await store.minutes.undoImport(forumId, { date: '2024-03-07' });
    await store.minutes.undoImport(forumId, { date: '2024-03-07' });
    expect(listed()).toEqual(before);
    expect(await store.check()).toEqual([]);
  });
});
