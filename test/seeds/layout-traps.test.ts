import { readdirSync, readFileSync } from 'node:fs';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';

/**
 * The layouts that occur in the municipality's documents, each with the mark by which it is known in the raw text. The seeds are what
 * tests and demonstrations lean on: a trap that is not in them is a trap nobody meets before the users do.
 *
 * The text is taken from the files without the project's own readers, so that these cannot hide a trap.
 */
const folder = new URL('../../seeds/minutes/', import.meta.url);

interface Raw {
  name: string;
  format: string;
  text: string;
  pages: string[];
}

async function readRaw(name: string): Promise<Raw> {
  const bytes = readFileSync(new URL(name, folder));
  const format = name.slice(name.lastIndexOf('.') + 1);
  if (format === 'pdf') {
    const pages = (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false })).text;
    return { name, format, text: pages.join('\n\f\n'), pages };
  }
  const text = format === 'docx' ? (await mammoth.convertToHtml({ buffer: bytes })).value : bytes.toString('utf8');
  return { name, format, text, pages: [] };
}

const weekdays = ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag'];
const months = 'januar februar marts april maj juni juli august september oktober november december'.split(' ');

function hasWrongWeekday(text: string): boolean {
  const head = /Mødedato\W+(\p{L}+) d\. (\d+)\. (\p{L}+) (\d{4})/u.exec(text.replaceAll(/<[^>]{1,40}>/g, ' '));
  if (head === null) throw new Error('a seed without a date in its head');
  const day = new Date(Date.UTC(Number(head[4]), months.indexOf(head[3] ?? ''), Number(head[2]))).getUTCDay();
  return weekdays[day] !== head[1]?.toLowerCase();
}

