/** Cuts a text to at most `length` characters (UTF-16 units), at a word's end where there is one near, and says so with "…". */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '');
  const lastSpace = cut.lastIndexOf(' ');
  return `${dropMarks(lastSpace > length / 2 ? cut.slice(0, lastSpace) : cut)}…`;
}

/** Without the list marks and punctuation a cut leaves behind. */
function dropMarks(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s•–.,;:-]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** The text on one line. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
