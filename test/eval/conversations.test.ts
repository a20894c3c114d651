import { describe, expect, it } from 'vitest';
import { pairUnrelated } from '../../eval/conversations.js';
import type { EvalQuestion } from '../../src/evaluation/question-set.js';

const question = (id: string, itemNumber: number, more: Partial<EvalQuestion> = {}): EvalQuestion => ({
  id,
  q: id,
  type: 'fact',
  must: [{ meetingDate: '2024-01-17', itemNumber }],
  also: [],
  answer: null,
  ...more,
});

const questions = [
  ...[1, 1, 2, 3, 4].map((itemNumber, index) => question(`q${index}`, itemNumber)),
  question('without an answer', 9, { must: [] }),
  question('follow-up', 2, { context: 'q2' }),
];

describe('questions in a conversation', () => {
  const pairs = pairUnrelated(questions, 7);

  it('come right after one that is answered elsewhere', () => {
    expect(pairs.map((pair) => pair.question.id).sort()).toEqual(['q0', 'q1', 'q2', 'q3', 'q4', 'without an answer']);
    for (const { question: asked, before } of pairs) {
      expect(before.must.length).toBeGreaterThan(0);
      expect(before.must).not.toEqual(asked.must);
      expect(before.context).toBeUndefined();
    }
  });

  it('are the same pairs in every run', () => {
    expect(pairUnrelated(questions, 7)).toEqual(pairs);
    expect(pairUnrelated(questions, 8)).not.toEqual(pairs);
  });
});