function hasTitleCutInContents(text: string): boolean {
  const headings = [...text.matchAll(/Punkt \d+: ([^\n]+(?:\n[^\n\d#][^\n]*)?)/g)].map((m) =>
    (m[1] ?? '').replaceAll('\n', ' '),
  );
  const ends = [...text.matchAll(/([^\n.]{12})\.{5,}/g)].map((m) => m[1] ?? '');
  return ends.some((end) => headings.some((heading) => /^\p{L}/u.test(heading.split(end)[1] ?? '')));
}

type Trap = [what: string, formats: readonly string[], occurs: RegExp | ((raw: Raw) => boolean)];

const printed = ['txt', 'md'];
const all = ['txt', 'md', 'pdf', 'docx'];

const traps: readonly Trap[] = [
  [
    'Markdown with headings of three levels',
    ['md'],
    ({ text }) => ['# ', '## ', '### '].every((m) => text.includes(`\n${m}`)),
  ],
  [
    'Markdown headings bold and not bold in one file',
    ['md'],
    ({ text }) => /\n#+ \*\*P/.test(text) && /\n#+ P/.test(text),
  ],
  ['escaped characters in names', ['md'], /\p{L}\\[_&]\p{L}|\p{L} \\& \p{L}/u],
  ['links left by the conversion', printed, /\[[^\]]+\]\([^)]+\)/],
  ['emphasis left by the conversion', ['md'], /[^*]\*[^*\n]+\*[^*]/],
  [
    'page header and footer on every page',
    ['pdf'],
    ({ pages }) => pages.length > 1 && pages.every((p) => /Side \d+ af \d+/.test(p)),
  ],
  [
    'every item on a new page',
    ['pdf'],
    ({ pages, text }) =>
      pages.filter((p) => p.includes('Punkt ')).length >= (text.match(/\nPunkt \d+:/g)?.length ?? 99),
  ],
  ['a heading wrapped over two lines', ['pdf'], /Punkt \d+: [^\n]+\n[^\n\d][^\n]*\n\d\d\.\d\d\.\d\d-/],
  [
    'a contents entry wrapped over two lines',
    ['pdf'],
    /\nCF - [^\n.]+\n[^\n]+\.{5,} ?\d+|\n\p{L}[^\n.]{50,}\n\p{L}[^\n]+\.{5,} ?\d+/u,
  ],
  ['a list of absent persons wrapped over two lines', ['pdf'], /\nFraværende [^\n]+\n[^\n]+\)/],
  ['a list of absent persons broken in plain text', ['txt'], /\nFraværende [^\n]+[^)\n]\n[^\n]+\)/],
  ['a sentence cut by an empty line where a page ended', ['txt'], /\p{Ll}\n\n\p{Ll}/u],
  [
    'a paragraph cut by a page break',
    ['pdf'],
    ({ pages }) => pages.some((p, i) => i > 1 && /\n\p{Ll}/u.test(`\n${p}`) && !/^(Punkt|REFERAT|Indhold)/.test(p)),
  ],
  ['a head with an end time', all, /kl\. \d\d[:.]\d\d - \d\d[:.]\d\d/],
  ['participants with commas inside their titles', all, /Mødedeltagere[\s\S]*\([^)]*, [^)]*\)/],
  ['a title cut short in mid word in the contents', all, ({ text }) => hasTitleCutInContents(text)],
  ['a weekday that does not fit its date', all, ({ text }) => hasWrongWeekday(text)],
  ['a damaged facet in a case number', all, /\d\d\.\d\d\.\d\d-\d{3}-\d+-\d\d/],
  ['an item without a case number', all, /Punkt \d+:[^\n]+\n+[^\d\n]/],
  ['the forum prefix', all, /Punkt \d+: CF - /],
  ['no forum prefix', all, ({ text }) => !text.includes('CF - ') && text.includes('Punkt 1')],
  ['a dash that is no prefix', all, /Punkt \d+: (?:CF - )?Temadrøftelse - /],
  ['a presenter', all, /Punkt \d+:[^\n]* v\. \p{Lu}/u],
  ['two presenters', all, /Punkt \d+:[^\n]* v\. \p{L}+ og \p{L}+/u],
  ['guests', all, /Punkt \d+:[^\n]*\(\p{L}+[^)]* deltager\)/u],
  ['a time slot with colons', all, /\(\d+:\d\d-\d+:\d\d\)/],
  ['a time slot with full stops', all, /\(\d+\.\d\d-\d+\.\d\d\)/],
  ['minutes for an item in the case text', all, /\(\d+ min\.\)/],
  [
    'the recommendation before the case text',
    all,
    /Punkt \d+:[^\n]*\n(?:(?!Punkt )[^\n]*\n)*?[#* ]*Indstilling[* ]*\n(?:(?!Punkt )[^\n]*\n)*?[#* ]*Sagsfremstilling/,
  ],
  ['a supplementary case text', all, /Supplerende [Ss]agsfremstilling/],
  [
    'the later sections',
    all,
    ({ text }) =>
      ['Kommunens vision og politikker', 'Økonomi', 'Lovgrundlag', 'Borgerperspektiv', 'Historik'].every((h) =>
        text.includes(h),
      ),
  ],
  ['sections with nothing to note', all, /Intet at bemærke\./],
  ['an item with a decision only', all, /\d\d\.\d\d\.\d\d-[^\n]+\n+[#* ]*Beslutning/],
  ['a line beginning with "Beslutning" above the recommendation', all, /\n[#* ]*Beslutning [^\n]+\n+[^\n]+indstiller,/],
  ['another line above the recommendation', all, /\n[#* ]*Kommissorium [^\n]+\n+[^\n]+indstiller,/],
  ['a recommendation by a chief', all, /Chefen for [^\n]+ indstiller,/],
  ['a recommendation by an acting director', all, /Konst\. direktør[^\n]* indstiller,/],
  ['a foreign recommendation quoted in the case text', all, /[Mm]ed indstillingen i sagen ønsker/],
  ['a first point right under the proposer', printed, /indstiller,\n1\. at/],
  ['a first point after an empty line', printed, /indstiller,\n\n1\. at/],
  ['a decision "Intet."', all, /Beslutning[*\s]*\n+(?:<[^>]+>)?Intet\./],
  ['a decision that is a lone full stop', printed, /Beslutning[*\s]*\n+\.(?:\n|$)/],
  ['a postponed item', all, /udsættes til/],
  ['a withdrawn item', all, /Punktet udgik|blev trukket|er trukket/],
  ['"Bilag 1 indeholder" in prose', all, /Bilag 1 indeholder/],
  ['"Bilag 1; …" as an attachment', all, /Bilag 1; /],
  ['an attachment with underscores and a file ending', all, /\p{L}\\?_\p{L}[^\n]*\.(?:pdf|docx|xlsx)/u],
  ['an absent person without a title', all, /Fraværende\*{0,2} [^\n(]+(?:\n|,|$)/],
  ['"på det kommende Chefforum"', all, /på det kommende Chefforum/],
  ['"senest den 20. …"', all, /senest den \d+\. \p{L}+/u],
  ['"ultimo uge"', all, /ultimo uge \d+/],
  ['"midt januar 2020"', all, /midt \p{L}+ \d{4}/u],
  ['"primo"', all, /primo \p{L}+/u],
  ['"snarest"', all, /snarest/],
  ['a closed item', all, /\(lukket(?: punkt)?\)|Lukket punkt/],
];

describe('the seeds hold every layout trap', () => {
  let files: Raw[] = [];
  beforeAll(async () => {
    files = await Promise.all(readdirSync(folder).map(readRaw));
  });

  it('in at least twelve minutes over at least six years, in all four formats', () => {
    expect(files.length).toBeGreaterThanOrEqual(12);
    expect(new Set(files.map(({ name }) => name.slice(0, 4))).size).toBeGreaterThanOrEqual(6);
    expect(new Set(files.map(({ format }) => format))).toEqual(new Set(all));
  });

  it.each(traps)('%s', (_what, formats, occurs) => {
    const found = files.filter(
      (raw) => formats.includes(raw.format) && (occurs instanceof RegExp ? occurs.test(raw.text) : occurs(raw)),
    );
    expect(found.map(({ name }) => name)).not.toEqual([]);
  });
});
