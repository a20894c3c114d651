import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readSeedMeetings, type SeedMeeting } from './seed-texts.js';

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
  'yes-no',
  'recommended',
  'next',
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
  'other-topic',
  'unknown-case',
  'unknown-person',
  'inflected',
  'recurring',
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

function itemAt<T>(
  { meetingDate, itemNumber }: Place,
  of: (meeting: SeedMeeting) => ReadonlyMap<number, T>,
): T | undefined {
  const meeting = meetings.get(meetingDate);
  return meeting === undefined || itemNumber === null ? undefined : of(meeting).get(itemNumber);
}

const titleAt = (at: Place): string => itemAt(at, ({ titles }) => titles) ?? '';

/** The days commitments at a place are due, as they are said: "15. februar 2021". */
function duesAt(at: Place): string {
  const inWords = new Intl.DateTimeFormat('da-DK', { dateStyle: 'long', timeZone: 'UTC' });
  return (itemAt(at, ({ dues }) => dues) ?? []).map((day) => inWords.format(new Date(day))).join(' ');
}

/** The words of four letters or more; years and numbers are none. */
function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
}

/** Whether two words are forms of one: the same, or with the first five letters in common. */
function isAlike(one: string, other: string): boolean {
  return one === other || (one.length >= 5 && other.length >= 5 && one.slice(0, 5) === other.slice(0, 5));
}

/** `;` parts facts that must all stand in the text, `|` parts ways of saying one of them. */
function stands(answer: string, text: string): boolean {
  const lower = text.toLowerCase();
  return answer.split(';').every((fact) => fact.split('|').some((words) => lower.includes(words.toLowerCase())));
}

function wordsOf(question: Question): number {
  return question.q.split(/\s+/).length;
}

function ofType(questions: readonly Question[], type: Question['type']): Question[] {
  return questions.filter((question) => question.type === type);
}

