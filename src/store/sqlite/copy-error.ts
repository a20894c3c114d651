import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../domain/app-error.js';
import { toAppError } from './sqlite-errors.js';

const isSystemError = (error: unknown): boolean => error instanceof Error && 'syscall' in error;

function cannotWrite(target: string, cause: unknown): AppError {
  const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
  const folder = dirname(target);
  const what = existsSync(folder) ? `${target} cannot be written (${reason})` : `there is no folder ${folder}`;
  return new AppError('unavailable', what, { cause });
}

/** What is said of a copy that could not be made; a fault of the program comes back unchanged. */
export const toCopyError = (error: unknown, target: string): unknown =>
  isSystemError(error) ? cannotWrite(target, error) : toAppError(error, target);
