import { describe, expect, it } from 'vitest';
import { readText, shownText } from './read-back.js';

const read = (text: string): Promise<string[]> => shownText('referat.md', text);

describe('a Markdown file', () => {
  it('marks headings of every level, bold lines and underlined lines as headings', async () => {
    const text =
      '# Referat\n\n### **Beslutning**\n\n**Bilag**\n\n***Historik***\n\n####### Dybt ##\n\nØkonomi\n=======\n';
    expect(await read(text)).toEqual(['# Referat', '# Beslutning', '# Bilag', '# Historik', '# Dybt', '# Økonomi']);
  });

  it('takes a label in bold type before words as words', async () => {
    expect(await read('**Mødedato** Torsdag d. 3. maj 2029 kl. 09:00\n\n#hashtag')).toEqual([
      'Mødedato Torsdag d. 3. maj 2029 kl. 09:00',
      '#hashtag',
    ]);
    expect((await readText('referat.md', '**Ja** og **nej**')).lines[0]?.heading).toBe(false);
  });

  it('resolves escapes and leaves marks within words alone', async () => {
    expect(await read('Bilag Oversigt\\_juni \\& 1\\. \\- \\(x\\) 2\\*3 10.-11.sept_1_a*b*c')).toEqual([
      'Bilag Oversigt_juni & 1. - (x) 2*3 10.-11.sept_1_a*b*c',
    ]);
  });

  it('removes marks of emphasis, code and layout', async () => {
    expect(await read('*En* _to_ **tre** ***fire*** __fem__ `seks *syv*` <u>otte</u> &oslash;l&nbsp;&#33;')).toEqual([
      'En to tre fire fem seks *syv* otte øl !',
    ]);
    expect(await read('2 < 3 og 4 > 1, AT&T, *løs stjerne, 5 * 6')).toEqual([
      '2 < 3 og 4 > 1, AT&T, *løs stjerne, 5 * 6',
    ]);
  });

  it('keeps a link’s address only when it says more than its words', async () => {
    const text = [
      '[siden](#)',
      '[siden](#afsnit "titel")',
      '[plan](https://nordvang.example/a_(b))',
      '[https://nordvang.example](https://nordvang.example/)',
      '[post@nordvang.example](mailto:post@nordvang.example)',
      '<https://nordvang.example>',
      '[**fed**](bilag.pdf)',
      '![logo](logo.png)',
    ].join('\n\n');
    expect(await read(text)).toEqual([
      'siden',
      'siden',
      'plan (https://nordvang.example/a_(b))',
      'https://nordvang.example',
      'post@nordvang.example',
      'https://nordvang.example',
      'fed',
      'logo',
    ]);
  });

  it('nests lists by two spaces a level, whatever the file’s own indentation', async () => {
    const text = '* et\n    * to\n        1. tre\n    + fire\n- fem\n\n  - seks\n\nTekst\n\n7) syv\n   - otte\n- 1) ni';
    expect(await read(text)).toEqual([
      '- et',
      '  - to',
      '    1. tre',
      '  - fire',
      '- fem',
      '  - seks',
      'Tekst',
      '7) syv',
      '  - otte',
      '- 1) ni',
    ]);
  });

  it('joins the cells of a table’s row and drops the line under its head', async () => {
    const text =
      '| Dato | Hvad |\n|:-----|-----:|\n| 3. maj | **Frist** a\\|b |\n\nNavn | Stab\n--- | ---\nAnna | IT\n\nhverken | eller';
    expect(await read(text)).toEqual([
      'Dato · Hvad',
      '3. maj · Frist a|b',
      'Navn · Stab',
      'Anna · IT',
      'hverken | eller',
    ]);
  });

  it('leaves out rules and comments and keeps the words of quotations and code', async () => {
    expect(await read('---\n> citat\n***\n<!-- skjult -->synlig\n```\n**kode**\n```\n')).toEqual([
      'citat',
      'synlig',
      '**kode**',
    ]);
  });

  it('keeps the file’s line numbers', async () => {
    const { lines } = await readText('referat.markdown', '# A\n\n| a | b |\n|---|---|\n| c | d |\n');
    expect(lines.map(({ number, text }) => [number, text])).toEqual([
      [1, 'A'],
      [2, ''],
      [3, 'a · b'],
      [5, 'c · d'],
    ]);
  });
});
