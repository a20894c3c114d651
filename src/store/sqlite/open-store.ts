import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { AppError } from '../../domain/app-error.js';
import type { Clock } from '../../domain/clock.js';
import { createAgendaStore } from '../agendas.js';
import { createArchiveLists } from '../archive-lists.js';
import { createCardHandleStore } from '../card-handles.js';
import { createConversationStore } from '../conversations.js';
import { createEnquiryStore } from '../enquiries.js';
import { createForumStore } from '../forums.js';
import { createInboundStore } from '../inbound.js';
import { createInputStore } from '../input.js';
import { createMemberStore } from '../members.js';
import { migrations } from '../migrations/index.js';
import { createMinutesStore } from '../minutes.js';
import { createOfferedFileStore } from '../offered-files.js';
import { createOutboxStore } from '../outbox.js';
import { createPendingDocumentStore } from '../pending-documents.js';
import { archiveReplies } from '../phrases.js';
import type { Store } from '../ports.js';
import { createQuestionLog } from '../question-log.js';
import { createRetentionStore } from '../retention.js';
import type { Tables } from '../tables.js';
import { checkStore } from './check-store.js';
import { createIndexWriter } from './index-writer.js';
import { checkOrigin, migrate, versionOf } from './migrate.js';
import { findNetworkFileSystem } from './network-file-system.js';
import { createRoom } from './room.js';
import { createSearchIndex } from './search-index.js';
import { applySettings, findSettingFaults, longestWaitMs } from './settings.js';
import { ImmediateSqliteDialect } from './sqlite-driver.js';
import { restoreAdvice, toAppError } from './sqlite-errors.js';
import { checkCopyTarget, isSqliteFile } from './store-file.js';
import { takeCopy } from './take-copy.js';
import { writeCopy } from './write-copy.js';

const damaged = (message: string): AppError =>
  new AppError('store_damaged', message, { reply: archiveReplies.damaged });

/** Makes the file if it is not there, for its owner's eyes only, and the folder if that is not there either. */
function prepareFile(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    closeSync(openSync(file, 'a', 0o600));
    // The log files beside it take over the rights of the file.
    if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new AppError('unavailable', `the store ${file} cannot be opened for writing (${reason})`, { cause });
  }
}

/** Two machines that share a folder do not see each other's locks. */
function refuseNetwork(file: string): void {
  const network = findNetworkFileSystem(dirname(file));
  if (network !== undefined)
    throw new AppError(
      'invalid_input',
      `the store ${file} lies on a network file system (${network}); put it on a disk of this machine`,
    );
}

/** Looks at the header before SQLite does: a damaged one must not be taken for an empty store. */
function checkHeader(file: string): void {
  const { size } = statSync(file);
  if (size === 0) {
    if (existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0)
      throw damaged(`the store ${file} is empty but its log is not; ${restoreAdvice}`);
    return;
  }
  if (!isSqliteFile(file)) throw damaged(`${file} is not a SQLite database; ${restoreAdvice}`);
}

async function openDatabase(file: string, clock: Clock, keepsFile: boolean): Promise<Database.Database> {
  const database = new Database(file);
  try {
    database.pragma(`busy_timeout = ${longestWaitMs}`);
    // Before any setting is put in force: a file that is not ours is not written to.
    checkOrigin(database);
    if (keepsFile) database.pragma('wal_autocheckpoint = 0');
    applySettings(database);
    const faults = findSettingFaults(database);
    if (faults.length > 0)
      throw new AppError('store_damaged', `the store ${file} cannot run with its settings`, {
        faults: faults.map((fault) => `${file}: ${fault}`),
      });
    await keepBeforeUpgrade(database);
    migrate(database, clock);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** From so many pages on, the log is brought into the file: SQLite's own figure. */
const usualLogPages = 1000;

/** Where a store of an older schema is copied to before it is brought up to date. */
export const upgradeCopyOf = (file: string, version: number): string => `${file}.schema-${version}`;

/** Keeps a copy of a store that is about to be rewritten, so that the version before this one can be gone back to. */
async function keepBeforeUpgrade(database: Database.Database): Promise<void> {
  const version = versionOf(database);
  if (version === 0 || version >= migrations.length) return;
  await writeCopy(database.name, upgradeCopyOf(database.name, version), {
    onlyOfVersion: version,
    take: takeCopy,
  });
}

export interface StoreOptions {
  /** The SQLite file; made, with its folder, if it is not there. */
  file: string;
  clock: Clock;
  /**
   * Leaves the file itself as it is until `Store.takeAsSound`, and writes to the log beside it alone: for a file of which it is
   * not known yet whether something in it is damaged.
   */
  keepsFile?: boolean;
  /** Told when room on the disk becomes short, and when there is enough again. */
  reportRoom?(isShort: boolean): void;
}

/**
 * Opens the store and brings its schema up to date. The check made here is cheap, whatever the size: whose file it
 * is, its schema, and that every setting is in force. `Store.check` looks at everything.
 *
 * @throws AppError `store_damaged` for a file that is no sound store of Referent's (the file is left as it is) or a
 * setting out of force; `unavailable` when another process holds the lock for five seconds, or the file cannot be made.
 */
export async function openStore({ file: path, clock, keepsFile = false, reportRoom }: StoreOptions): Promise<Store> {
  const file = resolve(path);
  let database: Database.Database | undefined;
  try {
    refuseNetwork(file);
    prepareFile(file);
    checkHeader(file);
    database = await openDatabase(file, clock, keepsFile);
    // The full-text indexes are opened with it, and may be what is damaged.
    return storeOn(database, reportRoom);
  } catch (error) {
    database?.close();
    throw toAppError(error, file);
  }
}

/** The store on a database that is open, up to date and has its settings. */
export function storeOn(database: Database.Database, reportRoom?: StoreOptions['reportRoom']): Store {
  const room = createRoom(database.name, reportRoom);
  const kysely = new Kysely<Tables>({ dialect: new ImmediateSqliteDialect(database, room) });
  const index = createIndexWriter(database, room);
  return {
    forums: createForumStore(kysely),
    minutes: createMinutesStore(kysely, index),
    lists: createArchiveLists(kysely),
    search: createSearchIndex(kysely),
    questions: createQuestionLog(kysely),
    members: createMemberStore(kysely),
    conversations: createConversationStore(kysely),
    agendas: createAgendaStore(kysely),
    input: createInputStore(kysely),
    outbox: createOutboxStore(kysely),
    inbound: createInboundStore(kysely),
    handles: createCardHandleStore(kysely),
    retention: createRetentionStore(kysely),
    pendingDocuments: createPendingDocumentStore(kysely, index),
    offeredFiles: createOfferedFileStore(kysely),
    enquiries: createEnquiryStore(kysely),
    check: async () => checkStore(database, kysely),
    takeAsSound: () => void database.pragma(`wal_autocheckpoint = ${usualLogPages}`),
    async backUp(target) {
      checkCopyTarget(database.name, target);
      const { tables } = await writeCopy(database.name, target);
      return { bytes: statSync(target).size, meetings: tables.meetings?.rows ?? 0 };
    },
    async close() {
      await kysely.destroy();
      // Kysely closes only what it has used.
      database.close();
    },
  };
}
