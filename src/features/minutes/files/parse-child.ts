import { Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import { danishDictionary } from '../../../danish/dictionary.js';
import { readDocument } from '../../../document-reader/read-document.js';
import { AppError } from '../../../domain/app-error.js';
import { parseMeetingDocument } from '../../../minutes-parser/parse-meeting-document.js';
import { analyseDocument } from '../../../search/analyse-document.js';
import { checkExtent } from './check-extent.js';
import type { ChildAnswer, FileForChild, SaidToChild } from './read-in-child.js';
import { canWatchOthers, lookEveryMs, mostMemoryBytes } from './watch-memory.js';

/*
 * The process that reads files of unknown origin, and ends with whoever started it. What a hostile file does to it, it does
 * to nobody else.
 */

/** What a thread does that watches this process, for reading lets nothing else have its turn. */
const watch = `setInterval(() => { if (process.memoryUsage.rss() > ${mostMemoryBytes}) process.kill(process.pid, 'SIGKILL'); }, ${lookEveryMs})`;

/** No file has a reason to make its reader call anybody. */
function closeNetwork(): void {
  Socket.prototype.connect = () => {
    throw new AppError('forbidden', 'a file made its reader call somebody');
  };
}

async function answer({ name, bytes, isAnalysed }: FileForChild): Promise<ChildAnswer> {
  try {
    const document = parseMeetingDocument(await readDocument(name, bytes));
    checkExtent(document);
    return { document, entries: isAnalysed ? analyseDocument(document) : [] };
  } catch (error) {
    if (error instanceof AppError) return { faults: error.faults, reply: error.reply ?? null };
    return { faults: [`it cannot be read: ${error instanceof Error ? error.name : 'unknown fault'}`], reply: null };
  }
}

if (!canWatchOthers) new Worker(watch, { eval: true, execArgv: [] }).unref();
closeNetwork();
/** What is being done; a file that comes meanwhile waits. */
let work: Promise<unknown> = Promise.resolve();
process.on('message', (said: SaidToChild) => {
  if (said === 'prepare') danishDictionary();
  else work = work.then(async () => process.send?.(await answer(said)));
});
process.once('disconnect', () => process.exit());
process.send?.('ready');
