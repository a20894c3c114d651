import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inBatches } from '../../../src/features/minutes/in-batches.js';

test('whatever takes how long, each comes once, in order, in batches that are full but for the last', async () => {
  const works = fc.array(fc.record({ turns: fc.nat(6), eighths: fc.integer({ min: 1, max: 12 }) }), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(works, fc.integer({ min: 1, max: 4 }), fc.nat(5), async (given, atOnce, turnsToSave) => {
      let inHand = 0;
      const pass = async (turns: number): Promise<void> => {
        for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      };
      const batches: { turns: number; eighths: number }[][] = [];
      const work = async (one: (typeof given)[number]) => {
        inHand += 1;
        expect(inHand).toBeLessThanOrEqual(atOnce);
        await pass(one.turns);
        inHand -= 1;
        return one;
      };
      for await (const batch of inBatches(given, { atOnce, share: ({ eighths }) => eighths / 8 }, work)) {
        batches.push(batch);
        await pass(turnsToSave);
      }
      expect(batches.flat()).toEqual(given);
      const eighths = batches.map((batch) => batch.reduce((sum, one) => sum + one.eighths, 0));
      expect(batches.every((batch) => batch.length > 0)).toBe(true);
      expect(eighths.slice(0, -1).every((sum) => sum >= 8)).toBe(true);
    }),
    { numRuns: process.env.REFERENT_LONG === undefined ? 100 : 5_000 },
  );
});
