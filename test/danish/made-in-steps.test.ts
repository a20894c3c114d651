import { describe, expect, test } from 'vitest';
import { MadeInSteps } from '../../src/danish/made-in-steps.js';

/** Counts to three, a step each. */
function counting() {
  const counted: number[] = [];
  const made = new MadeInSteps(function* () {
    for (let number = 1; number <= 3; number += 1) {
      counted.push(number);
      yield;
    }
    return 'three';
  });
  return { counted, made };
}

describe('what is made in steps', () => {
  test('is made once, whoever goes through its steps', () => {
    const { counted, made } = counting();
    const [one, other] = [made.prepare(), made.prepare()];
    one.next();
    other.next();
    expect(counted).toEqual([1, 2]);
    expect(made.get()).toBe('three');
    expect([one.next().done, other.next().done, made.prepare().next().done]).toEqual([true, true, true]);
    expect(counted).toEqual([1, 2, 3]);
  });

  test('is made at once for whoever needs it before', () => {
    const { counted, made } = counting();
    expect([made.get(), made.get()]).toEqual(['three', 'three']);
    expect(counted).toEqual([1, 2, 3]);
  });

  test('says each time why it cannot be made, and is made when it can', () => {
    let isMissing = true;
    const made = new MadeInSteps(function* () {
      yield;
      if (isMissing) throw new Error('no such file');
      return 'read';
    });
    expect(() => made.get()).toThrow('no such file');
    const [one, other] = [made.prepare(), made.prepare()];
    one.next();
    expect(() => other.next()).toThrow('no such file');
    expect(one.next().done).toBe(true);
    isMissing = false;
    expect(made.get()).toBe('read');
  });
});
