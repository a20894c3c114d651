import type { Command } from 'commander';
import { databaseOption } from './archive.js';
import type { CheckResult } from './doctor-checks.js';
import { exitCodes } from './exit-codes.js';
import { print, printJson } from './output.js';

const describeResult = ({ check, status, lines, mend }: CheckResult): string[] => [
  ...lines.map((line, index) => `${(index === 0 ? `${status}  ${check}` : '').padEnd(16)} ${line}`),
  ...(mend === null ? [] : [`${' '.repeat(16)} → ${mend}`]),
];

function exitCodeFor(results: readonly CheckResult[]): number {
  if (results.some(({ storeDamaged }) => storeDamaged === true)) return exitCodes.storeDamaged;
  return results.some(({ status }) => status === 'fault') ? exitCodes.inputAtFault : exitCodes.done;
}

export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description('look at this installation and say in plain words what to mend')
    .addOption(databaseOption())
    .option('--json', 'print what was found as JSON')
    .action(async ({ db, json }: { db: string; json?: boolean }) => {
      const { checks } = await import('./doctor-checks.js');
      const results: CheckResult[] = [];
      for (const check of checks) results.push(await check(db));
      if (json) printJson({ well: results.every(({ status }) => status !== 'fault'), checks: results });
      else print(...results.flatMap(describeResult));
      process.exitCode = exitCodeFor(results);
    });
}
