import { describe, expect, it } from 'vitest';
import { cardBytes, fillCard, maxCardBytes } from '../../src/cards/fill-card.js';
import { AppError } from '../../src/domain/app-error.js';

const help = {
  summary: 'Hjælp',
  text: 'Spørg løs.',
  hasExamples: true,
  examples: [] as unknown[],
  commands: [] as unknown[],
  buttonRows: [],
};

const exampleRow = (question: string) => ({
  question,
  button: { title: question, tooltip: question, verb: 'decisions.showAnswer', data: { question } },
});

describe('filling a card', () => {
  it('shows text as written, and leaves what comes back with a press as it is', () => {
    const question = 'Se [her](http://ond.example) *nu*';
    const filled = JSON.stringify(fillCard('help', { ...help, examples: [exampleRow(question)] }));
    expect(filled).toContain(JSON.stringify('Se \\[her](http:/\\/ond.example) \\*nu\\*').slice(1, -1));
    expect(filled).toContain(`"data":{"question":${JSON.stringify(question)}}`);
    expect(filled).toContain(`"title":${JSON.stringify(question)}`);
  });

  it('never reads the data as a template', () => {
    const text = '$' + '{summary} og $' + "{if(true, 'ja', 'nej')}";
    expect(JSON.stringify(fillCard('help', { ...help, text }))).toContain(text);
  });

  it('removes invisible characters, also from what buttons carry', () => {
    const filled = JSON.stringify(fillCard('help', { ...help, examples: [exampleRow('bud\u200Bget\u202E')] }));
    expect(filled).toContain('"data":{"question":"budget"}');
    expect(filled).not.toMatch(/[\u200B\u202E\uE000]/);
  });

  it('refuses to send a card with a field missing', () => {
    const { text: _, ...withoutText } = help;
    expect(() => fillCard('help', withoutText)).toThrow(AppError);
    expect(() => fillCard('help', { ...help, text: undefined })).toThrow(/field is missing/);
    expect(() => fillCard('help', { ...help, commands: [{ usage: 'x' }] })).toThrow(/field is missing/);
  });

  it('refuses a card larger than Teams takes, and tells the person what to do', () => {
    const longest = 'a'.repeat((maxCardBytes - cardBytes(fillCard('help', { ...help, text: '' }))) / 2);
    expect(cardBytes(fillCard('help', { ...help, text: longest }))).toBe(maxCardBytes);
    const tooLong = (): unknown => fillCard('help', { ...help, text: `${longest}a` });
    expect(tooLong).toThrow(/larger than 36864 bytes/);
    try {
      tooLong();
    } catch (error) {
      expect(error).toMatchObject({ reply: expect.stringContaining('spørg sekretariatet') });
    }
  });
});
