import { type Source, type Trap, trapsOf } from './source.js';

const start = '<!-- traps: written by scripts/build-seed-documents.ts -->';
const end = '<!-- end of traps -->';

interface Row extends Trap {
  readonly file: string;
  readonly item: string;
}

/** The README with the table between its two marks written anew. */
export function withTrapTable(readme: string, sources: readonly Source[]): string {
  const from = readme.indexOf(start);
  const to = readme.indexOf(end);
  if (from < 0 || to < 0) throw new Error('seeds/README.md has lost the marks around its table of traps');
  return `${readme.slice(0, from)}${start}\n\n${table(sources.flatMap(rowsOf))}\n\n${readme.slice(to)}`;
}

function rowsOf(source: Source): Row[] {
  const file = `${source.date}.${source.format}`;
  return [
    ...trapsOf(source.directives).map((trap) => ({ ...trap, file, item: '–' })),
    ...source.items.flatMap((item, index) =>
      trapsOf(item.directives).map((trap) => ({ ...trap, file, item: String(index + 1) })),
    ),
  ];
}

function table(rows: readonly Row[]): string {
  const sorted = [...rows].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return [
    '| Trap | File | Item | What |',
    '|---|---|---|---|',
    ...sorted.map((row) => `| ${row.id} | ${row.file} | ${row.item} | ${row.what.replaceAll('|', '\\|')} |`),
  ].join('\n');
}
