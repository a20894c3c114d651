import { describe, expect, test } from 'vitest';
import { isCode } from '../../scripts/regexes/is-code.js';
import { mayExplode, mayGrowFast } from '../../scripts/regexes/judge-pattern.js';

const judge = (pattern: RegExp) => mayExplode({ source: pattern.source, flags: pattern.flags }, 10_000);

describe('the check of regular expressions', () => {
  test.each([
    ['a repetition in a repetition', '(a+)+$'],
    ['blanks within repeated words', String.raw`^(\s*Punkt\s*)*$`],
    ['two ways to the same word', '(?:ab|a|b)+$'],
    ['an optional part that makes the same text', '^(?: a?a?)*$'],
    ['letters that may be read as either', String.raw`^(?:\p{L}|\p{Lu})+\d`],
    ['a word inside which another begins', '^(?:aba|ab|ac|c)*$'],
  ])('refuses %s', (_what, source) => {
    expect(judge(new RegExp(source, 'u'))).toBe('exponential');
  });

  test.each([
    /\s+$/u,
    /^(?:(?:hej|øh|så|sig mig) )+/iu,
    /(?: (?:egentlig|egentligt|lige))+$/u,
    /^(?:(?:fra|af|møde i)\s+)+/u,
    /(?<=\s)\p{Lu}\p{L}+(?:,\s\p{Lu}\p{L}+)*/u,
    /^-?\d{1,3}(?:\.\d{3})+$/u,
  ])('lets %s be', (pattern) => {
    expect(judge(pattern)).toBe('no');
  });
});

describe('the check for polynomial time', () => {
  const grows = (source: string) => mayGrowFast({ source, flags: 'u' }, 10_000);

  test.each(['a+$', String.raw`\s+$`, '^(.*)b(.*)b(.*)c$'])('finds it in %s', (source) => {
    expect(grows(source)).toBe('polynomial');
  });

  test.each(['^a+$', 'a{1,20}$', String.raw`^\d+\.\d+`])('lets %s be', (source) => {
    expect(grows(source)).toBe('no');
  });
});

test('words of which a text is made in one way are told from others', () => {
  expect(isCode(['a', 'ab', 'bb'])).toBe(true);
  expect(isCode(['0', '10', '110'])).toBe(true);
  expect(isCode(['a', 'ab', 'b'])).toBe(false);
  expect(isCode(['car', 'cart', 'tin', 'in'])).toBe(false);
  expect(isCode(['a', ''])).toBe(false);
  expect(isCode(['a', 'a'])).toBe(false);
});
