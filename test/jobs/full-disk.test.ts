import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type BuiltScript, buildScript } from '../support/build-script.js';
import { canMount, runOnDiskOf } from '../support/small-disk.js';

const isPossible = canMount('sending from a full disk');

const shape = z.object({
  acknowledged: z.array(z.number()),
  refused: z.array(z.number()),
  unexpected: z.array(z.string()),
  arrived: z.array(z.object({ number: z.number(), wasCommitted: z.boolean(), whileFull: z.boolean() })),
  settled: z.array(z.object({ number: z.number(), state: z.string() })),
  faults: z.array(z.string()),
});

describe.skipIf(!isPossible)('on a full disk nothing is sent unasked that was not committed before', () => {
  let script: BuiltScript;
  beforeAll(async () => {
    script = await buildScript('test/support/send-on-a-full-disk.ts');
  });
  afterAll(() => script.remove());

  const sendFromDiskOf = async (megabytes: number) => shape.parse(await runOnDiskOf(megabytes, script));
  const numbersOf = (all: readonly { number: number }[]) => all.map(({ number }) => number).sort((a, b) => a - b);

  test.each([
    ['where there never was room for the ballast', { megabytes: 5, hasBallast: false }],
    ['where the ballast is given up', { megabytes: 64, hasBallast: true }],
  ])('%s', async (_name, { megabytes, hasBallast }) => {
    const { acknowledged, refused, unexpected, arrived, settled, faults } = await sendFromDiskOf(megabytes);
    if (hasBallast) {
      expect(refused.length, 'the write that met the full disk, and the next has room').toBe(1);
      expect(numbersOf(arrived.filter(({ whileFull }) => whileFull)), 'messages under way go on').toEqual(acknowledged);
    } else expect(refused.length).toBe(10);
    expect(unexpected).toEqual([]);
    expect(arrived.filter(({ wasCommitted }) => !wasCommitted)).toEqual([]);
    const seen = numbersOf(arrived);
    expect(new Set(seen).size, 'none twice').toBe(seen.length);
    expect(seen.filter((number) => refused.includes(number))).toEqual([]);
    // Each that was acknowledged arrived, or is known as one that may not have.
    expect(numbersOf(settled)).toEqual(acknowledged);
    const sent = settled.filter(({ state }) => state === 'sent');
    expect(sent.filter(({ number }) => !seen.includes(number))).toEqual([]);
    expect(settled.filter(({ state }) => state !== 'sent' && state !== 'uncertain')).toEqual([]);
    expect(faults).toEqual([]);
  });
});
