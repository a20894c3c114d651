import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../src/cards/escape-markdown.js';
import { isPlain } from '../../src/cards/is-plain.js';
import { removeInvisible } from '../../src/cards/remove-invisible.js';
import { textCost } from '../../src/cards/text-cost.js';
import { foldLines } from '../support/card-window.js';
import { hostileText } from '../support/hostile-text.js';

const numRuns = process.env.REFERENT_LONG === undefined ? 3_000 : 100_000;

/** Readers of Markdown as chat clients have them: plain, with links found in bare text, strict, and with HTML let through. */
const readers = {
  plain: new MarkdownIt(),
  linkify: new MarkdownIt({ linkify: true }),
  commonmark: new MarkdownIt('commonmark'),
  html: new MarkdownIt({ html: true, linkify: true }),
};

const harmless = new Set(['paragraph_open', 'paragraph_close', 'inline', 'text', 'text_special', 'hardbreak']);

function tokenTypes(reader: MarkdownIt, markdown: string): Set<string> {
  return new Set(
    reader.parse(markdown, {}).flatMap((token) => [token.type, ...(token.children ?? []).map((child) => child.type)]),
  );
}

/** What a person sees: lines of text. */
function visibleText(reader: MarkdownIt, markdown: string): string {
  return reader
    .parse(markdown, {})
    .filter((token) => token.type === 'inline')
    .map((token) => (token.children ?? []).map((child) => (child.type === 'hardbreak' ? '\n' : child.content)).join(''))
    .join('\n');
}

/** The text as it should look: invisible characters gone, list marks as bullets. */
const expectedText = (text: string): string =>
  foldLines(
    removeInvisible(text)
      .split('\n')
      .map((line) => line.replace(/^\s+[-*•]\s+(?=\S)/, '– ').replace(/^[-*]\s+(?=\S)/, '• '))
      .join('\n'),
  );

function expectShownAsWritten(text: string): void {
  const escaped = escapeMarkdown(text);
  for (const [name, reader] of Object.entries(readers)) {
    const strange = [...tokenTypes(reader, escaped)].filter((type) => !harmless.has(type));
    expect(strange, `${name} reads ${JSON.stringify(text)}`).toEqual([]);
    expect(foldLines(visibleText(reader, escaped)), name).toBe(expectedText(text));
  }
}

describe('escaping text for Markdown', () => {
  it('shows any text as it is written, with no link, picture, mention or layout of its own', () => {
    fc.assert(fc.property(hostileText(), expectShownAsWritten), { numRuns });
  });

  it('takes no text for plain that has to be changed', () => {
    const nearlyPlain = fc.string({
      unit: fc.constantFrom(
        ...' .,:/&#+-=()1aZæÅé*_@<$[{\\\n\u00AD\u200B\u3164\u00A0wx',
        'www',
        '9.',
        '. ',
        'com',
        '${',
      ),
      maxLength: 12,
    });
    const text = fc.oneof(nearlyPlain, hostileText());
    fc.assert(
      fc.property(text, (line) => {
        if (!isPlain(line)) return;
        expect(removeInvisible(line)).toBe(line);
        // Beside a paragraph that has to be escaped, every text is looked at.
        expect(escapeMarkdown(`${line}\n\n*`)).toBe(line === '' ? '\\*' : `${line}\n\n\\*`);
        expect(textCost(line)).toBe(JSON.stringify(line).length);
        expect(line).not.toContain('$');
      }),
      { numRuns: numRuns * 3 },
    );
    expect(isPlain('Økonomi & Stab får 18 mio. kr. (kl. 9.00–12.00); se referatet fra 13.4.2023')).toBe(true);
  });

  it('leaves ordinary minutes untouched, so that no client can show a stray backslash', () => {
    const ordinary = [
      'Økonomi & Stab (10 min.) – se bilag 3, jf. § 4, stk. 2!',
      'Direktøren orienterede bl.a. om tidsplanen, f.eks. frist den 27.4.2023 kl. 9.00-11.00.',
      'Bilag: udkast_2024_v2.docx #3 og 50% af 2,1 mio. kr. + moms',
    ];
    for (const text of ordinary) expect(escapeMarkdown(text)).toBe(text);
  });

  it('keeps lists readable without becoming Markdown lists', () => {
    expect(escapeMarkdown('Vedtaget:\n- første\n  - under\n\n1. at noget\n2. at andet')).toBe(
      'Vedtaget:  \n• første  \n\u00A0\u00A0– under\n\n1.\u00A0at noget  \n2.\u00A0at andet',
    );
  });

  it.each([
    ['a link', '[Klik her](https://ond.example)'],
    ['a picture', '![x](https://ond.example/x.png)'],
    ['a bare address', 'Se https://ond.example/a?b=c og www.ond.dk eller ond.dk'],
    ['an autolink', '<https://ond.example>'],
    ['a mail address', 'Skriv til ida.holm@nordvang.dk'],
    ['a mention', '<at>Ida Holm</at>'],
    ['HTML', '<img src=x onerror=alert(1)>'],
    ['an entity', '&lt;b&gt; &#60;'],
    ['a heading underline', 'Titel\n===\nTitel\n---'],
    ['a table', 'a | b\n--|--\n1 | 2'],
    ['a table of one column', 'a | b\n:--'],
    ['a code block', '    kode\n```\nkode\n```'],
    ['a backslash before a tag', '\\<b> \\* \\[x](y) \\'],
  ])('shows %s as text', (_, text) => expectShownAsWritten(text));
});

describe('removing invisible characters', () => {
  it('takes away what hides or reorders text', () => {
    expect(removeInvisible('a\u200Bb\u202Ec\u2066d\uFEFFe\u{E0041}f\u0000g\uD800h\uE000i\uFE0F')).toBe('abcdefghi');
  });

  it('keeps Danish letters, accents, soft hyphens and line breaks', () => {
    expect(removeInvisible('ældre øn ål é e\u0301 sam\u00ADmen\r\nlinje\ttab')).toBe(
      'ældre øn ål é e\u0301 sam\u00ADmen\nlinje\ttab',
    );
  });
});
