import type { DocumentLines } from '../../src/document-reader/document-lines.js';

/** A text as the common plain form: enough of Markdown for the tests of the parser, which are not about reading files. */
export function linesOf(text: string, format: 'text' | 'markdown' = 'text'): DocumentLines {
  const lines = text.split('\n').map((raw, index) => {
    const isHeading = format === 'markdown' && /^#{1,6} /.test(raw);
    return { number: index + 1, page: null, text: format === 'markdown' ? withoutMarks(raw) : raw, heading: isHeading };
  });
  return { format, lines };
}

function withoutMarks(line: string): string {
  return line
    .replace(/^#{1,6} /, '')
    .replaceAll('**', '')
    .replace(/\\([\\`*_{}[\]()#+.!&|-])/g, '$1');
}
