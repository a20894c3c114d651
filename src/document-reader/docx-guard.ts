import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { documentLimits } from './document-limits.js';
import { declaresDocumentType, findOutsideContent } from './docx-parts.js';
import { unreadable } from './unreadable.js';
import { readZipDirectory, type ZipEntry } from './zip-directory.js';

const inflate = promisify(inflateRaw);
const stored = 0;
const deflated = 8;
const mainPart = 'word/document.xml';

/**
 * Checks that a zip archive is a Word document that is safe to unpack: few parts, of declared sizes within the limits and no
 * larger than declared, none of them a link or an archive, no entities, and nothing taken in from elsewhere.
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
  const names = entries.map(({ name }) => name.toLowerCase());
  if (entries.some(({ isLink }) => isLink) || names.some(leadsOut)) throw unreadable('notWord');
  // Of two parts of one name, one reader takes the first and another the last.
  if (new Set(names).size < names.length) throw unreadable('notWord');
  if (!entries.some((entry) => entry.name === mainPart)) throw unreadable('unsupported');
  for (const entry of entries) checkPart(entry.name, await unpack(bytes, entry));
}

const leadsOut = (name: string): boolean => /^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\0/.test(name);

function readEntries(bytes: Uint8Array): ZipEntry[] {
  try {
    return readZipDirectory(bytes, documentLimits.docx.entries);
  } catch (error) {
    throw unreadable('damaged', error);
  }
}

async function unpack(bytes: Uint8Array, entry: ZipEntry): Promise<Uint8Array> {
  const packed = bytes.subarray(entry.offset, entry.offset + entry.packedBytes);
  const isWhole = packed.length === entry.packedBytes && (entry.method === stored || entry.method === deflated);
  if (!isWhole || (entry.method === stored && entry.packedBytes !== entry.unpackedBytes)) throw unreadable('damaged');
  if (entry.method === stored) return packed;
  try {
    // One byte more than declared is enough to tell a lie from the truth.
    const unpacked = await inflate(packed, { maxOutputLength: entry.unpackedBytes + 1 });
    if (unpacked.length === entry.unpackedBytes) return unpacked;
  } catch (error) {
    throw unreadable('damaged', error);
  }
  throw unreadable('damaged');
}

const zipArchive = [0x50, 0x4b, 0x03, 0x04];

/** Sheets and documents set into a Word document are archives of their own; nobody unpacks them. */
const isEmbedding = (name: string): boolean => /^word\/embeddings\//i.test(name);

function checkPart(name: string, part: Uint8Array): void {
  if (zipArchive.every((byte, index) => part[index] === byte) && !isEmbedding(name)) throw unreadable('notWord');
  if (!/\.(?:xml|rels)$/i.test(name)) return;
  if (declaresDocumentType(part)) throw unreadable('notWord');
  if (/\.rels$/i.test(name) && findOutsideContent(part) !== undefined) throw unreadable('outsideContent');
}
