import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type BuiltScript, buildScript } from '../../support/build-script.js';
import { canMount, runOnDiskOf } from '../../support/small-disk.js';

const isPossible = canMount('the disk that is really full');

const shape = z.object({
  acknowledged: z.array(z.string()),
  acknowledgedWhenFull: z.array(z.string()),
  afterwards: z.array(z.string()),
  backup: z.string(),
  ballast: z.object({ isHeld: z.boolean(), whenFull: z.string(), inTheEnd: z.string() }),
  doctor: z.object({ status: z.string(), lines: z.array(z.string()) }),
  faults: z.array(z.string()),
  foundWhileFull: z.number(),
  isRefusedStill: z.boolean(),
  isSavedAgain: z.boolean(),
  refused: z.number(),
  reported: z.array(z.boolean()),
  told: z.array(z.string()),
  wentOn: z.array(z.string()),
  whileFull: z.array(z.string()),
});

describe.skipIf(!isPossible)('a full disk', () => {
  let script: BuiltScript;
  beforeAll(async () => {
    script = await buildScript('test/support/fill-the-disk.ts');
  });
  afterAll(() => script.remove());

  async function liveOnDiskOf(megabytes: number) {
    const lived = shape.parse(await runOnDiskOf(megabytes, script));
    expect(lived.refused).toBe(20);
    expect(lived.told).toEqual([expect.stringMatching(/^Jeg kan ikke gemme lige nu, fordi der ikke er mere plads/)]);
    expect(lived.whileFull).toEqual(lived.acknowledgedWhenFull);
    expect(lived.foundWhileFull).toBe(lived.acknowledgedWhenFull.length);
    expect(lived.isRefusedStill).toBe(true);
    expect(lived.backup, 'which would take the last of the room').toMatch(/there is no room for .*copy\.db/);
    expect(lived.isSavedAgain, 'within ten seconds of there being room').toBe(true);
    expect(lived.afterwards).toEqual([...lived.acknowledged].sort());
    expect(lived.faults).toEqual([]);
    return lived;
  }

  test('what is there is read, who writes is told why, nothing acknowledged is lost, and writing goes on once there is room', async () => {
    const lived = await liveOnDiskOf(5);
    // A disk this small never had room for the ballast, so every write is tried.
    expect(lived.ballast).toEqual({ isHeld: false, whenFull: 'none', inTheEnd: 'none' });
    expect(lived.reported).toEqual([true]);
    expect(lived.doctor).toMatchObject({ status: 'note', lines: [expect.stringMatching(/^Kun \d+ kB er ledig/)] });
  });

  test('gives up the ballast: deleting and the logs go on, what would eat the room up does not, and it is taken back', async () => {
    const lived = await liveOnDiskOf(64);
    expect(lived.wentOn).toEqual(['done']);
    expect(lived.ballast).toEqual({ isHeld: true, whenFull: 'released', inTheEnd: 'held' });
    expect(lived.doctor).toMatchObject({
      status: 'fault',
      lines: [expect.stringMatching(/^Disken har været fuld, og kun/)],
    });
    expect(lived.reported, 'to the log, once each').toEqual([true, false]);
  });
});
