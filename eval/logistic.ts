/** One case: its signals, whether it is so (1) or not (0), and how much it counts. */
export interface Case {
  signals: readonly number[];
  label: 0 | 1;
  weight: number;
}

/** Coefficients, the intercept first. */
export type Coefficients = readonly number[];

/** Log of the odds that a case is so. */
export const logOdds = ([intercept = 0, ...weights]: Coefficients, signals: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (signals[index] ?? 0), intercept);

/** Solves a small symmetric system by elimination with pivots. @throws RangeError when it has no single solution. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const below = rows.slice(column);
    const pivot = below.reduce((best, row) => (Math.abs(row[column] ?? 0) > Math.abs(best[column] ?? 0) ? row : best));
    const divisor = pivot[column] ?? 0;
    if (Math.abs(divisor) < 1e-12) throw new RangeError('the signals depend on each other');
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(
      column,
      0,
      pivot.map((value) => value / divisor),
    );
    for (const [index, row] of rows.entries()) {
      const factor = row[column] ?? 0;
      if (index !== column) rows[index] = row.map((value, place) => value - factor * (rows[column]?.[place] ?? 0));
    }
  }
  return rows.map((row) => row[size] ?? 0);
}

const steps = 40;
const settled = 1e-8;

/**
 * Fits a logistic model by Newton's method.
 *
 * @param penalty Of the squares of all weights but the intercept: more holds them nearer to nothing.
 */
export function fitLogistic(cases: readonly Case[], penalty: number): Coefficients {
  const size = 1 + (cases[0]?.signals.length ?? 0);
  let found: number[] = new Array(size).fill(0);
  const penalties = found.map((_, index) => (index === 0 ? 1e-6 : penalty));
  for (let step = 0; step < steps; step += 1) {
    const slope = found.map((value, index) => (penalties[index] ?? 0) * value);
    const curve = found.map((_, index) => penalties.map((value, other) => (index === other ? value : 0)));
    for (const { signals, label, weight } of cases) {
      const values = [1, ...signals];
      const chance = 1 / (1 + Math.exp(-logOdds(found, signals)));
      for (const [index, value] of values.entries()) {
        slope[index] = (slope[index] ?? 0) + weight * (chance - label) * value;
        const row = curve[index] ?? [];
        for (const [other, also] of values.entries())
          row[other] = (row[other] ?? 0) + weight * chance * (1 - chance) * value * also;
      }
    }
    const move = solve(curve, slope);
    found = found.map((value, index) => value - (move[index] ?? 0));
    if (Math.max(...move.map(Math.abs)) < settled) break;
  }
  return found;
}
