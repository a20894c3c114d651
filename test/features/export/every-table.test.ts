import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { archiveShape, toArchiveJson } from '../../../src/features/export/archive-json.js';
import { leftOut } from '../../../src/features/export/left-out.js';
import { readForum } from '../../../src/features/export/read-archive.js';
import { fillEveryTable, markOf } from '../../support/full-store.js';
import { openTemporaryStore, type TemporaryStore } from '../../support/temporary-store.js';

const leftOutTables: readonly string[] = leftOut.flatMap(({ tables }) => [...tables]);

/** Where no text of a table's own stands: what of it is looked for instead. */
const instead: Readonly<Record<string, string>> = {
  input_rounds: '"visibility":"secretariat"',
  registers: '"directors"',
};

describe('an export of everything', () => {
  let temporary: TemporaryStore;
  let tables: string[];
  beforeAll(async () => {
    temporary = await openTemporaryStore();
    await fillEveryTable(temporary.store);
    const database = new Database(temporary.file, { readonly: true });
    tables = database
      .prepare<[], string>("select name from pragma_table_list where schema = 'main' and type = 'table'")
      .pluck()
      .all()
      .filter((table) => !table.startsWith('sqlite_'));
    database.close();
  });
  afterAll(() => temporary.remove());

  async function exportAs(closed: boolean): Promise<string> {
    const { store } = temporary;
    const [forum] = await store.forums.listForums('home');
    if (forum === undefined) throw new Error('no forum');
    const exported = toArchiveJson([await readForum(store, forum, closed)], closed, new Date());
    expect(archiveShape.parse(exported)).toEqual(exported);
    return JSON.stringify(exported);
  }

  test('holds what every table holds, or the table is named among those left out, with the reason', async () => {
    const text = await exportAs(true);
    const kept = tables.filter((table) => !leftOutTables.includes(table));
    expect(kept.length).toBeGreaterThan(25);
    expect(kept.filter((table) => !text.includes(instead[table] ?? markOf(table)))).toEqual([]);
    for (const { what, why } of leftOut) expect(text).toContain(JSON.stringify({ what, why }));
  });

  test('leaves out what it says it leaves out, and names no table that is not there', async () => {
    const text = await exportAs(true);
    expect(leftOutTables.filter((table) => !tables.includes(table))).toEqual([]);
    expect(leftOutTables.filter((table) => text.includes(markOf(table)))).toEqual([]);
  });

  test('says what it is for; the one of open items holds nothing of questions, input, drafts and sendings', async () => {
    expect(await exportAs(true)).toContain('To hand the forum over');
    const open = await exportAs(false);
    expect(open).toContain('"records":null');
    const tablesOfIts = ['meetings', 'items', 'sections', 'agenda_revisions', 'departments', 'memberships', 'forums'];
    const shown = tables.filter((table) => open.includes(markOf(table)));
    expect(
      shown.filter((table) => /question|enquir|input|outgoing|job|proposal|closed|note|deletion/.test(table)),
    ).toEqual([]);
    expect(tablesOfIts.filter((table) => !shown.includes(table))).toEqual(['agenda_revisions']);
    expect(open).not.toContain(markOf('closed'));
  });
});
