import { AppError } from '../domain/app-error.js';
import type { doctorPhrases } from './doctor-phrases.js';

export type CheckName = keyof typeof doctorPhrases.checks;

/** What one look found. */
export interface CheckResult {
  check: CheckName;
  /** `note`: nothing is wrong, but it is good to know. */
  status: 'well' | 'note' | 'fault';
  /** Plain Danish, one line each: what is so, or what is wrong. */
  lines: string[];
  /** The program's own words on it, English. */
  details: string[];
  /** Danish: what to do about it; null when there is nothing to do. */
  mend: string | null;
  /** The store cannot be trusted: exit status 3. */
  storeDamaged?: boolean;
}

/** One thing the doctor looks at. */
export type Check = (databaseFile: string) => CheckResult | Promise<CheckResult>;

export const well = (check: CheckName, ...lines: string[]): CheckResult => ({
  check,
  status: 'well',
  lines,
  details: [],
  mend: null,
});

export const note = (check: CheckName, mend: string | null, ...lines: string[]): CheckResult => ({
  ...well(check, ...lines),
  status: 'note',
  mend,
});

export const fault = (
  check: CheckName,
  mend: string,
  lines: readonly string[],
  details: readonly string[] = [],
): CheckResult => ({ check, status: 'fault', lines: [...lines], details: [...details], mend });

/** What an error says of itself, one line a fault. */
export function faultLines(error: unknown): readonly string[] {
  if (error instanceof AppError) return error.faults;
  return [error instanceof Error ? error.message : String(error)];
}
