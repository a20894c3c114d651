import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeAnsweringStore, readWrittenAnswers } from '../../support/answering-store.js';
import { buildScript } from '../../support/build-script.js';
import { startScript } from '../../support/start-script.js';
import { makeTemporaryFolder } from '../../support/temporary-store.js';

const isLong = process.env.REFERENT_LONG !== undefined;
const each = isLong ? 2000 : 150;

test(`two processes that write ${each} answers each at the same time both succeed with every one`, async () => {
  const { folder, remove } = makeTemporaryFolder();
  const script = await buildScript('test/support/write-answers.ts');
  const file = join(folder, 'referent.db');
  await makeAnsweringStore(file);
  const writers = [0, 1_000_000].map((first) => startScript(script.path, [file, String(first), String(each)]));
  const printed = await Promise.all(
    writers.map(async (writer) => {
      const lines: string[] = [];
      for (let line = await writer.nextLine(); line !== undefined; line = await writer.nextLine()) lines.push(line);
      return lines;
    }),
  );
  for (const lines of printed) {
    expect(lines.filter((line) => line.startsWith('failed'))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('acknowledged'))).toHaveLength(each);
  }
  const { answers, messages, integrity } = readWrittenAnswers(file);
  expect(answers).toHaveLength(2 * each);
  expect(messages).toEqual(answers);
  expect(integrity).toBe('ok');
  if (isLong) process.stdout.write(`99 % and longest wait in ms: ${printed.map((lines) => lines.at(-1)).join('; ')}\n`);
  await script.remove();
  remove();
});
