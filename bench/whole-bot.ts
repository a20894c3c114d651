import { join } from 'node:path';
import { fillStore } from '../eval/fill-store.js';
import { writeFts5 } from '../eval/rivals/fts5.js';
import { toRivalTexts } from '../eval/rivals/rival.js';
import { systemClock } from '../src/domain/clock.js';
import { homeTenant } from '../src/domain/home-tenant.js';
import { readQuestionSet } from '../src/evaluation/question-set.js';
import { openStore } from '../src/store/sqlite/open-store.js';
import { message, tenantId } from '../test/support/activities.js';
import { FakeConnector } from '../test/support/fake-connector.js';
import { type BotProcess, type BotPrograms, buildBots } from './bot-process.js';
import { atLeast, atMost, megabytes, milliseconds, ratio } from './format.js';
import { percentile } from './percentile.js';

/** Meetings to make about 10 000 entries: a meeting has ten items on average, and is an entry itself. */
const meetings = 900;
const questionStep = 5;
const starts = 3;
/** Each bot runs for a while uncounted; then they take turns, so that whatever else the machine does falls on both. */
const sustained = { warmUpSeconds: 5, rounds: 5, secondsARound: 4, atOnce: 8, people: 40 };
const limits = { question: 1.5, memory: 80e6, start: 2, turns: 0.5 };

interface Compared {
  referent: number;
  rival: number;
}

interface PerhapsCompared {
  referent: number | null;
  rival: number | null;
}

export interface WholeBotFigures {
  entries: number;
  /** Milliseconds of a question, median and 95 % within, over HTTP. */
  question: Compared;
  questionP95: Compared;
  /** Milliseconds of processor time a question takes on average; null where the system does not tell. */
  processor: PerhapsCompared;
  /** Most bytes held; null where the system does not tell. */
  memory: PerhapsCompared;
  /** Milliseconds from start until ready. */
  start: Compared;
  /** Turns a second with several people at once, and milliseconds that 99 % of them were within. */
  turns: Compared;
  turnsP99: Compared;
}

/** One archive in Referent's store and in a plain full-text index. */
async function fillBoth(folder: string) {
  const files = { store: join(folder, 'referent.db'), index: join(folder, 'plain.db') };
  const store = await openStore({ file: files.store, clock: systemClock });
  try {
    const forum = await fillStore(store, 'seeds/minutes', meetings, homeTenant);
    const audience = { forumIds: [forum.id], sees: 'open' } as const;
    const texts = [];
    for (const { id } of await store.minutes.listMeetings(audience, 'minutes'))
      texts.push(...toRivalTexts((await store.minutes.getMeeting(audience, id)).document));
    writeFts5(texts, files.index);
    return { ...files, entries: texts.length };
  } finally {
    await store.close();
  }
}

type Bots = { referent: BotProcess; rival: BotProcess };

async function withBots<T>(
  programs: BotPrograms,
  { store, index }: { store: string; index?: string },
  work: (bots: Bots) => Promise<T>,
): Promise<T> {
  const rival = await programs.startBareBot(index);
  try {
    const referent = await programs.startReferent(store);
    try {
      return await work({ referent, rival });
    } finally {
      await referent.stop();
    }
  } finally {
    await rival.stop();
  }
}

/** Each question goes to both in turn, so that whatever else the machine does falls on both. */
async function askBoth({ referent, rival }: Bots, questions: readonly string[], serviceUrl: string) {
  const times = { referent: [] as number[], rival: [] as number[] };
  for (const question of questions) {
    times.referent.push(await referent.post(message(serviceUrl, question)));
    times.rival.push(await rival.post(message(serviceUrl, question)));
  }
  return times;
}

const readProcessorTimes = async ({ referent, rival }: Bots): Promise<PerhapsCompared> => ({
  referent: await referent.readProcessorTime(),
  rival: await rival.readProcessorTime(),
});

/** A person of their own for each number, so that nobody is held to one person's pace. */
const spokenBy = (serviceUrl: string, number: number, text: string) =>
  message(serviceUrl, text, {
    from: {
      id: `29:${number}`,
      name: `Chef ${number}`,
      aadObjectId: `11111111-2222-4333-8444-${String(number).padStart(12, '0')}`,
    },
    conversation: { id: `a:${number}`, conversationType: 'personal', tenantId },
  });

/** As many turns as go in the time, so many at once; milliseconds of each. */
async function sustain(bot: BotProcess, serviceUrl: string, seconds: number): Promise<number[]> {
  const times: number[] = [];
  const begun = performance.now();
  const goOn = async (first: number): Promise<void> => {
    for (let turn = first; performance.now() - begun < seconds * 1000; turn += sustained.atOnce)
      times.push(await bot.post(spokenBy(serviceUrl, turn % sustained.people, 'møder')));
  };
  await Promise.all(Array.from({ length: sustained.atOnce }, (_, index) => goOn(index)));
  return times;
}

