import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { buildScript } from '../../support/build-script.js';
import { makeTemporaryFolder } from '../../support/temporary-store.js';

const canMount = (() => {
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
if (!canMount)
  process.stdout.write('SKIPPED: the disk that is really full, because nothing may be mounted here (root is needed)\n');

const shape = z.object({
  acknowledged: z.array(z.string()),
  acknowledgedWhenFull: z.array(z.string()),
  afterwards: z.array(z.string()),
  faults: z.array(z.string()),
  foundWhileFull: z.number(),
  refused: z.number(),
  told: z.array(z.string()),
  wasSavedAtOnce: z.boolean(),
  whileFull: z.array(z.string()),
});

test.skipIf(!canMount)(
  'a full disk: what is there is read, who writes is told why, nothing acknowledged is lost, and writing goes on once there is room',
  {
    timeout: 120_000,
  },
  async () => {
    const { folder, remove } = makeTemporaryFolder();
    const script = await buildScript('test/support/fill-the-disk.ts');
    try {
      const live = `mount -t tmpfs -o size=5m tmpfs "${folder}" && exec "${process.execPath}" "${script.path}" "${folder}"`;
      const { stdout } = await promisify(execFile)('unshare', ['-m', 'sh', '-c', live]);
      const lived = shape.parse(JSON.parse(stdout));
      expect(lived.refused).toBe(20);
      expect(lived.told).toEqual([expect.stringMatching(/^Jeg kan ikke gemme lige nu, fordi der ikke er mere plads/)]);
      expect(lived.whileFull).toEqual(lived.acknowledgedWhenFull);
      expect(lived.foundWhileFull).toBe(lived.acknowledgedWhenFull.length);
      expect(lived.wasSavedAtOnce).toBe(true);
      expect(lived.afterwards).toEqual(lived.acknowledged);
      expect(lived.faults).toEqual([]);
    } finally {
      await script.remove();
      remove();
    }
  },
);
