/**
 * Builds the seed minutes in seeds/minutes from seeds/sources, their facts, and the table of layout traps in
 * seeds/README.md. A second run gives the same bytes, so that a changed file means a changed text.
 *
 * Nothing here uses the project's own parser: the facts must be able to contradict it.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { factsJson } from './seed-documents/facts-json.js';
import { estimatedPages } from './seed-documents/heading-lines.js';
import { readSource } from './seed-documents/read-source.js';
import type { Source } from './seed-documents/source.js';
import { toDocx } from './seed-documents/to-docx.js';
import { toFacts } from './seed-documents/to-facts.js';
import { toPdf } from './seed-documents/to-pdf.js';
import { toMarkdown, toPlainText } from './seed-documents/to-text.js';
import { withTrapTable } from './seed-documents/trap-table.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const sourcesFolder = join(root, 'seeds', 'sources');
const minutesFolder = join(root, 'seeds', 'minutes');
const factsFolder = join(root, 'test', 'minutes-parser', 'seed-facts');
const readmeFile = join(root, 'seeds', 'README.md');

interface Built {
  readonly content: string | Buffer;
  readonly pages: readonly number[];
}

async function build(source: Source): Promise<Built> {
  if (source.format === 'pdf') return await toPdf(source);
  const pages = estimatedPages(source);
  if (source.format === 'docx') return { content: await toDocx(source, pages), pages };
  return { content: source.format === 'md' ? toMarkdown(source, pages) : toPlainText(source, pages), pages };
}

async function buildAll(): Promise<void> {
  await mkdir(minutesFolder, { recursive: true });
  await mkdir(factsFolder, { recursive: true });
  const sources: Source[] = [];
  for (const name of (await readdir(sourcesFolder)).sort()) {
    const source = readSource(await readFile(join(sourcesFolder, name), 'utf8'));
    const { content, pages } = await build(source);
    await writeFile(join(minutesFolder, `${source.date}.${source.format}`), content);
    const facts = factsJson(toFacts(source, pages));
    await writeFile(join(factsFolder, `${source.date}.facts.json`), facts);
    sources.push(source);
  }
  await writeFile(readmeFile, withTrapTable(await readFile(readmeFile, 'utf8'), sources));
  const items = sources.reduce((sum, source) => sum + source.items.length, 0);
  process.stdout.write(`${sources.length} minutes with ${items} items\n`);
}

await buildAll();
