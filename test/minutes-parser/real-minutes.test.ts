import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/document-reader/read-document.js';
import { parseMeetingDocument } from '../../src/minutes-parser/parse-meeting-document.js';
import { factsOf, readFacts } from './facts.js';
import { lostWords } from './lost-words.js';

const folder = process.env.REFERENT_REAL_MINUTES;

if (folder === undefined) {
  process.stderr.write(
    'Skipped: real minutes. Set REFERENT_REAL_MINUTES to a folder of minutes and their facts to run these.\n',
  );
}

describe.skipIf(folder === undefined)('real minutes', () => {
  const all = folder === undefined ? [] : readFacts(folder);

  test('the folder holds some', () => {
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
  return readDocument(file, new Uint8Array(readFileSync(join(folder ?? '', file))));
}
