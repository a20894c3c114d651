import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readDocument } from '../src/document-reader/read-document.js';
import { AppError } from '../src/domain/app-error.js';
import { parseMeetingDocument } from '../src/minutes-parser/parse-meeting-document.js';
import { hostilePieces } from '../test/support/hostile-pieces.js';
import { atMost, milliseconds, ratio } from './format.js';

const letters = 2_500_000;
const limits = { growth: 2.3 };

/**
 * Times of the processor, so that what else the machine does counts little; the faster of so many tries, which can only be nearer
 * the truth. One is enough where a pattern is far from the limit.
 */
const mostTries = 4;

export interface HostileMeasured {
  piece: string;
  /** Milliseconds for half the text and for the whole. */
  half: number;
  whole: number;
}

const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Minutes with one item, and in it one pattern over and over. */
const hostileMinutes = (piece: string, length: number): Buffer =>
  Buffer.from(
    `REFERAT Chefforum d. 12-11-2026\n\nPunkt 1: Budget\n\nBeslutning\n${piece.repeat(Math.ceil(length / piece.length))} slut\n`,
  );

/** Cleared before each reading, so that none pays for what the one before left behind. */
function clearMemory(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

async function timeOf(bytes: Buffer): Promise<number> {
  clearMemory();
  const begun = processorMs();
  try {
    parseMeetingDocument(await readDocument('referat.md', bytes));
  } catch (error) {
    // Some read as another heading, or as a second meeting: refused is as good as read.
    if (!(error instanceof AppError)) throw error;
  }
  return processorMs() - begun;
}

const growthOf = ({ half, whole }: Pick<HostileMeasured, 'half' | 'whole'>): number => whole / half;

async function measureOne(piece: string): Promise<HostileMeasured> {
  const [halfText, wholeText] = [hostileMinutes(piece, letters), hostileMinutes(piece, 2 * letters)];
  const best = { piece, half: Number.POSITIVE_INFINITY, whole: Number.POSITIVE_INFINITY };
  for (let tried = 0; tried < mostTries; tried += 1) {
    best.half = Math.min(best.half, await timeOf(halfText));
    best.whole = Math.min(best.whole, await timeOf(wholeText));
    if (growthOf(best) <= limits.growth) break;
  }
  return best;
}

/**
 * How the time to read hostile text grows when the text is doubled to 5 MB.
 *
 * @param only one of the patterns; absent: all
 * @throws Error when there is no such pattern
 */
export async function measureHostile(only?: string): Promise<HostileMeasured[]> {
  const pieces = only === undefined ? hostilePieces : hostilePieces.filter((piece) => piece === only);
  if (pieces.length === 0) throw new Error(`no such pattern: ${JSON.stringify(only)}`);
  // The first reading of all loads and compiles the readers.
  await timeOf(hostileMinutes('1. at ', letters / 10));
  const measured: HostileMeasured[] = [];
  for (const piece of pieces) measured.push(await measureOne(piece));
  return measured;
}

/** Headings first; the fastest growing first. */
export function hostileTable(measured: readonly HostileMeasured[]): string[][] {
  const rows = measured
    .toSorted((one, other) => growthOf(other) - growthOf(one))
    .map((each) => [
      JSON.stringify(each.piece),
      milliseconds(each.half),
      milliseconds(each.whole),
      ...atMost(growthOf(each), limits.growth, ratio),
      ratio(growthOf(each)),
    ]);
  return [['over and over', '2.5 MB', '5 MB', 'limit', '', 'growth'], ...rows];
}
