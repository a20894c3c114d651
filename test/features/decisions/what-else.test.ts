import { describe, expect, test } from 'vitest';
import { whatElse } from '../../../src/features/decisions/what-else.js';

describe('what else a quote says', () => {
  test.each([
    ['all that was said is left out', 'Punktet blev udsat.', 'Punktet blev udsat.', ''],
    [
      'the rest is marked where something is left out',
      'Intet nyt. Rammen er 8 mio. kr. Den gælder i år.',
      'Rammen er 8 mio. kr.',
      'Intet nyt. … Den gælder i år.',
    ],
    [
      'a beginning left out is marked',
      'Rammen er 8 mio. kr. Den gælder i år.',
      'Rammen er 8 mio. kr.',
      '… Den gælder i år.',
    ],
    ['an end left out is marked', 'Intet nyt. Rammen er 8 mio. kr.', 'Rammen er 8 mio. kr.', 'Intet nyt. …'],
    ['points keep their marks', '1. at a godkendes\n2. at b godkendes', 'at a godkendes', '…\n2. at b godkendes'],
    [
      'points said in one sentence are left out with what introduces them',
      'Direktøren indstiller,\n\n1. at a godkendes\n2. at b godkendes.',
      'Godkendt: at a godkendes; at b godkendes.',
      '',
    ],
    [
      'a fact alone leaves the sentence whole',
      'Svar senest den 5. maj.',
      'Senest 5. maj 2023.',
      'Svar senest den 5. maj.',
    ],
  ])('%s', (_, quote, said, rest) => {
    expect(whatElse(quote, said)).toBe(rest);
  });
});