async function sustainBoth(bots: Bots, serviceUrl: string) {
  const names = ['referent', 'rival'] as const;
  const times = { referent: [] as number[], rival: [] as number[] };
  for (const name of names) await sustain(bots[name], serviceUrl, sustained.warmUpSeconds);
  for (let round = 0; round < sustained.rounds; round += 1)
    for (const name of names) times[name].push(...(await sustain(bots[name], serviceUrl, sustained.secondsARound)));
  const toRate = (turns: readonly number[]) => ({
    perSecond: turns.length / (sustained.rounds * sustained.secondsARound),
    p99: percentile(turns, 0.99),
  });
  return { referent: toRate(times.referent), rival: toRate(times.rival) };
}

const median = (times: readonly number[]): number => percentile(times, 0.5);

async function measureStarts(programs: BotPrograms, store: string): Promise<Compared> {
  const times = { referent: [] as number[], rival: [] as number[] };
  for (let attempt = 0; attempt < starts; attempt += 1)
    for (const name of ['referent', 'rival'] as const) {
      const bot = await (name === 'referent' ? programs.startReferent(store) : programs.startBareBot());
      times[name].push(bot.readyMs);
      await bot.stop();
    }
  return { referent: median(times.referent), rival: median(times.rival) };
}

/** The product itself in a process of its own, beside the SDK alone in another. */
export async function measureWholeBot(folder: string): Promise<WholeBotFigures> {
  const programs = await buildBots();
  const { store, index, entries } = await fillBoth(folder);
  const set = await readQuestionSet('eval/questions/seeds-blind.jsonl');
  const questions = set.filter((_, position) => position % questionStep === 0).map(({ q }) => q);
  const connector = await FakeConnector.start();
  try {
    const asked = await withBots(programs, { store, index }, async (bots) => {
      await askBoth(bots, questions.slice(0, 20), connector.serviceUrl);
      const before = await readProcessorTimes(bots);
      const times = await askBoth(bots, questions, connector.serviceUrl);
      const after = await readProcessorTimes(bots);
      const each = (name: keyof Bots): number | null =>
        before[name] === null || after[name] === null ? null : (after[name] - before[name]) / questions.length;
      return {
        times,
        processor: { referent: each('referent'), rival: each('rival') },
        memory: { referent: await bots.referent.readPeakMemory(), rival: await bots.rival.readPeakMemory() },
      };
    });
    const start = await measureStarts(programs, store);
    const rates = await withBots(programs, { store }, (bots) => sustainBoth(bots, connector.serviceUrl));
    return {
      entries,
      question: { referent: median(asked.times.referent), rival: median(asked.times.rival) },
      questionP95: { referent: percentile(asked.times.referent, 0.95), rival: percentile(asked.times.rival, 0.95) },
      processor: asked.processor,
      memory: asked.memory,
      start,
      turns: { referent: rates.referent.perSecond, rival: rates.rival.perSecond },
      turnsP99: { referent: rates.referent.p99, rival: rates.rival.p99 },
    };
  } finally {
    await Promise.all([connector.close(), programs.remove()]);
  }
}

/** Headings first. */
export function wholeBotTable({
  question,
  questionP95,
  processor,
  memory,
  start,
  turns,
  turnsP99,
}: WholeBotFigures): string[][] {
  const compare = (what: string, { referent, rival }: Compared, show: (value: number) => string): string[] => [
    what,
    show(referent),
    show(rival),
    ratio(referent / rival),
  ];
  const slower = ({ referent, rival }: Compared): number => referent / rival;
  const used = (time: number | null): string => (time === null ? 'not known here' : milliseconds(time));
  const usedMore =
    processor.referent === null || processor.rival === null ? '' : ratio(processor.referent / processor.rival);
  const held = (bytes: number | null): string => (bytes === null ? 'not known here' : megabytes(bytes));
  const extra = memory.referent === null || memory.rival === null ? null : memory.referent - memory.rival;
  return [
    ['', 'Referent', 'the SDK alone', 'ratio', 'limit', ''],
    [...compare('a question, median', question, milliseconds), ...atMost(slower(question), limits.question, ratio)],
    [...compare('a question, 95 % within', questionP95, milliseconds), '', ''],
    ['a question, processor time', used(processor.referent), used(processor.rival), usedMore, '', ''],
    [
      'memory, the most held',
      held(memory.referent),
      held(memory.rival),
      extra === null ? '' : `${megabytes(extra)} more`,
      ...(extra === null ? ['', ''] : atMost(extra, limits.memory, (value) => `${megabytes(value)} more`)),
    ],
    [...compare('from start to ready', start, milliseconds), ...atMost(slower(start), limits.start, ratio)],
    [
      ...compare(`turns a second, ${sustained.atOnce} at once`, turns, (value) => value.toFixed(0)),
      ...atLeast(slower(turns), limits.turns, ratio),
    ],
    [...compare('and 99 % of them within', turnsP99, milliseconds), '', ''],
  ];
}
