import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readSeedMeetings } from './seed-texts.js';

/**
 * A question set measures nothing if its own answers are wrong. Whatever stands in eval/questions is therefore held against the seed
 * minutes here: the places exist, and the facts stand in them.
 */
const folder = new URL('../../eval/questions/', import.meta.url);

const types = [
  'decision',
  'deadline',
  'when',
  'who',
  'fact',
  'amount',
  'list',
  'timeline',
  'attendance',
  'attachment',
  'case-number',
  'nominations',
  'outcome',
  'department',
  'follow-up',
  'unanswerable',
] as const;

const kinds = [
  'misspelt',
  'compound',
  'paraphrase',
  'dated',
  'abbreviation',
  'short',
  'long',
  'english',
  'missing-detail',
  'other-year',
] as const;

const place = z.strictObject({
  meetingDate: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  itemNumber: z.int().positive().nullable(),
});

const questionShape = z.strictObject({
  id: z.string().min(1),
  q: z.string().trim().min(1),
  context: z.string().trim().min(1).optional(),
  type: z.enum(types),
  must: z.array(place),
  also: z.array(place),
  answer: z.string().min(1).nullable(),
  half: z.enum(['tune', 'report']).optional(),
  kinds: z.array(z.enum(kinds)).optional(),
});

type Question = z.infer<typeof questionShape>;
type Place = z.infer<typeof place>;

const names = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
const meetings = readSeedMeetings();

function readQuestions(name: string): Question[] {
  const lines = readFileSync(new URL(name, folder), 'utf8').trimEnd().split('\n');
  return lines.map((line, index) => {
    const read = questionShape.safeParse(JSON.parse(line));
    if (!read.success) throw new Error(`${name}:${index + 1}: ${z.prettifyError(read.error)}`);
    return read.data;
  });
}

/** What stands at a place; undefined when there is no such meeting or open item. */
function textAt({ meetingDate, itemNumber }: Place): string | undefined {
  const meeting = meetings.get(meetingDate);
  return itemNumber === null ? meeting?.text : meeting?.items.get(itemNumber);
}

/** `;` parts facts that must all stand in the text, `|` parts ways of saying one of them. */
function stands(answer: string, text: string): boolean {
  const lower = text.toLowerCase();
  return answer.split(';').every((fact) => fact.split('|').some((words) => lower.includes(words.toLowerCase())));
}

function wordsOf(question: Question): number {
  return question.q.split(/\s+/).length;
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

describe.each(names)('the question set %s', (name) => {
  const questions = readQuestions(name);

  it('asks no question twice', () => {
    expect(repeated(questions.map(({ id }) => id))).toEqual([]);
    expect(repeated(questions.map(({ q, context }) => `${context ?? ''} > ${q}`))).toEqual([]);
  });

  it('names no place of a question twice', () => {
    const twice = questions.filter(
      ({ must, also }) => repeated([...must, ...also].map((at) => JSON.stringify(at))).length > 0,
    );
    expect(twice.map(({ id }) => id)).toEqual([]);
  });

  it('points only at meetings and open items that exist', () => {
    const lost = questions.filter(({ must, also }) => [...must, ...also].some((at) => textAt(at) === undefined));
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  it('asks only for facts that stand in the cited minutes', () => {
    const wrong = questions.filter(
      ({ must, answer }) => answer !== null && !stands(answer, must.map((at) => textAt(at) ?? '').join(' ')),
    );
    expect(wrong.map(({ id, answer }) => `${id}: ${answer}`)).toEqual([]);
  });

  it('gives a place for every question but the unanswerable ones', () => {
    const odd = questions.filter(({ type, must }) => (type === 'unanswerable') !== (must.length === 0));
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  it('gives every follow-up the question asked before it', () => {
    const alone = questions.filter(({ type, context }) => type === 'follow-up' && context === undefined);
    expect(alone.map(({ id }) => id)).toEqual([]);
  });
});

describe('the blind questions to the seeds', () => {
  const questions = readQuestions('seeds-blind.jsonl');
  const ofType = (type: Question['type']) => questions.filter((question) => question.type === type);
  const ofKind = (kind: (typeof kinds)[number]) => questions.filter((question) => question.kinds?.includes(kind));

  it('are at least 300, no type rare', () => {
    expect(questions.length).toBeGreaterThanOrEqual(300);
    expect(types.filter((type) => ofType(type).length < 18)).toEqual([]);
    expect(ofType('follow-up').length).toBeGreaterThanOrEqual(40);
    expect(ofType('unanswerable').length).toBeGreaterThanOrEqual(60);
  });

  it.each([
    ['misspelt', 50],
    ['compound', 25],
    ['paraphrase', 50],
    ['dated', 50],
    ['abbreviation', 25],
    ['short', 25],
    ['long', 15],
    ['english', 8],
    ['missing-detail', 20],
    ['other-year', 10],
  ] as const)('hold questions of the kind %s, %i or more', (kind, least) => {
    expect(ofKind(kind).length).toBeGreaterThanOrEqual(least);
  });

  it('say the kinds of every question', () => {
    expect(questions.filter((question) => question.kinds === undefined).map(({ id }) => id)).toEqual([]);
  });

  it('are misspelt in nearly every type', () => {
    expect(new Set(ofKind('misspelt').map(({ type }) => type)).size).toBeGreaterThanOrEqual(types.length - 2);
  });

  it('call short what has two or three words, and long what has eighteen or more', () => {
    expect(ofKind('short').filter((question) => wordsOf(question) > 3)).toEqual([]);
    expect(questions.filter((question) => wordsOf(question) <= 2 && !ofKind('short').includes(question))).toEqual([]);
    expect(questions.filter((question) => wordsOf(question) >= 18)).toEqual(ofKind('long'));
  });

  it('give nothing away where the minutes cannot answer', () => {
    const given = ofType('unanswerable').filter(
      ({ must, also, answer }) => answer !== null || must.length + also.length > 0,
    );
    expect(given.map(({ id }) => id)).toEqual([]);
    const unanswerableKinds = [...ofKind('missing-detail'), ...ofKind('other-year')];
    expect(unanswerableKinds.filter(({ type }) => type !== 'unanswerable')).toEqual([]);
  });

  it('have the fact in every place that counts as right', () => {
    const missing = questions.flatMap(({ id, must, answer }) =>
      answer === null
        ? []
        : must.filter((at) => !stands(answer, textAt(at) ?? '')).map((at) => ({ id, answer, ...at })),
    );
    expect(missing).toEqual([]);
  });

  it('ask for facts short enough to be recognised in any wording', () => {
    const facts = questions.flatMap(({ answer }) => (answer === null ? [] : answer.split(/[;|]/)));
    expect(facts.filter((fact) => fact.trim() !== fact || fact === '' || fact.length > 60)).toEqual([]);
  });

  it('ask about every meeting', () => {
    const asked = new Set(questions.flatMap(({ must }) => must.map(({ meetingDate }) => meetingDate)));
    expect([...meetings.keys()].filter((date) => !asked.has(date))).toEqual([]);
  });

  it('are drawn into halves by lot, each type by itself', () => {
    const lot = ({ id }: Question) => createHash('sha256').update(`seeds-blind/376/${id}`).digest('hex');
    for (const type of types) {
      const drawn = ofType(type).sort((a, b) => (lot(a) < lot(b) ? -1 : 1));
      const halves = drawn.map((_, index) => (index % 2 === 0 ? 'tune' : 'report'));
      expect(drawn.map(({ half }) => half)).toEqual(halves);
    }
  });
});
