import { type Command, InvalidArgumentError } from 'commander';
import { systemClock } from '../domain/clock.js';
import type { ImportedFile, ImportReport } from '../features/minutes/import-documents.js';
import { keepHeapSmallest } from '../keep-heap-small.js';
import { databaseOption, withArchive } from './archive.js';
import { exitCodes } from './exit-codes.js';
import { createImportProgress } from './import-progress.js';
import { complain, count, onOneLine, print, printJson } from './output.js';

interface ImportArguments {
  db: string;
  json?: boolean;
  closedItems?: readonly number[];
  undo?: string;
}

function readItemNumbers(text: string): readonly number[] {
  if (text.trim() === 'none') return [];
  return text.split(',').map((part) => {
    if (!/^\s*[1-9]\d{0,3}\s*$/.test(part)) throw new InvalidArgumentError('give item numbers, such as 3,5, or none');
    return Number(part);
  });
}

function describeFile({ path, status, meeting, kind, items, closedItems, findings }: ImportedFile): string[] {
  const closed = closedItems.length === 0 ? '' : ` (closed: ${closedItems.join(', ')})`;
  return [
    `${status.padEnd(9)} ${onOneLine(path)}: ${kind} of ${meeting}, ${count(items, 'item')}${closed}`,
    ...findings.map(({ code, line, message }) => `          line ${line}: ${code}: ${message}`),
  ];
}

function describeReport({ files }: ImportReport): string[] {
  const with_ = (status: ImportedFile['status']) => files.filter((file) => file.status === status).length;
  const findings = files.reduce((sum, file) => sum + file.findings.length, 0);
  const statuses = (['new', 'updated', 'unchanged', 'failed'] as const)
    .filter((status) => with_(status) > 0)
    .map((status) => `${with_(status)} ${status}`);
  return [
    ...files.filter(({ status }) => status !== 'failed').flatMap(describeFile),
    `${count(files.length, 'file')}: ${statuses.join(', ') || 'no documents found'}; ${count(findings, 'finding')}`,
  ];
}

async function runImport(paths: readonly string[], { db, json, closedItems }: ImportArguments): Promise<void> {
  const { withLastingReader } = await import('../features/minutes/files/lasting-reader.js');
  const progress = createImportProgress();
  const report = await withLastingReader(async ({ analyseFile, prepare }) => {
    // It loads what it needs while this process does the same and opens the store.
    prepare();
    const { importDocuments } = await import('../features/minutes/import-documents.js');
    const { settleAgendas } = await import('../features/agenda/settle-agendas.js');
    return withArchive(db, async ({ store, forum }) => {
      const imported = await importDocuments({ store, forum, clock: systemClock, analyseFile }, paths, {
        ...(closedItems === undefined ? {} : { closedItems }),
        onProgress: (done, total) => progress.update(done, total),
      });
      await settleAgendas({ ...store, clock: systemClock }, forum.id);
      return imported;
    });
  }).finally(() => progress.stop());
  if (json) printJson(report);
  else print(...describeReport(report));
  const failed = report.files.filter(({ status }) => status === 'failed');
  complain(...failed.map(({ path, error }) => `${onOneLine(path)}: ${error}`));
  if (failed.length > 0) process.exitCode = exitCodes.inputAtFault;
}

async function runUndo(reference: string, { db, json }: ImportArguments): Promise<void> {
  const { undoImport } = await import('../features/minutes/undo-import.js');
  const { settleAgendas } = await import('../features/agenda/settle-agendas.js');
  const undone = await withArchive(db, async ({ store, forum }) => {
    const taken = await undoImport(store, forum, reference);
    await settleAgendas({ ...store, clock: systemClock }, forum.id);
    return taken;
  });
  if (json) return printJson(undone);
  print(
    undone.restoredVersion === null
      ? `taken back: ${undone.fileName}; the meeting of ${undone.date} is gone from the archive`
      : `taken back: ${undone.fileName}; version ${undone.restoredVersion} of ${undone.date} is in force again`,
  );
}

export function registerImport(program: Command): void {
  program
    .command('import')
    .description('read documents into the archive, or take an import back')
    .argument('[paths...]', 'files, or folders with .txt .md .pdf .docx in them')
    .option(
      '--closed-items <numbers>',
      'items of the one document that only those entitled may see, such as 3,5; "none" opens those closed this way before',
      readItemNumbers,
    )
    .option('--undo <file|date>', 'take an import back: the version before it returns')
    .addOption(databaseOption())
    .option('--json', 'print the report as JSON')
    .addHelpText(
      'after',
      '\nThe same file again changes nothing. One bad file never stops the rest; the exit status is then 1.',
    )
    .action(async (paths: string[], given: ImportArguments, command: Command) => {
      keepHeapSmallest();
      if (given.undo !== undefined && (paths.length > 0 || given.closedItems !== undefined))
        command.error('error: --undo stands alone', { exitCode: exitCodes.wrongUsage });
      if (given.undo !== undefined) return runUndo(given.undo, given);
      if (paths.length === 0)
        command.error('error: name the files or folders to import', { exitCode: exitCodes.wrongUsage });
      return runImport(paths, given);
    });
}
