import type { Database } from 'better-sqlite3';

/** One step of the schema. Steps are never changed once released; a new need is a new step. */
export interface Migration {
  /** As the file: `0001-meetings`. */
  name: string;
  /** SQL statements, run in order in one transaction. */
  statements: readonly string[];
  /** What cannot be said in SQL, after the statements and in the same transaction. */
  rewrite?: (database: Database) => void;
}
