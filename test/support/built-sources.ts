import { readdirSync } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleServer } from '../../scripts/build/bundle-server.js';
import { projectFolder } from '../../scripts/playground/child.js';

/** As deep as `src`, so that files beside it are found the same way. */
const folder = '.built';

/** Where a file of `src` stands compiled, for tests that start it as a process: compiling at each start takes longer than most of what they run. */
export const builtPath = (path: string): string => path.replace(/^src\//, `${folder}/`).replace(/\.ts$/, '.js');

/** Compiles `src` before the first test. Types are no concern here: `npm run check` looks at them. */
export async function setup(): Promise<void> {
  await rm(join(projectFolder, folder), { recursive: true, force: true });
  const sources = readdirSync(join(projectFolder, 'src'), { recursive: true, encoding: 'utf8' });
  await build({
    absWorkingDir: projectFolder,
    entryPoints: sources
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
      .map((file) => join('src', file)),
    outbase: 'src',
    outdir: folder,
    platform: 'node',
    format: 'esm',
    // The first that has import attributes, which an older target would take out.
    target: 'node20.10',
    logLevel: 'error',
  });
  for (const file of sources.filter((name) => name.endsWith('.json')))
    await copyFile(join(projectFolder, 'src', file), join(projectFolder, folder, file));
  // The server as an installation has it.
  await bundleServer(folder);
}
