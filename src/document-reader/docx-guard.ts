import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { documentLimits } from './document-limits.js';
import { unreadable } from './unreadable.js';
import { readZipDirectory, type ZipEntry } from './zip-directory.js';

const inflate = promisify(inflateRaw);
const stored = 0;
const deflated = 8;
const mainPart = 'word/document.xml';

/**
 * Checks that a zip archive is a Word document that is safe to unpack: few parts, of declared sizes within the limits,
 * and no larger than declared.
 *
 * @throws AppError `invalid_input` otherwise.
 */
export async function checkDocx(bytes: Uint8Array): Promise<void> {
  const entries = readEntries(bytes);
  const { entries: mostEntries, unpackedBytes, ratio, ratioFromBytes } = documentLimits.docx;
  const tooDense = (entry: ZipEntry): boolean =>
    entry.unpackedBytes > ratioFromBytes && entry.unpackedBytes > ratio * entry.packedBytes;
  const total = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (entries.length > mostEntries || total > unpackedBytes || entries.some(tooDense)) {
    throw unreadable('unpacksTooLarge');
  }
  if (entries.some((entry) => entry.encrypted)) throw unreadable('password');
  if (!entries.some((entry) => entry.name === mainPart)) throw unreadable('unsupported');
  for (const entry of entries) await checkDeclaredSize(bytes, entry);
}

function readEntries(bytes: Uint8Array): ZipEntry[] {
  try {
    return readZipDirectory(bytes, documentLimits.docx.entries);
  } catch (error) {
    throw unreadable('damaged', error);
  }
}

async function checkDeclaredSize(bytes: Uint8Array, entry: ZipEntry): Promise<void> {
  const packed = bytes.subarray(entry.offset, entry.offset + entry.packedBytes);
  const isWhole = packed.length === entry.packedBytes && (entry.method === stored || entry.method === deflated);
  if (!isWhole || (entry.method === stored && entry.packedBytes !== entry.unpackedBytes)) throw unreadable('damaged');
  if (entry.method === stored) return;
  try {
    // One byte more than declared is enough to tell a lie from the truth.
    const unpacked = await inflate(packed, { maxOutputLength: entry.unpackedBytes + 1 });
    if (unpacked.length === entry.unpackedBytes) return;
  } catch (error) {
    throw unreadable('damaged', error);
  }
  throw unreadable('damaged');
}
