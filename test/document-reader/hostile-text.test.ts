import { describe, expect, it } from 'vitest';
import { hostilePieces } from '../support/hostile-pieces.js';
import { readText } from './read-back.js';

const megabytes = process.env.REFERENT_LONG === undefined ? 0.5 : 5;

/**
 * Of the processor's time, which is the same on a busy machine. Loose on purpose: work that grows with the square of the length
 * would take many minutes.
 */
const capMilliseconds = 20_000;

const processorMilliseconds = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};

describe('a long line of one pattern, over and over,', () => {
  it.each(hostilePieces)('of %j is read in time that grows with its length', async (pattern) => {
    const hostile = `Referat ${pattern.repeat(Math.ceil((megabytes * 1024 * 1024) / pattern.length))} slut`;
    const start = process.cpuUsage();
    for (const fileName of ['referat.txt', 'referat.md']) {
      const { lines } = await readText(fileName, hostile);
      expect(lines.at(-1)?.text.endsWith('slut')).toBe(true);
    }
    expect(processorMilliseconds(start)).toBeLessThan(capMilliseconds);
  });
});
