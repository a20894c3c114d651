/** One file of a zip archive, as its central directory declares it. */
export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated; others do not occur in Office files. */
  method: number;
  encrypted: boolean;
  /** A symbolic link, as Unix archivers write them. */
  isLink: boolean;
  packedBytes: number;
  unpackedBytes: number;
  /** Where the packed bytes begin. */
  offset: number;
}

const endRecord = 0x06054b50;
const endRecordBytes = 22;
const longestComment = 0xffff;
const directoryHeader = 0x02014b50;
const directoryHeaderBytes = 46;
const localHeader = 0x04034b50;
const localHeaderBytes = 30;

/**
 * Reads the central directory of a zip archive, unpacking nothing.
 *
 * @param atMost entries after which reading stops; one more is returned, so that the caller sees the excess.
 * @throws RangeError when the bytes are no whole zip archive (also for zip64, which needs 4 GB).
 */
export function readZipDirectory(bytes: Uint8Array, atMost: number): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEndRecord(view);
  const count = view.getUint16(end + 10, true);
  let position = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < Math.min(count, atMost + 1); index += 1) {
    expectSignature(view, position, directoryHeader);
    const nameBytes = view.getUint16(position + 28, true);
    const nameStart = position + directoryHeaderBytes;
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(nameStart, nameStart + nameBytes)),
      method: view.getUint16(position + 10, true),
      encrypted: (view.getUint16(position + 8, true) & 1) === 1,
      isLink: isLink(view.getUint8(position + 5), view.getUint32(position + 38, true)),
      packedBytes: view.getUint32(position + 20, true),
      unpackedBytes: view.getUint32(position + 24, true),
      offset: findData(view, view.getUint32(position + 42, true)),
    });
    position = nameStart + nameBytes + view.getUint16(position + 30, true) + view.getUint16(position + 32, true);
  }
  // Some readers go on for as long as there are entries, and would unpack what was not looked at.
  if (count <= atMost && view.getUint32(position, true) === directoryHeader)
    throw new RangeError('the directory has more entries than it says');
  return entries;
}

const unix = 3;
const fileTypeMask = 0o170000;
const linkType = 0o120000;

/** Unix archivers keep a file's mode in the upper half of the external attributes. */
const isLink = (madeBy: number, attributes: number): boolean =>
  madeBy === unix && ((attributes >>> 16) & fileTypeMask) === linkType;

function findEndRecord(view: DataView): number {
  const first = Math.max(0, view.byteLength - endRecordBytes - longestComment);
  for (let position = view.byteLength - endRecordBytes; position >= first; position -= 1) {
    if (view.getUint32(position, true) === endRecord) return position;
  }
  throw new RangeError('no end of central directory');
}

function findData(view: DataView, position: number): number {
  expectSignature(view, position, localHeader);
  return position + localHeaderBytes + view.getUint16(position + 26, true) + view.getUint16(position + 28, true);
}

function expectSignature(view: DataView, position: number, signature: number): void {
  if (view.getUint32(position, true) !== signature) throw new RangeError('a zip header is missing');
}
