import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/document-reader/read-document.js';
import { wordsOf, wordsOfDocument } from './read-back.js';

const folder = process.env.REFERENT_REAL_MINUTES;
const files = folder === undefined ? [] : readdirSync(folder).filter((name) => /^\d{4}-.*\.(?:txt|md)$/.test(name));

describe.skipIf(files.length === 0)('real minutes (skipped unless REFERENT_REAL_MINUTES names their folder)', () => {
  it.each(files)('%s keeps every word, and no mark of Markdown', async (name) => {
    const bytes = readFileSync(join(folder ?? '', name));
    const document = await readDocument(name, new Uint8Array(bytes));
    expect(wordsOfDocument(document)).toEqual(wordsOf(bytes.toString('utf8')));
    expect(document.lines.filter((line) => /\*\*|\\[_&.]|^#|\]\(/.test(line.text))).toEqual([]);
  });
});
