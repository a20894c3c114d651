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
function withOwnPlace(text: string, path: string): string {
  const place = `./${relative(sources, path).replaceAll('\\', '/').replace(/\.ts$/, '.js')}`;
  return text.replaceAll('import.meta.url', `new URL(${JSON.stringify(place)}, import.meta.url).href`);
}

/**
 * A single letter beyond Latin-1 makes V8 keep the whole file with two bytes a letter, as long as the process lives. esbuild
 * escapes those in strings; in regular expressions, and in the raw templates they are made of, an escape says the same.
 */
const inLatin1 = (text: string): string =>
  text.replace(/\\.|[^\0-\xff]/gs, (found) => {
    // The letter alone, or behind a backslash of its own.
    const code = found.charCodeAt(found.length - 1);
    return code > 0xff ? `\\u${code.toString(16).padStart(4, '0')}` : found;
  });

const ownModules: Plugin = {
  name: 'own-modules',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      if (path.includes('node_modules')) return null;
      return { contents: withOwnPlace(inLatin1(await readFile(path, 'utf8')), path), loader: 'ts' };
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
    minifyWhitespace: true,
    plugins: [ownOrListed, ownModules],
    logLevel: 'error',
  });
}
