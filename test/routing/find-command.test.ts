import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCommand } from '../../src/routing/find-command.js';
import { echoCommand } from '../support/routes.js';

const isDate = (rest: string) => /^\d{1,2}\. [a-zæøå]+ \d{4}$/.test(rest);
const isNothing = (rest: string) => rest === '';

const commands = [
  echoCommand('minutes.showMeeting', ['møde', 'vis møde'], isDate),
  echoCommand('minutes.listMeetings', ['møder'], (rest) => isNothing(rest) || /^\d{4}$/.test(rest)),
  echoCommand('help.show', ['hjælp', '?'], isNothing),
  echoCommand('minutes.via', ['via'], isNothing),
];

function find(text: string): string | undefined {
  const found = findCommand(commands, text);
  return found === undefined ? undefined : `${found.command.name}(${found.rest})`;
}

describe('A command is found by its words', () => {
  test.each([
    ['møde 13. april 2023', 'minutes.showMeeting(13. april 2023)'],
    ['MØDE 13. april 2023', 'minutes.showMeeting(13. april 2023)'],
    ['moede 13. april 2023', 'minutes.showMeeting(13. april 2023)'],
    ['Møde: 13. april 2023.', 'minutes.showMeeting(13. april 2023)'],
    ['vis møde 13. april 2023', 'minutes.showMeeting(13. april 2023)'],
    ['møder', 'minutes.listMeetings()'],
    ['møder 2021?', 'minutes.listMeetings(2021)'],
    ['hjælp', 'help.show()'],
    ['Hjælp!', 'help.show()'],
    ['hjaelp', 'help.show()'],
    ['?', 'help.show()'],
  ])('%s', (text, expected) => {
    expect(find(text)).toBe(expected);
  });
});

describe('One slip of the finger is forgiven in a word of four letters or more', () => {
  test.each([
    ['hjlæp', 'help.show()'],
    ['hjæp', 'help.show()'],
    ['hjælpp', 'help.show()'],
    ['mødr 13. april 2023', 'minutes.showMeeting(13. april 2023)'],
    ['vis mødet 13. april 2023', 'minutes.showMeeting(13. april 2023)'],
  ])('%s', (text, expected) => {
    expect(find(text)).toBe(expected);
  });

  test('a word spelled right goes before one that is nearly right', () => {
    expect(find('møder')).toBe('minutes.listMeetings()');
  });

  test('a slip that fits two commands fits none', () => {
    const twins = [echoCommand('one', ['liste'], isNothing), echoCommand('two', ['lister'], isNothing)];
    expect(findCommand(twins, 'listen')).toBeUndefined();
    expect(findCommand(twins, 'liste')?.command.name).toBe('one');
  });
});

describe('A question is not taken for a command', () => {
  test.each([
    'møder vi kommunalbestyrelsen i maj?',
    'mødet 13. april 2023 handlede om hvad?',
    'hjælp til ældre borgere',
    'hvad er næste møde 13. april 2023',
    'vis',
    'vi',
    'hhjælpp',
    'hælpj',
    '',
    '   ',
    '...',
  ])('%s', (text) => {
    expect(find(text)).toBeUndefined();
  });
});

test('two slips in one phrase are too many', () => {
  const phrase = [echoCommand('next', ['næste møde'], isNothing)];
  expect(findCommand(phrase, 'næste mdøe')?.command.name).toBe('next');
  expect(findCommand(phrase, 'nætse mdøe')).toBeUndefined();
});

test('any text at all is either a command or not, and finding out takes time in proportion to its length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const found = findCommand(commands, text);
      expect(found === undefined || text.includes(found.rest)).toBe(true);
    }),
  );
  expect(find(`hjælp ${'.'.repeat(200_000)}x`)).toBeUndefined();
});