function ofKind(questions: readonly Question[], kind: (typeof kinds)[number]): Question[] {
  return questions.filter((question) => question.kinds?.includes(kind));
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

/** The kinds that say why the minutes cannot answer. */
const reasons: readonly string[] = ['missing-detail', 'other-year', 'other-topic', 'unknown-case'];

describe.each(['seeds-blind.jsonl', 'seeds-blind-2.jsonl'])('the blind questions to the seeds in %s', (name) => {
  const questions = readQuestions(name);

  it('say the kinds of every question', () => {
    expect(questions.filter((question) => question.kinds === undefined).map(({ id }) => id)).toEqual([]);
  });

  it('call short what has two or three words, and long what has eighteen or more', () => {
    const short = ofKind(questions, 'short');
    expect(short.filter((question) => wordsOf(question) > 3)).toEqual([]);
    expect(questions.filter((question) => wordsOf(question) <= 2 && !short.includes(question))).toEqual([]);
    expect(questions.filter((question) => wordsOf(question) >= 18)).toEqual(ofKind(questions, 'long'));
  });

  it('give nothing away where the minutes cannot answer', () => {
    const given = ofType(questions, 'unanswerable').filter(
      ({ must, also, answer }) => answer !== null || must.length + also.length > 0,
    );
    expect(given.map(({ id }) => id)).toEqual([]);
    const withReason = questions.filter((question) => question.kinds?.some((kind) => reasons.includes(kind)));
    expect(withReason.filter(({ type }) => type !== 'unanswerable')).toEqual([]);
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
});

describe('the questions to tune on', () => {
  const questions = readQuestions('seeds-blind.jsonl');
  const elsewhere: readonly string[] = ['yes-no', 'recommended', 'next'];

  it('are at least 300, no type rare', () => {
    expect(questions.length).toBeGreaterThanOrEqual(300);
    const asked = types.filter((type) => !elsewhere.includes(type));
    expect(asked.filter((type) => ofType(questions, type).length < 18)).toEqual([]);
    expect(ofType(questions, 'follow-up').length).toBeGreaterThanOrEqual(40);
    expect(ofType(questions, 'unanswerable').length).toBeGreaterThanOrEqual(60);
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
    expect(ofKind(questions, kind).length).toBeGreaterThanOrEqual(least);
  });

  it('are misspelt in nearly every type', () => {
    const misspelt = new Set(ofKind(questions, 'misspelt').map(({ type }) => type));
    expect(misspelt.size).toBeGreaterThanOrEqual(types.length - elsewhere.length - 2);
  });
});

describe('the questions to report on', () => {
  const questions = readQuestions('seeds-blind-2.jsonl');
  const answerable = questions.filter(({ type }) => type !== 'unanswerable');

  it('are 160 asked by themselves, 40 after another question and 60 without an answer', () => {
    expect(answerable.filter(({ type }) => type !== 'follow-up')).toHaveLength(160);
    expect(ofType(questions, 'follow-up')).toHaveLength(40);
    expect(ofType(questions, 'unanswerable')).toHaveLength(60);
    expect(types.filter((type) => ofType(questions, type).length === 0)).toEqual([]);
  });

  it.each([
    ['misspelt', 50],
    ['compound', 30],
    ['paraphrase', 40],
    ['dated', 80],
    ['abbreviation', 20],
    ['short', 45],
    ['long', 8],
    ['english', 8],
  ] as const)('hold questions of the kind %s, %i or more', (kind, least) => {
    expect(ofKind(questions, kind).length).toBeGreaterThanOrEqual(least);
  });

  it.each([
    ['other-topic', 20],
    ['other-year', 12],
    ['unknown-case', 5],
    ['missing-detail', 23],
  ] as const)('lack an answer for the reason %s %i times', (kind, count) => {
    expect(ofKind(questions, kind)).toHaveLength(count);
  });

  it('say one reason for every question the minutes cannot answer', () => {
    const odd = ofType(questions, 'unanswerable').filter(
      ({ kinds: given }) => given?.filter((kind) => reasons.includes(kind)).length !== 1,
    );
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  it('take a way of giving a fact only from the minutes, or as the day a commitment there is due', () => {
    const strange = answerable.flatMap(({ id, must, answer }) =>
      (answer?.split(/[;|]/) ?? [])
        .filter((fact) => fact !== 'afbud' && !must.some((at) => stands(fact, `${textAt(at)} ${duesAt(at)}`)))
        .map((fact) => ({ id, fact })),
    );
    expect(strange).toEqual([]);
  });

  it('call a paraphrase only what holds no word of the title it asks for', () => {
    const given = ofKind(questions, 'paraphrase').filter(({ q, must }) =>
      must.some((at) => wordsIn(q).some((word) => wordsIn(titleAt(at)).some((other) => isAlike(word, other)))),
    );
    expect(given.map(({ id }) => id)).toEqual([]);
    expect(ofKind(questions, 'paraphrase').filter(({ type }) => ['follow-up', 'unanswerable'].includes(type))).toEqual(
      [],
    );
  });

  it('repeat no question one may tune on', () => {
    const plain = ({ q, context }: Question) =>
      `${context ?? ''} ${q}`
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
        ?.join(' ') ?? '';
    const known = new Set(readQuestions('seeds-blind.jsonl').map(plain));
    expect(questions.filter((question) => known.has(plain(question))).map(({ id }) => id)).toEqual([]);
  });
});

const laterSets = [
  {
    name: 'seeds-blind-3.jsonl',
    counts: { alone: 165, after: 25, without: 60 },
    least: { misspelt: 30, inflected: 20, short: 30, paraphrase: 60, recurring: 10, 'missing-detail': 20 },
  },
  {
    name: 'seeds-blind-4.jsonl',
    counts: { alone: 180, after: 25, without: 65 },
    least: { misspelt: 15, short: 30, paraphrase: 30, recurring: 15, 'missing-detail': 25 },
  },
];

describe.each(laterSets)('the questions of $name', ({ name, counts, least }) => {
  const questions = readQuestions(name);

  it(`are ${counts.alone} asked by themselves, ${counts.after} after another question and ${counts.without} without an answer`, () => {
    const answerable = questions.filter(({ type }) => type !== 'unanswerable');
    expect(answerable.filter(({ type }) => type !== 'follow-up')).toHaveLength(counts.alone);
    expect(ofType(questions, 'follow-up')).toHaveLength(counts.after);
    expect(ofType(questions, 'unanswerable')).toHaveLength(counts.without);
  });

  const fewest: Partial<Record<(typeof kinds)[number], number>> = { ...least, 'other-topic': 20, 'other-year': 10 };
  it.each(kinds.filter((kind) => kind in fewest))('hold as many questions of the kind %s as were asked for', (kind) => {
    expect(ofKind(questions, kind).length).toBeGreaterThanOrEqual(fewest[kind] ?? 0);
  });
});
