import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/document-reader/read-document.js';
import { readText, shown, shownText } from './read-back.js';

const danish = 'Fraværende Åse Ørsted\nResumé';

describe('a plain text file', () => {
  it.each([
    ['UTF-8', Buffer.from(danish, 'utf8')],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${danish}`, 'utf8')],
    ['UTF-16 little endian', Buffer.from(`\ufeff${danish}`, 'utf16le')],
    ['UTF-16 big endian', Buffer.from(`\ufeff${danish}`, 'utf16le').swap16()],
    ['Windows-1252', Buffer.from(danish, 'latin1')],
    ['decomposed letters', Buffer.from(danish.normalize('NFD'), 'utf8')],
  ])('is read the same in %s', async (_, bytes) => {
    const document = await readDocument('referat.txt', new Uint8Array(bytes));
    expect(document.format).toBe('text');
    expect(shown(document)).toEqual(['Fraværende Åse Ørsted', 'Resumé']);
  });

  it('is read line by line when two encodings were pasted together', async () => {
    const bytes = Buffer.concat([Buffer.from('Økonomi\n', 'utf8'), Buffer.from('Ældre og børn\n', 'latin1')]);
    expect(shown(await readDocument('referat.txt', new Uint8Array(bytes)))).toEqual(['Økonomi', 'Ældre og børn']);
  });

  it('keeps the file’s line numbers whatever ends its lines', async () => {
    const { lines } = await readText('referat.txt', 'et\r\nto\rtre\n\nfem\n');
    expect(lines.map(({ number, text }) => [number, text])).toEqual([
      [1, 'et'],
      [2, 'to'],
      [3, 'tre'],
      [4, ''],
      [5, 'fem'],
    ]);
  });

  it('counts pages by form feeds, and has none without', async () => {
    const { lines } = await readText('referat.txt', 'side et\nmere\f\nside to\n');
    expect(lines.filter((line) => line.text !== '').map((line) => [line.page, line.text])).toEqual([
      [1, 'side et'],
      [1, 'mere'],
      [2, 'side to'],
    ]);
    expect((await readText('referat.txt', 'uden sider')).lines[0]?.page).toBeNull();
  });

  it('shows no-break spaces as spaces and hides soft hyphens', async () => {
    expect(await shownText('referat.txt', 'kl.\u00a09.00, budget\u00adproces, time\u2011out')).toEqual([
      'kl. 9.00, budgetproces, time-out',
    ]);
  });

  it('resolves links and emphasis that a conversion left behind, and nothing else', async () => {
    const text = [
      'Se [medarbejdersiden](#) og *En kommune - én organisation*.',
      '# ikke en overskrift',
      '1\\. sept_1 og _understreget_, 2*3*4, a * b, Anna*, Bo*',
      '[note](se bilag) [mål][1] [x]',
      'Læs [planen](https://nordvang.example/plan) eller [skriv](mailto:post@nordvang.example)',
      '&amp; <b>',
    ].join('\n');
    expect(await shownText('referat.txt', text)).toEqual([
      'Se medarbejdersiden og En kommune - én organisation.',
      '# ikke en overskrift',
      '1\\. sept_1 og _understreget_, 2*3*4, a * b, Anna*, Bo*',
      '[note](se bilag) [mål][1] [x]',
      'Læs planen (https://nordvang.example/plan) eller skriv (post@nordvang.example)',
      '&amp; <b>',
    ]);
    expect((await readText('referat.txt', '# ikke en overskrift')).lines[0]?.heading).toBe(false);
  });
});
