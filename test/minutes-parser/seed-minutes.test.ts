import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/document-reader/read-document.js';
import { parseMeetingDocument } from '../../src/minutes-parser/parse-meeting-document.js';
import { factsOf, readFacts } from './facts.js';
import { lostWords } from './lost-words.js';

const here = dirname(fileURLToPath(import.meta.url));
const minutes = join(here, '../../seeds/minutes');
const all = readFacts(join(here, 'seed-facts'));

describe('the seed minutes', () => {
  test('there are some', () => {
    expect(all.length).toBeGreaterThan(0);
  });

  test.each(all)('$file is read as its facts say', async (expected) => {
    const document = parseMeetingDocument(await readLines(expected.file));
    expect(factsOf(document, expected)).toEqual(expected);
  });

  test.each(all)('no word of $file is lost, none doubled', async ({ file }) => {
    const lines = await readLines(file);
    expect(lostWords(lines, parseMeetingDocument(lines))).toEqual({ lost: [], doubled: [] });
  });
});

function readLines(file: string) {
  return readDocument(file, new Uint8Array(readFileSync(join(minutes, file))));
}
