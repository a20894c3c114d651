import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDocument } from '../../src/document-reader/read-document.js';
import { parseMeetingDocument } from '../../src/minutes-parser/parse-meeting-document.js';
import { type DocumentFacts, factsOf } from './facts.js';
import { lostWords } from './lost-words.js';

/** Tests that each document is there, is read as its facts say, and loses no word. Called within a `describe`. */
export function testAgreement(folder: string, all: readonly DocumentFacts[]): void {
  const readLines = (file: string) => readDocument(file, new Uint8Array(readFileSync(join(folder, file))));

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
}
