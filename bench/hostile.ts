import { readDocument } from '../src/document-reader/read-document.js';
import { AppError } from '../src/domain/app-error.js';
import { parseMeetingDocument } from '../src/minutes-parser/parse-meeting-document.js';
import { hostilePieces } from '../test/support/hostile-pieces.js';
import { atMost, milliseconds, ratio } from './format.js';

const letters = 2_500_000;
const limits = { growth: 2.3 };

/** Times of the processor, so that what else the machine does counts little; the faster of so many tries. */
const tries = 2;

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

async function timeOf(bytes: Buffer): Promise<number> {
  const times: number[] = [];
  for (let left = tries; left > 0; left -= 1) {
    const begun = processorMs();
    try {
      parseMeetingDocument(await readDocument('referat.md', bytes));
    } catch (error) {
      // Some read as another heading, or as a second meeting: refused is as good as read.
      if (!(error instanceof AppError)) throw error;
    }
    times.push(processorMs() - begun);
  }
  return Math.min(...times);
}

/** How the time to read hostile text grows when the text is doubled to 5 MB. */
export async function measureHostile(): Promise<HostileMeasured[]> {
  const measured: HostileMeasured[] = [];
  for (const piece of hostilePieces)
    measured.push({
      piece,
      half: await timeOf(hostileMinutes(piece, letters)),
      whole: await timeOf(hostileMinutes(piece, 2 * letters)),
    });
  return measured;
}

/** Headings first; the fastest growing first. */
export function hostileTable(measured: readonly HostileMeasured[]): string[][] {
  const growth = ({ half, whole }: HostileMeasured): number => whole / half;
  const rows = measured
    .toSorted((one, other) => growth(other) - growth(one))
    .map((each) => [
      JSON.stringify(each.piece),
      milliseconds(each.half),
      milliseconds(each.whole),
      ...atMost(growth(each), limits.growth, ratio),
      ratio(growth(each)),
    ]);
  return [['over and over', '2.5 MB', '5 MB', 'limit', '', 'growth'], ...rows];
}
