import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/domain/answer.js';
import { createExportAnswerVerb } from '../../../src/features/decisions/export-answer.verb.js';
import { type ExportedFind, exportFinds, toCsv } from '../../../src/features/decisions/export-finds.js';
import { sampleAnswer, sampleSource } from '../../support/card-examples.js';
import { sampleItem } from '../../support/sample-document.js';
import { pressTurn } from '../../support/turns.js';

const row = (changes: Partial<ExportedFind> = {}): ExportedFind => ({
  date: '2023-03-16',
  forum: 'Chefforum',
  itemNumber: 6,
  title: 'Plejehjemmet Åhaven',
  caseNumber: '82.06.00-P20-1-19',
  section: 'Beslutning',
  text: 'Godkendt.',
  ...changes,
});

describe('a list as a file for Excel', () => {
  test('has a heading, one row a find, and begins with the mark by which Excel knows æ, ø and å', () => {
    expect(toCsv([row()])).toBe(
      '\uFEFF"Dato";"Møde";"Punkt";"Titel";"Sagsnummer";"Afsnit";"Tekst"\r\n' +
        '"2023-03-16";"Chefforum";6;"Plejehjemmet Åhaven";"82.06.00-P20-1-19";"Beslutning";"Godkendt."\r\n',
    );
  });

  test.each(['=HYPERLINK("http://x")', '+45 70 10', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '＝1'])(
    'runs no formula: %j',
    (text) => {
      expect(toCsv([row({ title: text })])).toContain(`"'${text.replaceAll('"', '""')}"`);
    },
  );

  test('keeps line breaks, quotes and semicolons of a text in its cell', () => {
    const text = 'Besluttet:\n\n- "Sagsnet"; se bilag';
    expect(toCsv([row({ text })])).toContain('"Besluttet:\n\n- ""Sagsnet""; se bilag"\r\n');
  });

  test('leaves a meeting without an item number empty', () => {
    expect(toCsv([row({ itemNumber: null })])).toContain('"Chefforum";;"Plejehjemmet');
  });
});

const whole = 'Chefforum godkendte indstillingen.\n\nHelle Sandvad følger op.';
const minutes = {
  async getItem(_: unknown, meetingId: string) {
    const lines = { first: 1, last: 1 };
    const item = sampleItem(6, {
      caseNumber: { text: '00.13.00-A00-1-23', subject: '00.13.00', facet: 'A00', sequence: 1, year: 2023 },
      sections: [{ kind: 'decision', heading: 'Beslutning', text: whole, lines }],
    });
    return {
      meetingId,
      forumId: 'forum',
      forum: 'Chefforum',
      kind: 'minutes' as const,
      meetingDate: '2023-03-16',
      fileName: '2023-03-16.txt',
      item,
    };
  },
};
const audience = { forumIds: ['forum'], sees: 'open' } as const;
const found: Answer = sampleAnswer({
  isList: true,
  sources: [
    sampleSource({ quote: 'Chefforum godkendte indstillingen.' }),
    sampleSource({ quote: 'Helle Sandvad følger op.' }),
    sampleSource({ itemNumber: null, quote: 'Birgit Storm', section: 'other' }),
  ],
});

test('a row holds the whole section its words stand in, with the case number; a section comes once', async () => {
  expect(await exportFinds(minutes, audience, found)).toMatchObject([
    { itemNumber: 6, caseNumber: '00.13.00-A00-1-23', section: 'Beslutning', text: whole },
    { itemNumber: null, caseNumber: '', section: '', text: 'Birgit Storm' },
  ]);
});

describe('"Hent som CSV"', () => {
  const verb = createExportAnswerVerb({ answer: async () => found, audienceOf: async () => audience, minutes });
  const data = { question: 'hvad har vi besluttet om budgettet gennem årene' };

  test('offers the file in the personal chat', async () => {
    const reply = await verb.run(pressTurn(verb.verb, data), verb.read(data));
    expect(reply.file?.name).toBe('Beslutninger om kommunikationsnetværk.csv');
    expect(Buffer.from(reply.file?.bytes ?? []).toString('utf8')).toContain('Helle Sandvad følger op.');
    expect(reply).toHaveProperty('text', expect.stringContaining('2 punkter'));
  });

  test('gives no file in a channel, where Teams takes none', async () => {
    const turn = pressTurn(verb.verb, data);
    const reply = await verb.run({ ...turn, conversation: { ...turn.conversation, kind: 'channel' } }, verb.read(data));
    expect(reply.file).toBeUndefined();
  });

  test('refuses data it did not send', () => {
    expect(() => verb.read({ question: 7 })).toThrow();
    expect(() => verb.read({})).toThrow();
  });
});
