import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

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

/** A walk through one folder that was named. */
interface Walk {
  /** Where the named folder really is; nothing outside it is read. */
  root: string;
  /** A link to a folder above would otherwise be followed without end. */
  seen: Set<string>;
}

const linksOutside = 'it is a link to a place outside the folder';

/** @param real a path without links */
const isWithin = (root: string, real: string): boolean => real === root || real.startsWith(join(root, sep));

async function findInFolder(folder: string, { root, seen }: Walk): Promise<FoundFile[]> {
  const real = await realpath(folder);
  if (seen.has(real)) return [];
  seen.add(real);
  const names = (await readdir(folder)).filter((name) => !isPassedOver(name)).sort();
  const found: FoundFile[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const isDocument = documentEndings.has(extname(name).toLowerCase());
    const looked = await look(path);
    if (looked.fault !== undefined) found.push(...(isDocument ? [{ path, fault: looked.fault }] : []));
    else if (!looked.stats.isDirectory() && !isDocument) continue;
    else if (!isWithin(root, looked.real)) found.push({ path, fault: linksOutside });
    else if (looked.stats.isDirectory()) found.push(...(await findInside(path, { root, seen })));
    else found.push(toFoundFile(path, looked.stats));
  }
  return found;
}

/** What lies at a path, links followed, and where it really lies. */
type Look = { stats: Stats; real: string; fault?: undefined } | { fault: string };

async function look(path: string): Promise<Look> {
  try {
    return { stats: await stat(path), real: await realpath(path) };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

// Reading a pipe or a device may never end.
const toFoundFile = (path: string, stats: Stats): FoundFile =>
  stats.isFile() ? { path } : { path, fault: 'it is neither a file nor a folder' };

async function findInside(path: string, walk: Walk): Promise<FoundFile[]> {
  try {
    return await findInFolder(path, walk);
  } catch (error) {
    return [{ path, fault: faultOf(error) }];
  }
}

async function findAt(path: string): Promise<FoundFile[]> {
  const looked = await look(path);
  if (looked.fault !== undefined) return [{ path, fault: looked.fault }];
  if (!looked.stats.isDirectory()) return [toFoundFile(path, looked.stats)];
  return findInside(path, { root: looked.real, seen: new Set() });
}

/**
 * The documents at the paths: each file named, and from each folder named, and the folders within, the files with a
 * known ending, by name. A link is followed as far as it stays within the folder that was named.
 */
export async function findDocumentFiles(paths: readonly string[]): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for (const path of paths) found.push(...(await findAt(path)));
  return found;
}
