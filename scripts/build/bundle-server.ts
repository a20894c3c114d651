import { readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const projectFolder = fileURLToPath(new URL('../../', import.meta.url));
const sources = join(projectFolder, 'src');

/** Libraries of many ES modules. The others are CommonJS, which Node reads quickly, and stay as they are installed. */
const bundledLibraries = ['jose', 'kysely', 'temporal-polyfill', 'zod'];

const isBundled = (path: string): boolean =>
  bundledLibraries.some((library) => path === library || path.startsWith(`${library}/`));

const ownOrListed: Plugin = {
  name: 'libraries-outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind, importer }) =>
      kind === 'entry-point' || isBundled(path) || importer.includes('node_modules') ? null : { path, external: true },
    );
  },
};

/** Each module keeps the place it has by itself: what it finds from there (children, cards) it finds from the bundle too. */
const ownPlaces: Plugin = {
  name: 'own-places',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (path.includes('node_modules') || !text.includes('import.meta.url')) return null;
      const place = `./${relative(sources, path).replaceAll('\\', '/').replace(/\.ts$/, '.js')}`;
      return {
        contents: text.replaceAll('import.meta.url', `new URL(${JSON.stringify(place)}, import.meta.url).href`),
        loader: 'ts',
      };
    });
  },
};

/**
 * Puts the server into one file, `main.js`, in the place of the compiled one, and beside it what it loads when it first needs it:
 * Node takes longer to find and link a thousand ES modules than for everything else a start takes.
 *
 * @param folder where all of `src` is compiled already
 */
export async function bundleServer(folder: string): Promise<void> {
  const outdir = resolve(projectFolder, folder);
  for (const name of readdirSync(outdir)) if (/^main-\w+\.js(?:\.map)?$/.test(name)) rmSync(join(outdir, name));
  await build({
    absWorkingDir: projectFolder,
    entryPoints: ['src/main.ts'],
    outdir,
    entryNames: 'main',
    chunkNames: 'main-[hash]',
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.10',
    sourcemap: true,
    sourcesContent: false,
    plugins: [ownOrListed, ownPlaces],
    logLevel: 'error',
  });
}
