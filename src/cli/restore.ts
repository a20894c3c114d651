import type { Command } from 'commander';
import { systemClock } from '../domain/clock.js';
import type { PreparedRestore } from '../store/sqlite/restore-store.js';
import { databaseOption } from './archive.js';
import { print, printJson } from './output.js';
import { describeStore } from './store-lines.js';

interface RestoreArguments {
  db: string;
  yes?: boolean;
  json?: boolean;
}

async function runRestore(backup: string, { db, yes = false, json = false }: RestoreArguments): Promise<void> {
  const { acquireServeLock } = await import('../store/sqlite/serve-lock.js');
  const { prepareRestore } = await import('../store/sqlite/restore-store.js');
  const lock = await acquireServeLock(db);
  try {
    const prepared = await prepareRestore(db, backup, systemClock);
    try {
      const { current } = prepared;
      const keptAs = yes ? await prepared.replace() : null;
      if (json) return printJson({ restored: yes, backup: prepared.backup, replaced: current, keptAs });
      print(
        `${yes ? 'restored     ' : 'would restore'}  ${backup}: ${describeStore(prepared.backup)}`,
        `in place of    ${db}: ${describeCurrent(current)}`,
        ...(keptAs === null ? [] : [`kept as        ${keptAs}`]),
        ...(yes
          ? []
          : ['Nothing is changed yet. With --yes it is done, and the store as it is now is kept under another name.']),
      );
    } finally {
      prepared.discard();
    }
  } finally {
    lock.release();
  }
}

function describeCurrent(current: PreparedRestore['current']): string {
  if (current === null) return 'there is no store';
  return current === 'unreadable' ? 'damaged, cannot be read' : describeStore(current);
}

export function registerRestore(program: Command): void {
  program
    .command('restore')
    .description(
      'put a backup in the place of the store, while the bot is stopped; without --yes: say what it would replace',
    )
    .argument('<file>', 'the backup')
    .addOption(databaseOption())
    .option('--yes', 'do it; the store that is there is kept under a dated name')
    .option('--json', 'print the result as JSON')
    .action(runRestore);
}
