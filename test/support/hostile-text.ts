import fc from 'fast-check';

/** Pieces of Markdown and of what chat clients act on, so that random texts are full of traps. */
const trap = fc.constantFrom(
  ...['*', '**', '_', '__', '`', '```', '~~', '~~~', '[', ']', '(', ')', '](', '![', '<', '>', '&', '&amp;', '&#35;'],
  ...[
    '#',
    '# ',
    '- ',
    '+ ',
    '* ',
    '1. ',
    '2) ',
    '---',
    '===',
    ':--',
    '|',
    '|-|',
    '\\',
    '!',
    '\n',
    '\n\n',
    '  \n',
    '    ',
  ],
  ...['http://', 'https://a.dk', 'www.', '.dk', 'nordvang.dk', 'ida@nordvang.dk', 'mailto:', '//', 'ftp://x', '<at>'],
  ...['</at>', '<b>', '<a href="x">', '[a](http://b.dk)', '[a]: /url', '{{DATE(2023-04-13T09:00:00Z)}}', 'javascript:'],
  ...[
    '://',
    '$' + '{',
    '$' + '{summary}',
    'æ',
    'Ø',
    'å',
    'é',
    'a',
    'B',
    '1',
    '9',
    ' ',
    '.',
    ',',
    ':',
    ';',
    '"',
    '-',
    '\t',
  ],
  ...['bl.a.', 'm.fl.', '§ 3', '\u00AD', '\u00A0', '\u200B', '\u202E'],
);

/** A text a person or a document could hold, and mostly does not. */
export const hostileText = (maxLength = 14): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof({ weight: 6, arbitrary: trap }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) }),
      { maxLength },
    )
    .map((parts) => parts.join(''));
