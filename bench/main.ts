import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { writeSection } from '../eval/write-section.js';
import { toLocalTime } from '../src/danish/date-format.js';
import { systemClock } from '../src/domain/clock.js';
import { readQuestionSet } from '../src/evaluation/question-set.js';
import { toColumns, toMarkdownTable } from '../src/evaluation/tally.js';
import { agendasTable, measureAgendas } from './agenda.js';
import { hostileTable, measureHostile } from './hostile.js';
import { importsTable, measureImports } from './imports.js';
import { inputTable, measureInput } from './input.js';
import { measure } from './measure.js';
import { measureSending, sendingTable } from './outbox.js';
import { barsFor, barsTable, describeStore, enginesTable } from './tables.js';
import { measureWholeBot, wholeBotTable } from './whole-bot.js';

/** Meetings to make about 3 000 and 30 000 entries: a meeting has ten items on average, and is an entry itself. */
const sizes = { small: 260, large: 2720 };

/** Every so many questions of the set is asked. */
const step = 5;

const performancePage = new URL('../docs/performance.md', import.meta.url);

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** One thing that is measured beside its rival, named as its option and its section of the page. */
interface Bench {
  name: string;
  description: string;
  /** Rows of its table, headings first. @param folder an empty one of its own @param pattern the only one that is asked for */
  measure(folder: string, pattern?: string): Promise<string[][]>;
}

const benches: readonly Bench[] = [
  {
    name: 'agendas',
    description: 'how long publishing and posting an agenda takes, beside filling the card template',
    measure: async (folder) => agendasTable(await measureAgendas(folder)),
  },
  {
    name: 'input',
    description: 'how long 60 members answering 20 items at once takes, beside an echo, and the brief of it',
    measure: async (folder) => inputTable(await measureInput(folder)),
  },
  {
    name: 'sending',
    description: 'how long messages sent unasked take, beside a plain loop',
    measure: async (folder) => sendingTable(await measureSending(folder)),
  },
  {
    name: 'imports',
    description: 'how fast 1 000 minutes are read and indexed, beside a plain index',
    measure: async (folder) => importsTable(await measureImports(folder)),
  },
  {
    name: 'hostile',
    description: 'how the time to read text made to be slow grows when it is doubled to 5 MB',
    measure: async (_, pattern) => hostileTable(await measureHostile(pattern)),
  },
  {
    name: 'whole-bot',
    description: 'the running bot beside the SDK alone: a question, memory, start, turns a second',
    measure: async (folder) => wholeBotTable(await measureWholeBot(folder)),
  },
];

interface BenchArguments {
  full?: boolean;
  write?: boolean;
  /** The one pattern of hostile text to measure. */
  pattern?: string;
  /** Where the archives of the questions are kept. */
  archives?: string;
  /** Those named; none: the questions. */
  chosen: readonly Bench[];
}

function readPattern(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    throw new InvalidArgumentError('give it in JSON, quotes and all');
  }
}

function readArguments(): BenchArguments {
  const command = new Command('npm run bench --').description(
    'Measures time, memory and index size of a question beside other engines on the same archive; or only what is named.',
  );
  for (const { name, description } of benches) command.option(`--${name}`, `only ${description}`);
  const given = command
    .option('--full', 'questions also with 30 000 entries, which takes some minutes')
    .option('--write', 'put the figures into docs/performance.md; questions need --full for it')
    .option('--pattern <json>', 'of the hostile text only this, in JSON: \'"1. "\'', readPattern)
    .option('--archives <folder>', 'keep the archives of the questions there, and ask those that stand there already')
    .parse()
    .opts<Record<string, boolean | string>>();
  const isChosen = ({ name }: Bench): boolean =>
    given[name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())] === true;
  const chosen = benches.filter(isChosen);
  if (given.write && !given.full && chosen.length === 0)
    command.error('error: --write needs --full or the name of a measurement', { exitCode: 2 });
  const { pattern, archives } = given;
  if (pattern !== undefined && given.write === true)
    command.error('error: --pattern measures a part, which is not written', { exitCode: 2 });
  if (archives !== undefined && given.write === true)
    command.error('error: --archives may ask what was built long ago, which is not written', { exitCode: 2 });
  return {
    full: given.full === true,
    write: given.write === true,
    chosen,
    ...(typeof pattern === 'string' ? { pattern } : {}),
    ...(typeof archives === 'string' ? { archives } : {}),
  };
}

const today = (): string => toLocalTime(systemClock.now()).date;

async function runOne(
  { name, measure: measureOne }: Bench,
  { write, pattern }: BenchArguments,
  folder: string,
): Promise<void> {
  const rows = await measureOne(folder, pattern);
  print(`\n${name}\n\n${toColumns(rows)}`);
  if (!write) return;
  const head = `Run on ${today()} with \`npm run bench -- --${name} --write\`. Node ${process.versions.node}.`;
  await writeSection(performancePage, name, `${head}\n\n${toMarkdownTable(rows)}`);
}

async function runQuestions({ full, write }: BenchArguments, folder: string): Promise<void> {
  const all = await readQuestionSet('eval/questions/seeds-blind.jsonl');
  const questions = all.filter((_, index) => index % step === 0);
  const measureIn = async (name: string, meetings: number) => {
    const own = join(folder, name);
    await mkdir(own, { recursive: true });
    return measure(own, meetings, questions);
  };
  const small = await measureIn('small', sizes.small);
  const large = full ? await measureIn('large', sizes.large) : undefined;
  const sections = [small, ...(large === undefined ? [] : [large])].map((measured) => ({
    title: `${measured.entries} entries`,
    rows: enginesTable(measured),
    note: describeStore(measured),
  }));
  const bars = barsTable(barsFor(small, large ?? small));
  for (const { title, rows, note } of sections) print(`\n${title}\n\n${toColumns(rows)}\n\n${note}`);
  print(`\nLimits${large === undefined ? ' (meant for the large archive: --full)' : ''}\n\n${toColumns(bars)}`);
  if (write) {
    const head = `Run on ${today()} with \`npm run bench -- --full --write\`: ${questions.length} questions, each asked twice, the faster one counted. Node ${process.versions.node}.`;
    const parts = sections.map(({ title, rows, note }) => `## ${title}\n\n${toMarkdownTable(rows)}\n\n${note}`);
    const content = [head, ...parts, `## Limits\n\n${toMarkdownTable(bars)}`].join('\n\n');
    await writeSection(performancePage, 'performance', content);
  }
}

const given = readArguments();
const folder = await mkdtemp(join(tmpdir(), 'referent-bench-'));
try {
  for (const bench of given.chosen) {
    const own = join(folder, bench.name);
    await mkdir(own);
    await runOne(bench, given, own);
  }
  if (given.chosen.length === 0) await runQuestions(given, given.archives ?? folder);
} finally {
  await rm(folder, { recursive: true, force: true });
}
