import { CommanderError } from 'commander';
import { AppError, type AppErrorCode } from '../domain/app-error.js';

/** What the process tells the shell. Scripts rely on these numbers. */
export const exitCodes = { done: 0, inputAtFault: 1, wrongUsage: 2, storeDamaged: 3, storeInUse: 4 } as const;

const exitCodeOf: Readonly<Record<AppErrorCode, number>> = {
  invalid_input: exitCodes.inputAtFault,
  not_found: exitCodes.inputAtFault,
  forbidden: exitCodes.inputAtFault,
  conflict: exitCodes.inputAtFault,
  unavailable: exitCodes.inputAtFault,
  store_damaged: exitCodes.storeDamaged,
  store_in_use: exitCodes.storeInUse,
};

/** How a failed command ends: the exit code, and the lines for stderr, one a fault. */
export interface Ending {
  code: number;
  lines: readonly string[];
}

/** Maps whatever a command threw to its ending; the one place where the command line does so. */
export function toEnding(error: unknown): Ending {
  // Commander has printed its own message, or the help that was asked for.
  if (error instanceof CommanderError)
    return { code: error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUsage, lines: [] };
  if (error instanceof AppError) return { code: exitCodeOf[error.code], lines: error.faults };
  const stack = error instanceof Error ? (error.stack ?? error.name) : String(error);
  return { code: exitCodes.inputAtFault, lines: [`internal fault, please report it: ${stack}`] };
}

/**
 * Ends the process with a code once everything is closed; at once for a damaged store, which would be written to when it
 * is closed at the end.
 */
export function endWith(code: number): void {
  if (code === exitCodes.storeDamaged) process.exit(code);
  process.exitCode = code;
}
