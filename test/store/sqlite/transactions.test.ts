import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Where a transaction may be begun or ended by hand, and why. */
const allowed = new Set([
  // The one way in which the store's code writes: immediate, and watched.
  'src/store/sqlite/sqlite-driver.ts',
  // The place of the serving process is a lock that is held, and never written to.
  'src/store/sqlite/serve-lock.ts',
  // A copy reads one moment's state.
  'src/store/sqlite/take-copy.ts',
  // So does the look through a store that is used meanwhile.
  'src/store/sqlite/check-served-store.ts',
]);

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('src', name));

describe('a transaction', () => {
  test('is begun and ended by hand in no other place than those that say why', () => {
    const byHand = /\.(exec|prepare|run)\(\s*['"`]\s*(begin|commit|end|rollback|savepoint|release)\b/i;
    const found = sources.filter((path) => byHand.test(readFileSync(path, 'utf8')));
    expect(new Set(found)).toEqual(allowed);
  });

  test('of the driver underneath is used for the schema’s steps alone, and is immediate', () => {
    const raw = sources.filter((path) => /database\s*\.transaction\(\(/.test(readFileSync(path, 'utf8')));
    expect(raw).toEqual(['src/store/sqlite/migrate.ts']);
    expect(readFileSync('src/store/sqlite/migrate.ts', 'utf8')).toMatch(/\.transaction\([\s\S]*\)\s*\.immediate\(\)/);
  });
});
