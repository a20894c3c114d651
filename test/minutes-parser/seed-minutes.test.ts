import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseMeetingDocument } from '../../src/minutes-parser/parse-meeting-document.js';
import { factsOf, readFacts } from './facts.js';
import { linesOf } from './lines-of.js';
import { lostWords } from './lost-words.js';

const here = dirname(fileURLToPath(import.meta.url));
const minutes = join(here, '../../seeds/minutes');
const all = readFacts(join(here, 'seed-facts')).filter(({ file }) => /\.(?:txt|md)$/.test(file));

describe('the seed minutes', () => {
  test('there are some', () => {
    expect(all.length).toBeGreaterThan(0);
  });

  test.each(all)('$file is read as its facts say', (expected) => {
    expect(factsOf(parseMeetingDocument(readLines(expected.file)), expected)).toEqual(expected);
  });

  test.each(all)('no word of $file is lost, none doubled', ({ file }) => {
    const lines = readLines(file);
    expect(lostWords(lines, parseMeetingDocument(lines))).toEqual({ lost: [], doubled: [] });
  });
});

function readLines(file: string) {
  return linesOf(readFileSync(join(minutes, file), 'utf8'), file.endsWith('.md') ? 'markdown' : 'text');
}
