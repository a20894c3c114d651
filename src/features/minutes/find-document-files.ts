import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** The endings of the files taken from a folder. A file named by itself is tried whatever its ending. */
const documentEndings: ReadonlySet<string> = new Set(['.txt', '.md', '.pdf', '.docx']);

/** A file to read, or why a path cannot be. */
export type FoundFile = { path: string } | { path: string; fault: string };

/** Hidden files, those Word keeps beside an open document, and what explains a folder to its readers. */
const isPassedOver = (name: string): boolean => /^(?:\.|~\$|readme\.)/i.test(name);

const statFaults: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
  ELOOP: 'its links go in a circle',
  ENOTDIR: 'a part of the path is not a folder',
};

const faultOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return statFaults[code] ?? `it cannot be read (${code})`;
};

async function findInFolder(folder: string, seen: Set<string>): Promise<FoundFile[]> {
  // A link to a folder above would otherwise be followed without end.
  const real = await realpath(folder);
  if (seen.has(real)) return [];
  seen.add(real);
  const names = (await readdir(folder)).filter((name) => !isPassedOver(name)).sort();
  const found: FoundFile[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const { fault, stats } = await look(path);
    if (stats?.isDirectory()) found.push(...(await findAt(path, seen)));
    else if (!documentEndings.has(extname(name).toLowerCase())) continue;
    else found.push(fault === undefined ? toFoundFile(path, stats) : { path, fault });
  }
  return found;
}

async function look(path: string): Promise<{ stats: Stats; fault?: undefined } | { stats?: undefined; fault: string }> {
  try {
    return { stats: await stat(path) };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

// Reading a pipe or a device may never end.
const toFoundFile = (path: string, stats: Stats): FoundFile =>
  stats.isFile() ? { path } : { path, fault: 'it is neither a file nor a folder' };

async function findAt(path: string, seen: Set<string>): Promise<FoundFile[]> {
  const { fault, stats } = await look(path);
  if (fault !== undefined) return [{ path, fault }];
  if (!stats.isDirectory()) return [toFoundFile(path, stats)];
  try {
    return await findInFolder(path, seen);
  } catch (error) {
    return [{ path, fault: faultOf(error) }];
  }
}

/**
 * The documents at the paths: each file named, and from each folder named, and the folders within, the files with a
 * known ending, by name. Links are followed.
 */
export async function findDocumentFiles(paths: readonly string[]): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for (const path of paths) found.push(...(await findAt(path, new Set())));
  return found;
}
