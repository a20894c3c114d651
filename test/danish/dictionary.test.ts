import { describe, expect, test, vi } from 'vitest';
import { Dictionary, danishDictionary } from '../../src/danish/dictionary.js';
import { runThrough } from '../../src/domain/steps.js';

const affixes = `
#Substantiv
SFX 1 Y 2
SFX 1 0 en .
SFX 1 0 s/32 .
#Verbum
SFX 2 Y 1
SFX 2 e te [^e]e
SFX 3 Y 1
SFX 3 0 s .
`;

describe('a dictionary', () => {
  const words = ['6', 'sag/1,3', 'Åben/3', 'lede/2', 'sag/2', 'fik st:få', 'få/3', 'x/1', 'a-b/1', ''].join('\n');
  const dictionary = runThrough(Dictionary.read(affixes, Buffer.from(words)));

  test('joins the flags of a word that stands in it twice', () => {
    expect(dictionary.readings('sagen')).toEqual([{ lemma: 'sag', wordClass: 'noun', joint: false }]);
    expect(dictionary.readings('lede')).toEqual([{ lemma: 'lede', wordClass: 'verb', joint: false }]);
    expect(dictionary.readings('ledte')).toEqual([{ lemma: 'lede', wordClass: 'verb', joint: false }]);
    expect(dictionary.readings('leden')).toEqual([]);
  });

  test('folds its words, and follows a form to the word it is of', () => {
    expect(dictionary.has('aaben')).toBe(true);
    expect(dictionary.readings('fik')).toEqual([{ lemma: 'faa', wordClass: 'verb', joint: false }]);
  });

  test('tells the first part of a compound from a word', () => {
    expect(dictionary.jointLemma('sags')).toBe('sag');
    expect(dictionary.jointLemma('ledes')).toBeUndefined();
  });

  test('knows no single letters and nothing with marks in it', () => {
    for (const form of ['x', 'xen', 'a-b', 'ab', '']) expect(dictionary.has(form)).toBe(false);
  });

  test('reads the whole Danish word list, its last words as its first', () => {
    for (const form of ['borgermoede', 'budgetter', 'aabningstiderne', 'zoo', 'oevelserne'])
      expect(danishDictionary().has(form), form).toBe(true);
    expect(danishDictionary().has('qwxzv')).toBe(false);
  });
});

test('the Danish dictionary is loaded beside other work, and whole for whoever needs it meanwhile', async () => {
  vi.resetModules();
  const fresh = await import('../../src/danish/dictionary.js');
  const loading = fresh.loadDictionary();
  for (let step = 0; step < 3; step += 1) expect(loading.next().done).toBe(false);
  for (const form of ['aabne', 'sagen', 'oekonomi']) expect(fresh.danishDictionary().has(form), form).toBe(true);
  expect(loading.next().done).toBe(true);
  expect(fresh.loadDictionary().next().done).toBe(true);
});
