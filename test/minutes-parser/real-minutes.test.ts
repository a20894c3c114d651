import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseMeetingDocument } from '../../src/minutes-parser/parse-meeting-document.js';
import { factsOf, readFacts } from './facts.js';
import { linesOf } from './lines-of.js';
import { lostWords } from './lost-words.js';

const folder = process.env['REFERENT_REAL_MINUTES'];

if (folder === undefined) {
  process.stderr.write('Skipped: real minutes. Set REFERENT_REAL_MINUTES to a folder of minutes and their facts to run these.\n');
}

describe.skipIf(folder === undefined)('real minutes', () => {
  const all = folder === undefined ? [] : readFacts(folder);

  test('the folder holds some', () => {
    expect(all.length).toBeGreaterThan(0);
  });

  test.each(all)('$file is read as its facts say', (expected) => {
    const document = parseMeetingDocument(readLines(expected.file));
    expect(factsOf(document, expected)).toEqual(expected);
  });

  test.each(all)('no word of $file is lost, none doubled', ({ file }) => {
    const lines = readLines(file);
    expect(lostWords(lines, parseMeetingDocument(lines))).toEqual({ lost: [], doubled: [] });
  });
});

function readLines(file: string) {
  const text = readFileSync(join(folder ?? '', file), 'utf8');
  return linesOf(text, file.endsWith('.md') ? 'markdown' : 'text');
}
