import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Linux' numbers for file systems of other machines, on whose locks SQLite cannot rely (https://sqlite.org/faq.html#q5);
 * as in statfs(2). Not among them: 9p and FUSE, which are local as often as not.
 */
const networkTypes: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x517b, 'SMB'],
  [0x5346414f, 'AFS'],
  [0x00c36400, 'Ceph'],
]);

/** What a file system's number stands for when it is another machine's; undefined for a disk of this one. */
export const nameNetworkType = (type: number): string | undefined =>
  // Some platforms give the number with a sign.
  networkTypes.get(type >>> 0);

/**
 * The kind of network file system a folder lies on, or will lie on when it is made; undefined when that is a disk of this
 * machine, or nobody knows.
 */
export function findNetworkFileSystem(folder: string): string | undefined {
  if (process.platform !== 'linux') return undefined;
  if (!existsSync(folder) && dirname(folder) !== folder) return findNetworkFileSystem(dirname(folder));
  try {
    return nameNetworkType(statfsSync(folder).type);
  } catch {
    return undefined;
  }
}
