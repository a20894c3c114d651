/** The mark before a list point. */
export interface ListMark {
  kind: 'bullet' | 'number';
  /** As shown in the common plain form, without the space: "-", "1.", "b)". */
  text: string;
  /** The value of a decimal number; undefined for bullets and letters. */
  value: number | undefined;
  /** Where the point's words begin in the line. */
  length: number;
}

/** Dots, rings, squares, arrows and ticks that word processors print, and their symbol fonts' private codes. */
const bullets = new Set('•◦▪▫■□●○‣⁃∙·➢➤►✓✔❖◆-–—\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d');

const numbered = /^(?:(\d{1,3})|[a-zæøå]|[ivx]{2,5})[.)](?=[ \t])/;

/** Reads the mark at the beginning of `line` (no leading blanks), or undefined. The mark must be followed by a blank. */
export function readListMark(line: string): ListMark | undefined {
  const isBlank = (index: number): boolean => line[index] === ' ' || line[index] === '\t';
  const first = line[0];
  if (first !== undefined && bullets.has(first) && isBlank(1)) {
    return { kind: 'bullet', text: '-', value: undefined, length: skipBlanks(line, 1) };
  }
  const [mark, digits] = numbered.exec(line) ?? [];
  if (mark === undefined) return undefined;
  const value = digits === undefined ? undefined : Number(digits);
  return { kind: 'number', text: mark, value, length: skipBlanks(line, mark.length) };
}

function skipBlanks(line: string, from: number): number {
  let index = from;
  while (line[index] === ' ' || line[index] === '\t') index += 1;
  return index;
}
