import { describe, expect, test } from 'vitest';
import { repairWord } from '../../src/danish/repair-word.js';

describe('spelling a word right that no minutes hold', () => {
  test.each([
    ['tandplejn', 'tandplejen'],
    ['saende', 'sende'],
    ['investeringspujlen', 'investeringspuljen'],
    ['frugtordningg', 'frugtordning'],
    ['rottebekaemplse', 'rottebekaempelse'],
  ])('"%s" was meant to be "%s"', (typed, meant) => {
    expect(repairWord(typed)).toBe(meant);
  });

  test.each(['xqzwvk', 'whistle', 'kort', 'a'.repeat(60), ''])('"%s" is left alone', (typed) => {
    expect(repairWord(typed)).toBeUndefined();
  });
});
