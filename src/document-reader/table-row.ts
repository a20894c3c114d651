/** The cells of a table's row as one line. */
export function joinCells(cells: readonly string[]): string {
  return cells
    .map((cell) => cell.trim())
    .join(' · ')
    .trim();
}
