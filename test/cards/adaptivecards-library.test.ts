import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import ts from 'typescript';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const root = new URL('../../', import.meta.url);

/** Runs a module in plain Node, as the service does: test runners resolve more imports than Node. */
const runInNode = (code: string) => run(process.execPath, ['--input-type=module', '--eval', code], { cwd: root });

test('the card library loads in plain Node through its one door', async () => {
  const source = await readFile(new URL('test/support/adaptivecards-library.ts', root), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  const use = `
    const card = new adaptiveCards.AdaptiveCard();
    card.parse({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Punkt 5' }] });
    process.stdout.write(String(card.getItemCount()));`;
  expect((await runInNode(outputText + use)).stdout).toBe('1');
});

test('the plain import still fails in Node; when it no longer does, the door can go', async () => {
  await expect(runInNode(`await import('adaptivecards')`)).rejects.toThrow('ERR_MODULE_NOT_FOUND');
});
