import fc from 'fast-check';

/** Pieces of minutes as they come, and as they come damaged, for the property tests of the parser. */

const words = fc.constantFrom(
  ...'at og den er Chefforum budgettet drøftes godkendes afdelingen Økonomi & Stab mv. 3. 12,5 (bilag) „citat“ - v. kl. 9.30 2024 indstiller, Bilag'.split(
    ' ',
  ),
  'Punkt',
  'Beslutning',
  'den 31. februar',
  'ultimo uge 8',
);

const phrase = fc.array(words, { minLength: 1, maxLength: 14 }).map((parts) => parts.join(' '));

const headings = [
  'Anledning',
  'Resumé',
  'Sagsfremstilling',
  'Supplerende Sagsfremstilling',
  'Indstilling',
  'Kommunens vision og politikker',
  'Økonomi',
  'Lovgrundlag',
  'Borgerperspektiv',
  'Historik',
  'Beslutning',
  'Bilag',
];

/** A heading as printed, with a letter lost, with a colon, or one that no template has. */
const heading = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...headings) },
  { weight: 1, arbitrary: fc.constantFrom(...headings).map((text) => text.slice(1)) },
  { weight: 1, arbitrary: fc.constantFrom(...headings).map((text) => `${text}:`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('Videre proces', 'BESLUTNING', 'Beslutning om budgettet', 'Kommissorium for gruppen'),
  },
);

const oddLine = fc.constantFrom(
  'Punkt 2: Godkendt.',
  'Punkt 1: CF - Evt.',
  'REFERAT fra sidste møde',
  'Kommunaldirektøren indstiller,',
  'Med indstillingen i sagen ønsker arbejdsgruppen,',
  'Fraværende medarbejdere skal have besked.',
  'Fraværende Anna Lund (Direktør, Børn), Bo',
  '(10 min.)',
  '.',
  '-',
  '1.',
  '00.13.00-A00-1-18',
  'Indholdsfortegnelse',
  '\u00a0\t',
  '13. april 2023',
);

/** Text out of any alphabet, without line breaks of its own. */
const anyText = fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replace(/[\n\r\u2028\u2029]/gu, ' '));

const paragraph = fc.oneof(phrase, phrase.chain(wrapped), oddLine, anyText);
const list = fc
  .array(fc.tuple(fc.constantFrom('- ', '1. ', '2) ', '  - ', '• '), phrase), { minLength: 1, maxLength: 4 })
  .map((points) => points.map(([mark, text]) => `${mark}${text}`).join('\n'));

/** A paragraph broken over lines, once with a page's empty line in the middle of the sentence. */
function wrapped(text: string): fc.Arbitrary<string> {
  const parts = text.split(' ');
  return fc.tuple(fc.nat(parts.length), fc.constantFrom('\n', '\n\n')).map(([at, lineEnd]) => {
    return parts.slice(0, at).join(' ') + lineEnd + parts.slice(at).join(' ');
  });
}

const section = fc
  .tuple(heading, fc.array(fc.oneof(paragraph, list), { maxLength: 4 }), fc.constantFrom('\n\n', '\n'))
  .map(([title, blocks, gap]) => [title, ...blocks].join(gap));

const recommendation = fc
  .array(phrase, { maxLength: 3 })
  .map((points) =>
    [
      'Indstilling',
      'Kommunaldirektøren indstiller,',
      points.map((text, at) => `${at + 1}. at ${text}`).join('\n'),
    ].join('\n\n'),
  );

const absent = fc.constantFrom(
  'Fraværende Anna Lund (Direktør Børn, Sundhed & Velfærd), Bo Hald',
  'Fraværende Anna Lund (Direktør),\nBo Hald (Afdelingschef)',
  'Fraværende\n\nAnna Lund',
);

const caseNumber = fc.constantFrom(
  '00.13.00-A00-1-18',
  '00.30.08-000-1-24',
  '00.13.00 – A00 – 1 – 2018',
  'Sagsnr.: 00.13.00-A00-1-18',
  '00.13-A',
  '',
);

const item = fc.record({
  title: fc.oneof(
    phrase,
    fc.constantFrom('CF - Evt.', 'Lukket punkt - Løn', 'CF - Plan v. Bo (Eva deltager) (9:00-9:30)', ''),
    anyText,
  ),
  caseNumber,
  sections: fc.array(fc.oneof({ weight: 4, arbitrary: section }, recommendation, absent, paragraph, list), {
    maxLength: 6,
  }),
});

/** The text of whole minutes: items numbered in order as a rule, contents sometimes missing. */
export const minutesText: fc.Arbitrary<string> = fc
  .record({
    kind: fc.constantFrom('REFERAT', 'DAGSORDEN'),
    items: fc.array(item, { minLength: 1, maxLength: 5 }),
    hasContents: fc.boolean(),
    skipsNumber: fc.boolean(),
  })
  .map(({ kind, items, hasContents, skipsNumber }) => {
    const contents = items.map(({ title }, at) => `${title}.....\t${at + 3}`).join('\n');
    const body = items.map(({ title, caseNumber: printed, sections }, at) => {
      const number = skipsNumber && at > 1 ? at + 2 : at + 1;
      return [`Punkt ${number}: ${title}`, ...(printed === '' ? [] : [printed]), ...sections].join('\n\n');
    });
    return [
      `${kind} Chefforum d. 13-04-2023`,
      'Mødedato Torsdag d. 13. april 2023 kl. 09:00',
      'Mødested Mødelokale 1',
      ...(hasContents ? ['Indholdsfortegnelse', contents] : []),
      ...body,
    ].join('\n\n');
  });

/** Anything at all, with words of minutes strewn in. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      anyText,
      oddLine,
      heading,
      phrase,
      fc.constantFrom('', '', 'Punkt 1: ', 'Punkt 99: x', 'REFERAT Chefforum d. 13-04-2023', 'Mødedato'),
    ),
    { maxLength: 40 },
  )
  .map((lines) => lines.join('\n'));
