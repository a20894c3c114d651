import Database from 'better-sqlite3';
import { systemClock } from '../../src/domain/clock.js';
import { migrations } from '../../src/store/migrations/index.js';
import { migrate } from '../../src/store/sqlite/migrate.js';

/*
 * Brings a store's schema up to date and stops for good inside one step, after all it does and before it is kept:
 * `upgrade-store.ts <store> <step, from 1>`. Says `inside` when it is there.
 */
const [file = '', stopIn = '1'] = process.argv.slice(2);
const database = new Database(file);
database.pragma('journal_mode = wal');
database.pragma('foreign_keys = 1');
const steps = migrations.map((step, index) => ({
  ...step,
  rewrite: (opened: Database.Database) => {
    step.rewrite?.(opened);
    if (index + 1 !== Number(stopIn)) return;
    process.stdout.write('inside\n');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  },
}));
migrate(database, systemClock, steps);
