import { describe, expect, it } from 'vitest';
import { holdsFact, mark } from '../../src/evaluation/marks.js';
import type { EvalQuestion } from '../../src/evaluation/question-set.js';

const here = { meetingDate: '2024-05-02', itemNumber: 3 };
const elsewhere = { meetingDate: '2024-05-02', itemNumber: 4 };
const question: EvalQuestion = { id: 'a', q: 'hvornår', type: 'when', must: [here], also: [], answer: '1. maj' };
const unanswerable: EvalQuestion = { ...question, type: 'unanswerable', must: [], answer: null };

describe('the marks of a reply', () => {
  it('tell whether the first place, or one of three, is right', () => {
    const reply = { words: null, refused: false };
    expect(mark(question, { ...reply, places: [here] })).toMatchObject({ first: true, three: true });
    expect(mark(question, { ...reply, places: [elsewhere, here] })).toMatchObject({ first: false, three: true });
    expect(mark(question, { ...reply, places: [elsewhere, elsewhere, elsewhere, here] })).toMatchObject({
      three: false,
    });
    expect(mark(question, { ...reply, places: [] })).toMatchObject({ first: false, three: false, fact: null });
  });

  it('count a refusal for an unanswerable question and against any other', () => {
    const refusal = { places: [], words: 'Det fandt jeg ikke.', refused: true };
    expect(mark(unanswerable, refusal)).toEqual({
      first: null,
      three: null,
      fact: null,
      refused: true,
      falselyRefused: null,
    });
    expect(mark(question, refusal)).toMatchObject({ refused: null, falselyRefused: true, fact: false });
  });

  it('look for every part of a fact, in any of the ways to say it', () => {
    expect(holdsFact('Senest den\n1. MAJ kl. 9', '1. maj')).toBe(true);
    expect(holdsFact('Anna og Bo', 'anna;bo|bodil')).toBe(true);
    expect(holdsFact('Anna', 'anna;bo|bodil')).toBe(false);
  });
});
