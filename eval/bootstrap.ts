import { createRandom } from './archive/random.js';

/** Points of one engine ahead of another, in per cent, with the bounds of a 95 % interval. */
export interface Lead {
  points: number;
  low: number;
  high: number;
}

const draws = 10_000;

/**
 * How far one engine is ahead of another on the same questions: the difference between their shares, and the 2.5th and 97.5th
 * percentile of that difference over 10 000 draws of the questions with replacement (a paired bootstrap).
 * The same marks give the same interval. @throws RangeError without questions or with lists of different length.
 */
export function leadOf(ours: readonly boolean[], theirs: readonly boolean[]): Lead {
  if (ours.length === 0 || ours.length !== theirs.length) throw new RangeError('needs the marks of the same questions');
  const differences = ours.map((right, index) => Number(right) - Number(theirs[index]));
  const random = createRandom(ours.length);
  const sums = Array.from({ length: draws }, () => {
    let sum = 0;
    for (let count = 0; count < differences.length; count += 1)
      sum += differences[Math.floor(random() * differences.length)] ?? 0;
    return sum;
  }).sort((one, other) => one - other);
  const toPoints = (sum: number) => (100 * sum) / differences.length;
  const at = (share: number) => toPoints(sums[Math.floor(share * (draws - 1))] ?? 0);
  return {
    points: toPoints(differences.reduce((sum, one) => sum + one, 0)),
    low: at(0.025),
    high: at(0.975),
  };
}
