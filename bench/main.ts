import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { writeSection } from '../eval/write-section.js';
import { toLocalTime } from '../src/danish/date-format.js';
import { systemClock } from '../src/domain/clock.js';
import { readQuestionSet } from '../src/evaluation/question-set.js';
import { toColumns, toMarkdownTable } from '../src/evaluation/tally.js';
import { agendasTable, measureAgendas } from './agenda.js';
import { inputTable, measureInput } from './input.js';
import { measure } from './measure.js';
import { measureSending, sendingTable } from './outbox.js';
import { barsFor, barsTable, describeStore, enginesTable } from './tables.js';

/** Meetings to make about 3 000 and 30 000 entries: a meeting has ten items on average, and is an entry itself. */
const sizes = { small: 260, large: 2720 };

/** Every so many questions of the set is asked. */
const step = 5;

interface BenchArguments {
  full?: boolean;
  write?: boolean;
  agendas?: boolean;
  input?: boolean;
  sending?: boolean;
}

function readArguments(): BenchArguments {
  const command = new Command('npm run bench --')
    .description('Measures time, memory and index size of a question beside other engines on the same archive.')
    .option('--agendas', 'only how long publishing and posting an agenda takes, beside filling the card template')
    .option('--input', 'only how long 60 members answering 20 items at once takes, beside an echo, and the brief of it')
    .option('--sending', 'only how long messages sent unasked take, beside a plain loop')
    .option('--full', 'also with 30 000 entries, which takes some minutes')
    .option('--write', 'put the figures into docs/performance.md; needs --full, --agendas or --input')
    .parse();
  const given = command.opts<BenchArguments>();
  if (given.write && !given.full && !given.agendas && !given.input)
    command.error('error: --write needs --full, --agendas or --input', { exitCode: 2 });
  return given;
}

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Publishing and posting agendas. */
async function runAgendas({ write }: BenchArguments, folder: string): Promise<void> {
  const rows = agendasTable(await measureAgendas(folder));
  print(toColumns(rows));
  if (!write) return;
  const date = toLocalTime(systemClock.now()).date;
  const head = `Run on ${date} with \`npm run bench -- --agendas --write\`. Node ${process.versions.node}.`;
  await writeSection(
    new URL('../docs/performance.md', import.meta.url),
    'agendas',
    `${head}\n\n${toMarkdownTable(rows)}`,
  );
}

async function run({ full, write }: BenchArguments, folder: string): Promise<void> {
  const all = await readQuestionSet('eval/questions/seeds-blind.jsonl');
  const questions = all.filter((_, index) => index % step === 0);
  const measureIn = async (name: string, meetings: number) => {
    const own = join(folder, name);
    await mkdir(own);
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
    const date = toLocalTime(systemClock.now()).date;
    const head = `Run on ${date} with \`npm run bench -- --full --write\`: ${questions.length} questions, each asked twice, the faster one counted. Node ${process.versions.node}.`;
    const parts = sections.map(({ title, rows, note }) => `## ${title}\n\n${toMarkdownTable(rows)}\n\n${note}`);
    const content = [head, ...parts, `## Limits\n\n${toMarkdownTable(bars)}`].join('\n\n');
    await writeSection(new URL('../docs/performance.md', import.meta.url), 'performance', content);
  }
}

/** Everybody answering at once, and the brief. */
async function runInput({ write }: BenchArguments, folder: string): Promise<void> {
  const rows = inputTable(await measureInput(folder));
  print(toColumns(rows));
  if (!write) return;
  const date = toLocalTime(systemClock.now()).date;
  const head = `Run on ${date} with \`npm run bench -- --input --write\`. Node ${process.versions.node}.`;
  await writeSection(
    new URL('../docs/performance.md', import.meta.url),
    'input',
    `${head}\n\n${toMarkdownTable(rows)}`,
  );
}

/** What the outbox costs. */
async function runSending(folder: string): Promise<void> {
  print(toColumns(sendingTable(await measureSending(folder))));
}

const given = readArguments();
const folder = await mkdtemp(join(tmpdir(), 'referent-bench-'));
try {
  if (given.sending) await runSending(folder);
  else if (given.input) await runInput(given, folder);
  else await (given.agendas ? runAgendas(given, folder) : run(given, folder));
} finally {
  await rm(folder, { recursive: true, force: true });
}
