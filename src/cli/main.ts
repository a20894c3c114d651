import { Command } from 'commander';
import { registerAgenda } from './agenda.js';
import { registerAsk } from './ask.js';
import { registerBackup } from './backup.js';
import { registerBrief } from './brief.js';
import { registerDoctor } from './doctor.js';
import { registerEval } from './eval.js';
import { endWith, toEnding } from './exit-codes.js';
import { registerExport } from './export.js';
import { registerImport } from './import.js';
import { registerMembers } from './members.js';
import { complain } from './output.js';
import { registerParse } from './parse.js';
import { registerQuestions } from './questions.js';
import { registerReplay } from './replay.js';
import { registerRestore } from './restore.js';
import { registerServe } from './serve.js';

/**
 * Every command, in the order of the help. Each loads what it needs only when it runs: a question need not wait for
 * the parts of the bot.
 */
const registrations = [
  registerParse,
  registerImport,
  registerAgenda,
  registerBrief,
  registerMembers,
  registerAsk,
  registerQuestions,
  registerEval,
  registerServe,
  registerReplay,
  registerBackup,
  registerRestore,
  registerExport,
  registerDoctor,
];

function createProgram(): Command {
  const program = new Command('referent')
    .description('Reads the minutes of a forum and answers questions about what was decided.')
    .exitOverride();
  for (const register of registrations) register(program);
  return program;
}

// A reader that has seen enough, such as `head`, closes the pipe: no fault of anyone's.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  await createProgram().parseAsync();
} catch (error) {
  const { code, lines } = toEnding(error);
  complain(...lines);
  endWith(code);
}
