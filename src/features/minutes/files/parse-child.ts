import { Worker } from 'node:worker_threads';
import { readDocument } from '../../../document-reader/read-document.js';
import { AppError } from '../../../domain/app-error.js';
import { parseMeetingDocument } from '../../../minutes-parser/parse-meeting-document.js';
import type { ChildAnswer, FileForChild } from './read-in-child.js';

/*
 * The process that reads one file somebody sent, and ends. What a hostile file does to it, it does to nobody else.
 */

/** Memory outside the heap, as of unpacked pictures, is not held by the heap's limit: a thread watches the whole process. */
const mostMemoryBytes = 768 * 1024 * 1024;
const watch = `setInterval(() => { if (process.memoryUsage.rss() > ${mostMemoryBytes}) process.kill(process.pid, 'SIGKILL'); }, 50)`;

async function answer({ name, bytes }: FileForChild): Promise<ChildAnswer> {
  try {
    return { document: parseMeetingDocument(await readDocument(name, bytes)) };
  } catch (error) {
    if (!(error instanceof AppError)) return { fault: 'unexpected', reply: null };
    return { fault: error.message, reply: error.reply ?? null };
  }
}

new Worker(watch, { eval: true, execArgv: [] }).unref();
process.once('message', (file: FileForChild) => {
  void answer(file).then((answered) => process.send?.(answered, () => process.exit(0)));
});
process.send?.('ready');
