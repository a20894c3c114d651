import type { Command } from 'commander';
import { databaseOption } from './archive.js';
import { doctorPhrases as phrases } from './doctor-phrases.js';
import type { CheckResult } from './doctor-result.js';
import { exitCodes } from './exit-codes.js';
import { print, printJson } from './output.js';

const statusWidth = 8;
const nameWidth = 17;

/** The look's status and name, then what was found, the program's own words on it, and what to do. */
function describeResult({ check, status, lines, details, mend }: CheckResult): string[] {
  const start = `${phrases.statuses[status].padEnd(statusWidth)} ${phrases.checks[check].padEnd(nameWidth)} `;
  const indent = ' '.repeat(start.length);
  return [
    ...lines.map((line, index) => `${index === 0 ? start : indent}${line}`),
    ...details.map((detail) => `${indent}  ${detail}`),
    ...(mend === null ? [] : [`${indent}→ ${mend}`]),
  ];
}

function exitCodeFor(results: readonly CheckResult[]): number {
  if (results.some(({ storeDamaged }) => storeDamaged === true)) return exitCodes.storeDamaged;
  return results.some(({ status }) => status === 'fault') ? exitCodes.inputAtFault : exitCodes.done;
}

export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description('look at this installation and say in plain Danish what is wrong and how to mend it')
    .addOption(databaseOption())
    .option('--json', 'print what was found as JSON')
    .action(async ({ db, json }: { db: string; json?: boolean }) => {
      const { checks } = await import('./doctor-checks.js');
      const results: CheckResult[] = [];
      for (const check of checks) results.push(await check(db));
      const faults = results.filter(({ status }) => status === 'fault').length;
      if (json) printJson({ well: faults === 0, checks: results });
      else print(...results.flatMap(describeResult), '', faults === 0 ? phrases.allWell : phrases.faultsFound(faults));
      process.exitCode = exitCodeFor(results);
    });
}
