/** Cuts a text to at most `length` characters (UTF-16 units), at a word's end where there is one near, and says so with "…". */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '');
  const lastSpace = cut.lastIndexOf(' ');
  return `${(lastSpace > length / 2 ? cut.slice(0, lastSpace) : cut).trimEnd()}…`;
}

/** The text on one line. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
