/**
 * Cuts a long text where a line ends, or else a word, so that no piece is longer than given. What is left out between two
 * pieces is the one blank or line end they are cut at; a word longer than a whole piece is cut anywhere.
 *
 * @param most letters of a piece, at least 1
 */
export function splitIntoPieces(text: string, most: number): string[] {
  const pieces: string[] = [];
  let start = 0;
  while (text.length - start > most) {
    // One letter more may be looked at: the blank after a piece that is just long enough.
    const lineEnd = text.lastIndexOf('\n', start + most);
    const cut = lineEnd > start ? lineEnd : text.lastIndexOf(' ', start + most);
    const end = cut > start ? cut : start + most;
    pieces.push(text.slice(start, end));
    start = cut > start ? end + 1 : end;
  }
  return text.length > start ? [...pieces, text.slice(start)] : pieces;
}
