import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/domain/app-error.js';
import { parseMeetingDocument } from '../../src/minutes-parser/parse-meeting-document.js';
import { linesOf } from './lines-of.js';
import { codesOf, head, minutesOf } from './minutes-of.js';

const parse = (text: string) => parseMeetingDocument(linesOf(text));
const item = (number: number, title = 'CF - Plan') =>
  `Punkt ${number}: ${title}\n\n00.13.00-A00-${number}-18\n\nBeslutning\n\nGodkendt.`;

function refusalOf(text: string): AppError {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('The text was read');
}

describe('the head', () => {
  test('date, times, place and participants whose titles hold commas', () => {
    const document = parse(
      `REFERAT Chefforum d. 13-04-2023\n\nMødedato Torsdag d. 13. april 2023 kl. 9.00 - 11.30\n\nMødested Mødelokale 1, Rådhuset\n\nMødedeltagere Anna Lund (Direktør Børn, Sundhed & Velfærd), Bo Hald\n\n${item(1)}`,
    );
    expect(document).toMatchObject({
      kind: 'minutes',
      forum: 'Chefforum',
      date: '2023-04-13',
      startTime: '09:00',
      endTime: '11:30',
      place: 'Mødelokale 1, Rådhuset',
      participants: [
        { name: 'Anna Lund', title: 'Direktør Børn, Sundhed & Velfærd' },
        { name: 'Bo Hald', title: null },
      ],
      findings: [],
    });
  });

  test('an agenda asks for no decisions', () => {
    const document = parse(
      'DAGSORDEN Chefforum d. 13-04-2023\n\nPunkt 1: Plan\n\n00.13.00-A00-1-18\n\nSagsfremstilling\n\nTekst.',
    );
    expect(document).toMatchObject({ kind: 'agenda', date: '2023-04-13', startTime: null, findings: [] });
  });
});

describe('what cannot be taken in at all is refused in plain Danish', () => {
  test('no minutes', () => {
    expect(refusalOf('Kære alle\n\nHer er min indkøbsliste.').reply).toContain('ligner ikke et referat');
  });

  test('no date', () => {
    expect(refusalOf(`REFERAT Chefforum\n\n${item(1)}`).reply).toContain('dato');
  });

  test('no items', () => {
    expect(refusalOf(head).reply).toContain('ingen punkter');
  });

  test('two meetings in one file', () => {
    const error = refusalOf(`${head}\n\n${item(1)}\n\n${head.replaceAll('13', '27')}\n\n${item(1)}`);
    expect(error.code).toBe('invalid_input');
    expect(error.reply).toContain('Del filen');
  });

  test('an attachment that is called minutes is no second meeting', () => {
    expect(
      minutesOf(`${item(1)}\n\nBilag\n\nReferat Chefforum d. 30-03-2023\n\nReferat fra direktionen`).items,
    ).toHaveLength(1);
  });
});

describe('items', () => {
  test('a decision that reads like a heading opens no item', () => {
    const { items, findings } = minutesOf(
      `Punkt 1: A\n\n00.13.00-A00-1-18\n\nBeslutning\n\nPunkt 1: Godkendt.\n\nPunkt 2: Drøftet.\n\n${item(2)}`,
    );
    expect(items.map(({ number }) => number)).toEqual([1, 2]);
    expect(codesOf(findings)).toEqual(['item_heading_in_text', 'item_heading_in_text']);
  });

  test('a title wrapped over two lines is one', () => {
    const title = 'CF - Klargøring af data i fagsystemer forud for aflevering til\nRigsarkivet v. Bo';
    expect(minutesOf(item(1, title)).items[0]).toMatchObject({
      title: 'CF - Klargøring af data i fagsystemer forud for aflevering til Rigsarkivet v. Bo',
      topic: 'Klargøring af data i fagsystemer forud for aflevering til Rigsarkivet',
      presenters: ['Bo'],
    });
  });

  test('"Punkt 9.30" is a time, though a case number stands below it', () => {
    const { items } = minutesOf(`${item(1)}\n\nPunkt 9.30\n\n00.13.00-A00-1-18\n\n${item(2)}`);
    expect(items.map(({ number }) => number)).toEqual([1, 2]);
  });

  test('"Punkt 3" in the middle of a sentence opens no item', () => {
    const { items } = minutesOf(`${item(1)}\n\nDet behandles sammen med\nPunkt 2: budgettet, når det kommer.`);
    expect(items).toHaveLength(1);
  });
});

