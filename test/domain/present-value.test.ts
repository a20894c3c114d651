import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createPresentValue } from '../../src/domain/present-value.js';

test('work finds its own value after every pause, whatever else goes on meanwhile', async () => {
  const present = createPresentValue<number>();
  const work = (value: number, pauses: number): Promise<(number | undefined)[]> =>
    present.during(value, async () => {
      const seen = [present.get()];
      for (let times = 0; times < pauses; times += 1) {
        await pause(1);
        seen.push(present.get());
      }
      return seen;
    });
  const found = await Promise.all([work(1, 9), work(2, 1), work(3, 5)]);
  expect(found.map((values) => [...new Set(values)])).toEqual([[1], [2], [3]]);
});

test('work within work finds the inner value, and the outer one afterwards', async () => {
  const present = createPresentValue<string>();
  const seen = await present.during('outer', async () => {
    const inner = present.during('inner', () => present.get());
    await pause(1);
    return [inner, present.get()];
  });
  expect(seen).toEqual(['inner', 'outer']);
});

test('outside of any work there is no value, also after work that failed', async () => {
  const present = createPresentValue<string>();
  const fail = (): never => {
    throw new Error('no');
  };
  expect(() => present.during('at once', fail)).toThrow('no');
  await expect(present.during('later', async () => fail())).rejects.toThrow('no');
  expect(present.get()).toBeUndefined();
  expect(present.during('again', () => present.get())).toBe('again');
});
