import { randomInt } from 'node:crypto';
import { AppError } from '../domain/app-error.js';
import { texts } from '../texts.js';

/** What a person is told of a failure, and what the log needs to find it again. */
export interface FailureAnswer {
  /** Danish. */
  text: string;
  /** null: an expected failure that explains itself. */
  reference: string | null;
}

/** Without the letters and digits that are taken for each other when read aloud or copied by hand. */
const referenceLetters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Four letters, such as `7K2P`: 810,000 of them, enough to find one failure in some weeks of log. */
export function newReference(): string {
  return Array.from({ length: 4 }, () => referenceLetters[randomInt(referenceLetters.length)]).join('');
}

/** An `AppError` with a reply explains itself; everything else is answered with a reference. */
export function answerFailure(error: unknown): FailureAnswer {
  if (error instanceof AppError && error.reply !== undefined) return { text: error.reply, reference: null };
  const reference = newReference();
  return { text: texts.failed(reference), reference };
}
