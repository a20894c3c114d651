import { systemClock } from '../src/domain/clock.js';
import { askReferent, type ReferentReply } from '../src/evaluation/ask-referent.js';
import { type Marks, mark } from '../src/evaluation/marks.js';
import type { EvalQuestion } from '../src/evaluation/question-set.js';
import { type Marked, tally } from '../src/evaluation/tally.js';
import type { Forum, Store } from '../src/store/ports.js';
import { report, reportEvery } from './progress.js';
import { createDanishFts5, createFts5 } from './rivals/fts5.js';
import { createDanishMiniSearch, createMiniSearch } from './rivals/minisearch.js';
import { createPostgres } from './rivals/postgres.js';
import { type Rival, type RivalText, toRivalTexts } from './rivals/rival.js';

/** What came of asking every engine every question. */
export interface Evaluation {
  meetings: number;
  entries: number;
  referent: readonly Marked[];
  /** By the rival's name. */
  rivals: ReadonlyMap<string, readonly Marked[]>;
  /** What could not be measured, and why. */
  missing: readonly string[];
  /** Milliseconds each question took Referent, rising. */
  milliseconds: readonly number[];
}

type OnReply = (question: EvalQuestion, reply: ReferentReply, marks: Marks) => void;

/** The question as it is typed; a follow-up with the question before it, since no rival keeps one in mind. */
const textFor = ({ q, context }: EvalQuestion): string => (context === undefined ? q : `${context} ${q}`);

async function askRival(rival: Rival, questions: readonly EvalQuestion[]): Promise<Marked[]> {
  const marked: Marked[] = [];
  const onAsked = reportEvery(200, questions.length, `questions asked of ${rival.name}`);
  for (const question of questions) {
    const places = await rival.find(textFor(question));
    marked.push({ question, marks: mark(question, { places, words: null, refused: null }) });
    onAsked();
  }
  return marked;
}

/** Each in turn, so that only one index is in memory. */
const rivalMakers: readonly ((texts: readonly RivalText[]) => Rival | Promise<Rival>)[] = [
  createFts5,
  createDanishFts5,
  createMiniSearch,
  createDanishMiniSearch,
];

async function askPostgres(
  texts: readonly RivalText[],
  questions: readonly EvalQuestion[],
): Promise<[string, Marked[]] | undefined> {
  let rival: Rival;
  try {
    rival = await createPostgres(texts);
  } catch (error) {
    report(
      `\nPostgreSQL COULD NOT BE STARTED and is not measured: ${error instanceof Error ? error.message : error}\n`,
    );
    return undefined;
  }
  try {
    return [rival.name, await askRival(rival, questions)];
  } finally {
    await rival.close();
  }
}

/** Asks Referent and, over the same minutes, its rivals. */
export async function evaluate(
  store: Store,
  forum: Forum,
  questions: readonly EvalQuestion[],
  onReply: OnReply = () => {},
): Promise<Evaluation> {
  const audience = { forumIds: [forum.id], sees: 'open' } as const;
  const deps = { search: store.search, minutes: store.minutes, lists: store.lists, clock: systemClock };
  const referent: Marked[] = [];
  const milliseconds: number[] = [];
  const onAsked = reportEvery(200, questions.length, 'questions asked of Referent');
  for (const question of questions) {
    const start = performance.now();
    const reply = await askReferent(deps, audience, question);
    milliseconds.push(performance.now() - start);
    const marks = mark(question, reply);
    referent.push({ question, marks });
    onReply(question, reply, marks);
    onAsked();
  }

  const meetings = await store.minutes.listMeetings(audience, 'minutes');
  const texts: RivalText[] = [];
  for (const { id } of meetings) texts.push(...toRivalTexts((await store.minutes.getMeeting(audience, id)).document));
  const rivals = new Map<string, Marked[]>();
  for (const make of rivalMakers) {
    const rival = await make(texts);
    rivals.set(rival.name, await askRival(rival, questions));
    await rival.close();
  }
  const postgres = await askPostgres(texts, questions);
  if (postgres !== undefined) rivals.set(...postgres);
  return {
    meetings: meetings.length,
    entries: texts.length,
    referent,
    rivals,
    missing: postgres === undefined ? ['PostgreSQL could not be started'] : [],
    milliseconds: milliseconds.sort((one, other) => one - other),
  };
}

/** The rival with the most right first hits. @throws RangeError when there is none. */
export function bestRival(rivals: Evaluation['rivals']): [name: string, marked: readonly Marked[]] {
  const [best] = [...rivals].sort(([, one], [, other]) => tally(other, 'first').right - tally(one, 'first').right);
  if (best === undefined) throw new RangeError('no rivals');
  return best;
}
