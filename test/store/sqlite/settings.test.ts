import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applySettings, findSettingFaults } from '../../../src/store/sqlite/settings.js';
import { makeTemporaryFolder } from '../../support/temporary-store.js';

describe('the store’s settings', () => {
  let place: ReturnType<typeof makeTemporaryFolder>;
  let database: Database.Database;

  beforeEach(() => {
    place = makeTemporaryFolder();
    database = new Database(join(place.folder, 'x.db'));
  });
  afterEach(() => {
    database.close();
    place.remove();
  });

  test('are in force once applied', () => {
    applySettings(database);
    expect(findSettingFaults(database)).toEqual([]);
  });

  test.each([
    ['journal_mode', 'delete'],
    ['synchronous', 1],
    ['foreign_keys', 0],
    ['busy_timeout', 100],
    ['secure_delete', 0],
    ['trusted_schema', 1],
  ])('are named when out of force: %s = %s', (name, value) => {
    applySettings(database);
    database.pragma(`${name} = ${value}`);
    expect(findSettingFaults(database)).toEqual([expect.stringContaining(`setting ${name} is ${value}`)]);
  });
});
