import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import type { BuiltScript } from './build-script.js';
import { makeTemporaryFolder } from './temporary-store.js';

/** Whether a file system can be mounted here; where not, it is said what is skipped. */
export function canMount(skipped: string): boolean {
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    process.stdout.write(`SKIPPED: ${skipped}, because nothing may be mounted here (root is needed)\n`);
    return false;
  }
}

/** Runs a script on a file system of its own of so many megabytes, whose folder it is given. @returns the JSON it prints */
export async function runOnDiskOf(megabytes: number, script: BuiltScript): Promise<unknown> {
  const { folder, remove } = makeTemporaryFolder();
  try {
    const live = `mount -t tmpfs -o size=${megabytes}m tmpfs "${folder}" && exec "${process.execPath}" "${script.path}" "${folder}"`;
    const { stdout } = await promisify(execFile)('unshare', ['-m', 'sh', '-c', live], { maxBuffer: 16 * 1024 ** 2 });
    return JSON.parse(stdout);
  } finally {
    remove();
  }
}
