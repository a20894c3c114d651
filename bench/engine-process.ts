import { openDanishFts5 } from '../eval/rivals/fts5.js';
import { createDanishMiniSearch } from '../eval/rivals/minisearch.js';
import { systemClock } from '../src/domain/clock.js';
import { answerQuestion } from '../src/features/decisions/answer-question.js';
import { keepHeapSmall } from '../src/keep-heap-small.js';
import { openStore } from '../src/store/sqlite/open-store.js';
import { archiveFiles, benchForum } from './archive-files.js';
import { readTexts } from './build-archive.js';
import { type Reply, requestShape } from './messages.js';

/*
 * One engine in a process of its own, so that its memory can be told from the others'. Started by the benchmark with the engine's name
 * and the archive's folder.
 */

interface Engine {
  ask(question: string, context: string | undefined): Promise<unknown>;
  close(): Promise<void>;
}

async function openReferent(folder: string): Promise<Engine> {
  const store = await openStore({ file: archiveFiles(folder).store, clock: systemClock });
  const forum = await store.forums.ensureForum(benchForum.tenantId, benchForum.name);
  const deps = { search: store.search, minutes: store.minutes, lists: store.lists, clock: systemClock };
  return {
    ask: (question, context) => answerQuestion(deps, question, { forumIds: [forum.id], sees: 'open' }, context),
    close: () => store.close(),
  };
}

async function openEngine(name: string | undefined, folder: string): Promise<Engine> {
  if (name === 'referent') return openReferent(folder);
  if (name === 'empty') return { ask: async () => undefined, close: async () => {} };
  const rival =
    name === 'fts5' ? openDanishFts5(archiveFiles(folder).fts5) : createDanishMiniSearch(await readTexts(folder));
  return {
    ask: (question, context) => rival.find(context === undefined ? question : `${context} ${question}`),
    close: () => rival.close(),
  };
}

const tell = (milliseconds: number): void => {
  const reply: Reply = { milliseconds, rss: process.memoryUsage.rss() };
  process.send?.(reply);
};

// As Referent's own process does; the others, and the empty one they are all held against, are given no more room.
keepHeapSmall();
const [name, folder = ''] = process.argv.slice(2);
const startedAt = performance.now();
const engine = await openEngine(name, folder);
const opening = performance.now() - startedAt;
// What building left behind is not the index: MiniSearch would otherwise be charged for its source texts.
globalThis.gc?.();
process.on('message', async (message) => {
  const request = requestShape.parse(message);
  if (request.kind === 'close') {
    await engine.close();
    process.disconnect();
    return;
  }
  const start = performance.now();
  await engine.ask(request.question, request.context);
  tell(performance.now() - start);
});
process.on('disconnect', () => process.exit());
tell(opening);
