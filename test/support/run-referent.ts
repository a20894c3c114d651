import { spawn } from 'node:child_process';
import { builtPath } from './built-sources.js';

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Settings of the machine the tests run on must not reach the command. */
const ownSettings = /^(?:REFERENT_|MicrosoftApp)/;

/**
 * Runs the real command line as a process of its own, from the project's root.
 *
 * @param under a program that starts it and looks after it, with its arguments
 */
export function runReferent(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  under: readonly string[] = [],
): Promise<Finished> {
  const inherited = Object.entries(process.env).filter(([name]) => !ownSettings.test(name));
  const [program = '', ...all] = [...under, process.execPath, builtPath('src/cli/main.ts'), ...args];
  const child = spawn(program, all, {
    env: { ...Object.fromEntries(inherited), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString('utf8');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString('utf8');
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}
