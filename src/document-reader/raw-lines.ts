/** One line as it stands in a text file, without its line end. */
export interface RawLine {
  /** 1-based line of the file. */
  number: number;
  /** 1-based page; null in a file without form feeds. */
  page: number | null;
  text: string;
}

const carriageReturn = 0x0d;
const firstWideEnd = 0x85;
const lineEnds = new Set([0x0a, carriageReturn, 0x0b, firstWideEnd, 0x2028, 0x2029]);
const formFeed = 0x0c;

/** Splits at every kind of line end. A form feed begins a page; amid a line it also ends the line's first part. */
export function splitRawLines(text: string): RawLine[] {
  const lines: RawLine[] = [];
  let page: number | null = text.includes('\f') ? 1 : null;
  let number = 1;
  let start = 0;
  for (let index = 0; index <= text.length; index += 1) {
    const code = index < text.length ? text.charCodeAt(index) : 0x0a;
    // Between the controls and these, nothing ends a line; that is nearly every character.
    if (code > carriageReturn && code < firstWideEnd) continue;
    if (code === formFeed) {
      if (index > start) lines.push({ number, page, text: text.slice(start, index) });
      page = (page ?? 1) + 1;
      start = index + 1;
    } else if (lineEnds.has(code)) {
      lines.push({ number, page, text: text.slice(start, index) });
      number += 1;
      if (code === carriageReturn && text.charCodeAt(index + 1) === 0x0a) index += 1;
      start = index + 1;
    }
  }
  if (lines.at(-1)?.text === '') lines.pop();
  return lines;
}
