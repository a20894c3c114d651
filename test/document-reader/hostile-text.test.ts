import { describe, expect, it } from 'vitest';
import { hostilePieces } from '../support/hostile-pieces.js';
import { readText } from './read-back.js';

const megabytes = process.env.REFERENT_LONG === undefined ? 0.5 : 5;

/** Loose on purpose: work that grows with the square of the length would take many minutes. */
const capMilliseconds = 20_000;

describe('a long line of one pattern, over and over,', () => {
  it.each(hostilePieces)('of %j is read in time that grows with its length', async (pattern) => {
    const hostile = `Referat ${pattern.repeat(Math.ceil((megabytes * 1024 * 1024) / pattern.length))} slut`;
    const start = performance.now();
    for (const fileName of ['referat.txt', 'referat.md']) {
      const { lines } = await readText(fileName, hostile);
      expect(lines.at(-1)?.text.endsWith('slut')).toBe(true);
    }
    expect(performance.now() - start).toBeLessThan(capMilliseconds);
  });
});
