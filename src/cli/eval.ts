import { type Command, Option } from 'commander';
import type { Audience } from '../domain/access.js';
import { systemClock } from '../domain/clock.js';
import type { Half } from '../evaluation/question-set.js';
import type { Marked } from '../evaluation/tally.js';
import { databaseOption, withArchive } from './archive.js';
import { complain, count, print, printJson } from './output.js';

interface EvalCommandArguments {
  db: string;
  json?: boolean;
  half?: Half;
}

/** Questions between two lines about progress. */
const progressStep = 100;

async function markAll(file: string, { db, half }: EvalCommandArguments): Promise<Marked[]> {
  const { readQuestionSet } = await import('../evaluation/question-set.js');
  const questions = await readQuestionSet(file, half);
  const { askReferent } = await import('../evaluation/ask-referent.js');
  const { mark } = await import('../evaluation/marks.js');
  return withArchive(db, async ({ store, forum }) => {
    const deps = {
      search: store.search,
      minutes: store.minutes,
      lists: store.lists,
      members: store.members,
      clock: systemClock,
    };
    const audience: Audience = { forumIds: [forum.id], sees: 'open' };
    const marked: Marked[] = [];
    for (const question of questions) {
      marked.push({ question, marks: mark(question, await askReferent(deps, audience, question)) });
      if (marked.length % progressStep === 0) complain(`${marked.length} of ${count(questions.length, 'question')}`);
    }
    return marked;
  });
}

export function registerEval(program: Command): void {
  program
    .command('eval')
    .description('measure the answers on a set of questions whose right answers are known')
    .argument('<file>', 'a JSON object a line: { id, q, context?, type, must, also, answer, half?, kinds? }')
    .addOption(new Option('--half <half>', 'only the questions of this half').choices(['tune', 'report']))
    .addOption(databaseOption())
    .option('--json', 'print the figures as JSON: how many were right, of how many')
    .addHelpText(
      'after',
      '\nA question is an { id, q, context?, type, must, also, answer } with "must" the places { meetingDate, itemNumber } that are\n' +
        'right, empty where the minutes have no answer, and "answer" the words to be found or null.',
    )
    .action(async (file: string, given: EvalCommandArguments) => {
      const marked = await markAll(file, given);
      const { groupByKind, groupByType, measures, tally, toColumns, toRows } = await import('../evaluation/tally.js');
      const tallies = (groups: ReadonlyMap<string, readonly Marked[]>) =>
        Object.fromEntries(
          [...groups].map(([name, group]) => [
            name,
            Object.fromEntries(measures.map((measure) => [measure, tally(group, measure)])),
          ]),
        );
      const [types, kinds] = [groupByType(marked), groupByKind(marked)];
      if (given.json) printJson({ questions: marked.length, types: tallies(types), kinds: tallies(kinds) });
      else {
        print(toColumns(toRows(types)));
        if (kinds.size > 0) print('', toColumns(toRows(kinds)));
      }
    });
}
