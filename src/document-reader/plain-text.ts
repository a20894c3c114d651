import { cleanCharacters } from './clean-characters.js';
import { decodeText } from './decode-text.js';
import type { DocumentLines } from './document-lines.js';
import { resolveInlineMarks } from './inline-marks.js';
import { splitRawLines } from './raw-lines.js';

/**
 * Reads plain text: lines as they stand, save that links and `*emphasis*` left by a conversion are resolved.
 *
 * @throws AppError `invalid_input` when the bytes are no text.
 */
export function readPlainText(bytes: Uint8Array): DocumentLines {
  const lines = splitRawLines(decodeText(bytes)).map(({ number, page, text }) => {
    const words = resolveInlineMarks(cleanCharacters(text).trimEnd(), 'text').text;
    return { number, page, text: words.trimEnd(), heading: false };
  });
  return { format: 'text', lines };
}