describe('odd things are found, with their line, and nothing is thrown away', () => {
  test.each([
    ['weekday_mismatch', `${head.replace('Torsdag', 'Fredag')}\n\n${item(1)}`, 3],
    [
      'meeting_date_disagrees',
      `${head.replace('13. april', '14. april').replace('Torsdag', 'Fredag')}\n\n${item(1)}`,
      3,
    ],
    ['impossible_date', `${head.replace('13. april', '31. april')}\n\n${item(1)}`, 3],
    ['impossible_time', `${head.replace('09:00', '29:00')}\n\n${item(1)}`, 3],
    ['impossible_time', `${head}\n\n${item(1, 'Plan (9:70-9:90)')}`, 7],
    ['impossible_date', `${head}\n\n${item(1)} Frist den 31. juni.`, 13],
    ['missing_item_number', `${head}\n\n${item(1)}\n\n${item(3)}`, 15],
    ['duplicate_item_number', `${head}\n\n${item(1)}\n\n${item(1)}`, 15],
    ['item_number_out_of_order', `${head}\n\n${item(2)}\n\n${item(1)}`, 15],
    ['damaged_case_number', `${head}\n\nPunkt 1: A\n\n00.13.00-000-1-18\n\nBeslutning\n\nGodkendt.`, 9],
    ['item_without_decision', `${head}\n\nPunkt 1: A\n\n00.13.00-A00-1-18\n\nAnledning\n\nTekst.`, 7],
    ['misspelt_heading', `${head}\n\n${item(1)}\n\nBeslutnig\n\nTekst.`, 15],
    [
      'unknown_heading',
      `${head}\n\nPunkt 1: A\n\n00.13.00-A00-1-18\n\nBaggrund\n\nTekst.\n\nBeslutning\n\nGodkendt.`,
      11,
    ],
    ['closed_item', `${head}\n\n${item(1, 'Løn (lukket)')}`, 7],
    ['access_unclear', `${head}\n\n${item(1, 'Vi holder lukket')}`, 7],
    ['text_before_first_item', `${head}\n\nHusk kage.\n\n${item(1)}`, 7],
    ['missing_head', `${head.replace(/^REFERAT.*\n\n/, '')}\n\n${item(1)}`, 1],
    ['contents_extra_entry', `${head}\n\nIndholdsfortegnelse\n\nCF - Plan....3\nCF - Anden plan....4\n\n${item(1)}`, 7],
    [
      'contents_missing_item',
      `${head}\n\nIndholdsfortegnelse\n\nCF - Plan....3\n\n${item(1)}\n\n${item(2, 'CF - Evt.')}`,
      19,
    ],
  ])('%s', (code, text, line) => {
    const { findings } = parse(text);
    expect(findings.map((finding) => [finding.code, finding.line])).toContainEqual([code, line]);
    for (const { message } of findings) expect(message).toMatch(/^\p{Lu}.*\.$|^\p{Lu}.*\S$/su);
  });

  test('a title cut in mid-word in the table of contents agrees', () => {
    const { findings, contents } = minutesOf(
      `Indholdsfortegnelse\n\nCF - Kommissorium for den tværg.....\t3\nCF - Evt......\t4\n\n${item(1, 'CF - Kommissorium for den tværgående gruppe')}\n\n${item(2, 'CF - Evt.')}`,
    );
    expect(findings).toEqual([]);
    expect(contents).toEqual([
      { title: 'CF - Kommissorium for den tværg', page: 3 },
      { title: 'CF - Evt.', page: 4 },
    ]);
  });

  test('sound minutes have no findings', () => {
    expect(minutesOf(`${item(1)}\n\n${item(2)}`).findings).toEqual([]);
  });
});

describe('large hostile texts take time in proportion to their size', () => {
  // Each would take hours, not seconds, if any step looked at the whole text again for every line.
  test.each([
    ['headings in one line', 'Punkt 1: '],
    ['headings one a line', 'Punkt 1: \n\n'],
    ['list marks in one line', '- '],
    ['list marks one a line', '- \n'],
    ['open parentheses', 'Fraværende ('],
    ['contents lines', 'A....3\n'],
    ['spaces', ' '],
    ['names', 'Anna & '],
  ])('%s', (_, piece) => {
    const text = `${head}\n\nIndholdsfortegnelse\n\n${item(1)}\n\n${piece.repeat(Math.ceil(400_000 / piece.length))}`;
    expect(parse(text).items.length).toBeGreaterThan(0);
  });
});
