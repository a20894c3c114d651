import { foldLetters } from './letters.js';

/** Same words in the same order are the same question, whatever the case, spelling of å and marks. */
export const questionKey = (question: string, context: string | null): string =>
  [question, context ?? '']
    .map((text) =>
      foldLetters(text)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    )
    .join('\n');
