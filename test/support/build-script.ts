import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { projectFolder } from '../../scripts/playground/child.js';

/** A script that starts without being compiled first. */
export interface BuiltScript {
  /** For `startScript`. */
  path: string;
  remove(): Promise<void>;
}

/** Libraries that are not ECMAScript modules ask for these. */
const commonJs = `
import { createRequire as createRequireHere } from 'node:module';
import { fileURLToPath as toPathHere } from 'node:url';
const require = createRequireHere(import.meta.url);
const __filename = toPathHere(import.meta.url);
const __dirname = toPathHere(new URL('.', import.meta.url));`;

/**
 * Puts a TypeScript file and all it needs into one file. Compiling it anew takes several times as long as all else a start
 * takes: worth it for a test that starts the same process many times.
 *
 * @param options `libraries: 'outside'`: they are loaded one by one, as in an installation.
 */
export async function buildScript(
  path: string,
  { libraries = 'inside' }: { libraries?: 'inside' | 'outside' } = {},
): Promise<BuiltScript> {
  const folder = await mkdtemp(join(tmpdir(), 'referent-script-'));
  // What cannot be put into one file is found from there.
  await symlink(join(projectFolder, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const built = join(folder, `${basename(path, '.ts')}.mjs`);
  await build({
    absWorkingDir: projectFolder,
    entryPoints: [path],
    outfile: built,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    ...(libraries === 'inside' ? { external: ['better-sqlite3'] } : { packages: 'external' as const }),
    banner: { js: commonJs },
    logLevel: 'error',
  });
  return { path: built, remove: () => rm(folder, { recursive: true, force: true }) };
}
