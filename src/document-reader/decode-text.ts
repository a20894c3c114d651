import { unreadable } from './unreadable.js';

const lineFeed = 0x0a;

/** A text has at most one stray control character in a hundred; line ends, tabs and form feeds do not count. */
const strayControlShare = 0.01;

/**
 * The text of a file in UTF-8 or UTF-16 with a byte order mark, UTF-8 without, or Windows-1252, in normal form C.
 *
 * Files pasted together from two sources mix encodings: then each line is read by itself.
 *
 * @throws AppError `invalid_input` when the bytes are no text.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decodeBytes(bytes);
  if (!looksLikeText(text)) throw unreadable('binary');
  return text.normalize('NFC');
}

function decodeBytes(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return decodeUtf8(bytes) ?? decodeLineByLine(bytes);
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeLineByLine(bytes: Uint8Array): string {
  const windows1252 = new TextDecoder('windows-1252');
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(lineFeed, start);
    const line = bytes.subarray(start, end < 0 ? bytes.length : end + 1);
    lines.push(decodeUtf8(line) ?? windows1252.decode(line));
    start += line.length;
  }
  return lines.join('');
}

function looksLikeText(text: string): boolean {
  let stray = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0) return false;
    const isLayout = code >= 0x09 && code <= 0x0d;
    if ((code < 0x20 && !isLayout) || (code >= 0x7f && code <= 0x9f && code !== 0x85)) stray += 1;
  }
  return stray <= text.length * strayControlShare;
}
