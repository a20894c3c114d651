import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../src/domain/clock.js';
import { answerQuestion } from '../src/features/decisions/answer-question.js';
import { importDocuments } from '../src/features/minutes/import-documents.js';
import { analyseDocument } from '../src/search/analyse-document.js';
import type { Forum, Store } from '../src/store/ports.js';
import { openStore } from '../src/store/sqlite/open-store.js';
import { type EvalArguments, readArguments } from './arguments.js';
import { generateMeetings } from './generate-archive.js';
import { type EvalQuestion, readQuestionSet } from './question-set.js';
import { createFts5 } from './rivals/fts5.js';
import { createDanishMiniSearch, createMiniSearch } from './rivals/minisearch.js';
import { type Rival, toRivalTexts } from './rivals/rival.js';
import { type Marks, mark, type Reply, tabulate } from './tally.js';

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

async function saveGenerated(
  store: Store,
  forum: Forum,
  documents: ReturnType<typeof generateMeetings>,
): Promise<void> {
  for (const document of documents) {
    const fileName = `generated-${document.date}.txt`;
    const sha256 = Buffer.from(fileName).toString('hex').padEnd(64, '0').slice(0, 64);
    const original = { fileName, bytes: Buffer.from(fileName), sha256 };
    const entries = analyseDocument(document);
    await store.minutes.saveDocument({ forumId: forum.id, document, original, entries, importedAt: new Date() });
  }
}

/** Fills a store with the minutes in the middle of the generated meetings: the order of storing must not help. */
async function fillStore(store: Store, given: EvalArguments): Promise<Forum> {
  const forum = await store.forums.ensureForum('eval', 'Chefforum');
  const generated = generateMeetings(given.archive);
  const middle = Math.floor(generated.length / 2);
  await saveGenerated(store, forum, generated.slice(0, middle));
  const report = await importDocuments({ store, forum, clock: systemClock }, [given.minutes]);
  for (const file of report.files) if (file.status === 'failed') print(`not read: ${file.path}: ${file.error}`);
  await saveGenerated(store, forum, generated.slice(middle));
  return forum;
}

async function askReferent(store: Store, forum: Forum, question: EvalQuestion): Promise<Reply & { status: string }> {
  const audience = { forumIds: [forum.id], sees: 'open' as const };
  const deps = { search: store.search, minutes: store.minutes, clock: systemClock };
  const answer = await answerQuestion(deps, question.q, audience, question.context);
  return {
    status: answer.status,
    places: answer.sources.map(({ meetingDate, itemNumber }) => ({ meetingDate, itemNumber })),
    words: `${answer.text}\n${answer.sources[0]?.quote ?? ''}`,
    refused: answer.status === 'not_found',
  };
}

function describeFailure(question: EvalQuestion, reply: Reply & { status: string }, marks: Marks): string | undefined {
  const faults = [
    marks.first === false ? 'first' : '',
    marks.fact === false ? 'fact' : '',
    marks.refused === false ? 'not refused' : '',
    marks.falselyRefused === true ? 'falsely refused' : '',
  ].filter((fault) => fault !== '');
  if (faults.length === 0) return undefined;
  const wanted = question.must.map((place) => `${place.meetingDate}#${place.itemNumber}`).slice(0, 4);
  const got = reply.places.map((place) => `${place.meetingDate}#${place.itemNumber}`).slice(0, 3);
  return [
    `${question.id} [${question.type}] ${faults.join(', ')}: ${question.context ? `(${question.context}) ` : ''}${question.q}`,
    `   want ${wanted.join(' ')} | ${question.answer}`,
    `   got  ${got.join(' ')} ${reply.status}: ${reply.words?.replace(/\s+/g, ' ').slice(0, 420)}`,
  ].join('\n');
}

const group = (groups: Map<string, Marks[]>, name: string, marks: Marks): void => {
  groups.set(name, [...(groups.get(name) ?? []), marks]);
};

async function run(given: EvalArguments, folder: string): Promise<void> {
  const all = await readQuestionSet(given.questions);
  const questions = all.filter((question) => given.half === undefined || question.half === given.half);
  const store = await openStore({ file: join(folder, 'eval.db'), clock: systemClock });
  try {
    const forum = await fillStore(store, given);
    const audience = { forumIds: [forum.id], sees: 'open' as const };
    const meetings = await store.minutes.listMeetings(audience, 'minutes');
    const documents = await Promise.all(meetings.map(({ id }) => store.minutes.getMeeting(audience, id)));
    const texts = documents.flatMap(({ document }) => toRivalTexts(document));
    print(`${questions.length} questions, ${meetings.length} meetings, ${texts.length} entries\n`);

    const byType = new Map<string, Marks[]>();
    const byKind = new Map<string, Marks[]>();
    const overall: Marks[] = [];
    const milliseconds: number[] = [];
    for (const question of questions) {
      const start = performance.now();
      const reply = await askReferent(store, forum, question);
      milliseconds.push(performance.now() - start);
      const marks = mark(question, reply);
      overall.push(marks);
      group(byType, question.type, marks);
      for (const kind of question.kinds ?? []) group(byKind, kind, marks);
      const failure = given.show ? describeFailure(question, reply, marks) : undefined;
      if (failure !== undefined) print(failure);
    }
    print(tabulate(new Map([...[...byType].sort(([one], [other]) => one.localeCompare(other))])));
    if (byKind.size > 0)
      print(`\n${tabulate(new Map([...byKind].sort(([one], [other]) => one.localeCompare(other))))}`);

    const rivals: Rival[] = [createFts5(texts), createMiniSearch(texts), createDanishMiniSearch(texts)];
    const engines = new Map<string, Marks[]>([['Referent', overall]]);
    for (const rival of rivals)
      for (const question of questions) {
        const asked = question.context === undefined ? question.q : `${question.context} ${question.q}`;
        group(engines, rival.name, mark(question, { places: rival.find(asked), words: null, refused: null }));
      }
    print(`\n${tabulate(engines)}`);
    milliseconds.sort((one, other) => one - other);
    const at = (part: number) => milliseconds[Math.floor(part * (milliseconds.length - 1))]?.toFixed(0);
    print(`\nReferent, milliseconds a question: ${at(0.5)} (median), ${at(0.95)} (95 % are faster)`);
  } finally {
    await store.close();
  }
}

const given = readArguments(process.argv.slice(2));
if (given.show && given.half !== 'tune' && given.questions.includes('blind')) {
  process.stderr.write('--show needs --half tune: failures of the reporting half are not to be read\n');
  process.exitCode = 2;
} else {
  const folder = await mkdtemp(join(tmpdir(), 'referent-eval-'));
  try {
    await run(given, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
