import { describe, expect, test } from 'vitest';
import { foldLetters } from '../../src/danish/letters.js';
import { readAskingWords } from '../../src/danish/question-words.js';

const asked = (question: string) => readAskingWords(foldLetters(question).split(' ')).asked[0];

describe('what a question asks for', () => {
  test.each([
    ['hvornår er fristen', 'deadline'],
    ['hvornår holdes borgermødet', 'date'],
    ['hvem har ansvaret for planen', 'person'],
    ['hvem sidder i arbejdsgruppen', 'nomination'],
    ['hvor mange borgere flytter ind', 'amount'],
    ['hvor lang tid tager det', 'duration'],
    ['hvem havde afbud', 'attendance'],
    ['var mette lund med på mødet', 'attendance'],
    ['er der bilag til punktet', 'attachment'],
    ['hvad er sagsnummeret', 'case_number'],
    ['hvad blev besluttet om lederdagen', 'decision'],
    ['hvorfor blev det udsat', 'reason'],
    ['hvor blev mødet holdt', 'place'],
    ['hvornar er borgermødet', 'date'],
    ['hvad bleve besluttt om lederdagen', 'decision'],
    ['klimaplan 2030', 'topic'],
  ] as const)('%s: %s', (question, kind) => {
    expect(asked(question)).toBe(kind);
  });

  test.each([
    ['fraværet i hjemmeplejen', 'attendance'],
    ['hvad manglede i systemet', 'attendance'],
    ['skærme i mødelokaler', 'place'],
    ['fristelser på kontoret', 'deadline'],
  ] as const)('%s does not ask for %s', (question, kind) => {
    expect(asked(question)).not.toBe(kind);
  });
});
