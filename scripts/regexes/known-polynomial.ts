/**
 * Patterns whose time may grow with a power of the text's length, each with what keeps that text short. Whoever adds one says
 * so here, or mends it. By file and source.
 */
export const knownPolynomial: readonly { file: string; source: string; reason: string }[] = [
  {
    file: 'src/danish/dictionary.ts',
    source: String.raw`^([^/ ]*)(?:\/([^ ]*))?(.*)$`,
    reason: 'reads a line of the word list that comes with the program',
  },
  { file: 'src/danish/sentences.ts', source: String.raw`[\p{L}\p{N}.]*$`, reason: 'the 24 letters before a full stop' },
  { file: 'src/danish/sentences.ts', source: String.raw`\P{L}+$`, reason: 'the 60 letters after a full stop' },
  {
    file: 'src/minutes-parser/proposer.ts',
    source: String.raw`[!?:;]|[^.\s]{7,}\.\s`,
    reason: 'what stands before the verb, no longer than a proposer is (longestProposer)',
  },
  {
    file: 'src/minutes-parser/read-head.ts',
    source: String.raw`[\s,–-]+(?:d\.?|den)?\s*$`,
    reason: 'the first 300 letters of a line, its white space folded',
  },
  {
    file: 'src/features/decisions/find-office-holder.ts',
    source: String.raw`\p{Lu}\p{L}+(?:(?:,\s|\s(?:&|og)\s)\p{Lu}\p{L}+)+`,
    reason: 'the first 200 letters of a title',
  },
  {
    file: 'src/search/find-persons.ts',
    source: String.raw`(\p{L}+)\s$`,
    reason: 'the 40 letters before an office',
  },
];
