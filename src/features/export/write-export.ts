import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listShape, type OparlType, oparlShapes } from './oparl-shapes.js';
import type { OparlExport } from './to-oparl.js';

/** A text that goes to a file, below the folder of the export. */
export interface ExportedText {
  path: string;
  text: string;
}

const toText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Every address in an object, wherever in it. */
function addressesIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('http') ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(addressesIn);
}

/**
 * The files of an OParl export, to be put on any web server: each address below the base is a file below the folder.
 * Everything is held against the specification first, and every address to what is there.
 *
 * @throws Error when something is not as the specification asks: a fault of the program
 */
export function toOparlFiles({ objects, lists, files }: OparlExport, baseUrl: string): ExportedText[] {
  const texts: ExportedText[] = [];
  const pathOf = (address: string): string => address.slice(baseUrl.length);
  for (const type of Object.keys(objects) as OparlType[])
    for (const object of objects[type])
      texts.push({ path: pathOf(object.id), text: toText(oparlShapes[type].parse(object)) });
  const listOf = (path: string, data: readonly object[]): ExportedText => {
    const address = `${baseUrl}${path}.json`;
    const pagination = {
      totalElements: data.length,
      elementsPerPage: Math.max(1, data.length),
      currentPage: 1,
      totalPages: 1,
    };
    return {
      path: `${path}.json`,
      text: toText(listShape.parse({ data, pagination, links: { first: address, last: address } })),
    };
  };
  texts.push(...lists.map(({ path, type }) => listOf(path, objects[type])), listOf('legislativeterm', []));

  const there = new Set([...texts, ...files].map(({ path }) => `${baseUrl}${path}`));
  const missing = Object.values(objects)
    .flatMap(addressesIn)
    .filter((address) => address.startsWith(baseUrl) && !there.has(address));
  if (missing.length > 0) throw new Error(`the export leads to ${missing.length} addresses that it does not hold`);
  if (there.size !== texts.length + files.length) throw new Error('two objects of the export have one address');
  return texts;
}

/** Writes files below a folder, for their owner's eyes only. */
export function writeFiles(folder: string, files: readonly { path: string; content: string | Uint8Array }[]): void {
  for (const { path, content } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, content, { mode: 0o600 });
  }
}
