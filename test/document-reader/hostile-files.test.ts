import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/document-reader/read-document.js';
import { hostileFiles, makeWordMinutes, pointingTo } from '../support/hostile-files.js';

describe('a look at a file, before anything of it is unpacked, refuses', () => {
  const seen = hostileFiles.filter(({ isSeenAtOnce }) => isSeenAtOnce);

  test.each(seen.map((file) => [file.what, file] as const))('%s', async (_what, { name, make, told }) => {
    await expect(readDocument(name, make())).rejects.toMatchObject({
      code: 'invalid_input',
      reply: expect.stringMatching(told),
    });
  });

  test('but not what Word users do: links in the text, and a template on some drive', async () => {
    for (const pointing of [
      pointingTo('hyperlink', 'https://nordvang.example/politik'),
      pointingTo('attachedTemplate', 'file:///H:/Skabeloner/Referat.dotm'),
    ]) {
      const { lines } = await readDocument('referat.docx', makeWordMinutes(pointing));
      expect(lines.map(({ text }) => text)).toContain('Godkendt.');
    }
  });
});
