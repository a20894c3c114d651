import { Command } from 'commander';
import { registerDoctor } from './doctor.js';
import { toEnding } from './exit-codes.js';
import { registerImport } from './import.js';
import { complain } from './output.js';
import { registerParse } from './parse.js';

/** Every command, in the order of the help. */
const registrations = [registerParse, registerImport, registerDoctor];

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
  process.exitCode = code;
}
