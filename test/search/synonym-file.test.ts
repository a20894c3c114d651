import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addForumSynonyms, forumSynonyms } from '../../src/danish/synonyms.js';
import { loadSynonymFile } from '../../src/search/synonym-file.js';

let folder: string;
const write = (text: string): string => {
  const file = join(folder, 'synonymer.json');
  writeFileSync(file, text);
  return file;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'synonyms-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  addForumSynonyms([]);
});

describe('the synonyms the secretariat keeps', () => {
  test('are added to the built-in ones', () => {
    loadSynonymFile(write('[["KFU", "kulturudvalget"]]'));
    expect(forumSynonyms().get('kfu')?.[0]?.others).toEqual([['kulturudvalg']]);
    expect(forumSynonyms().has('dif')).toBe(true);
  });

  test.each([
    ['a file that is no JSON', '[["KFU",', /not a readable JSON/],
    ['a list of words instead of groups', '["KFU", "kulturudvalget"]', /group 1 is not a list/],
    ['a group with one expression', '[["a", "b"], ["KFU"]]', /group 2 is not a list/],
    ['something that is no list', '{"KFU": "kulturudvalget"}', /the file is not a list/],
  ])('stop the start with %s', (_, text, fault) => {
    expect(() => loadSynonymFile(write(text))).toThrow(fault);
  });

  test('stop the start when the file is missing', () => {
    expect(() => loadSynonymFile(join(folder, 'none.json'))).toThrow(/not a readable JSON/);
  });
});
