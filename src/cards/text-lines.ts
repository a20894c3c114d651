/** One line of running text on a card: an element of its own, since clients disagree about line breaks inside one. */
export interface TextLine {
  text: string;
  /** To the line before. */
  spacing: 'None' | 'Small' | 'Medium';
}

/** Splits a text into lines; a paragraph keeps its distance, list points stand close together. */
export function toTextLines(text: string): TextLine[] {
  let isNewParagraph = false;
  const lines: TextLine[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      isNewParagraph = true;
      continue;
    }
    lines.push({ text: line, spacing: lines.length > 0 && isNewParagraph ? 'Medium' : 'Small' });
    isNewParagraph = false;
  }
  return lines;
}
