/** The value below which a share (0–1) of the numbers lies, by nearest rank. @throws RangeError without numbers. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('needs at least one number');
  return value;
}
