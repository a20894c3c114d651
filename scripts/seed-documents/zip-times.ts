const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endOfCentralDirectory = 0x06054b50;
/** 1 January 1980, 00:00: the earliest time a zip file can tell. */
const fixedTime = 0;
const fixedDate = 0x21;

/** The same zip file with every entry's time set alike, so that two builds of one text give the same bytes. */
export function withFixedZipTimes(zip: Buffer): Buffer {
  const fixed = Buffer.from(zip);
  const end = fixed.lastIndexOf(signature(endOfCentralDirectory));
  let at = fixed.readUInt32LE(end + 16);
  while (fixed.readUInt32LE(at) === centralHeader) {
    stamp(fixed, at + 12);
    const local = fixed.readUInt32LE(at + 42);
    if (fixed.readUInt32LE(local) !== localHeader) throw new Error("The zip file's directory points astray");
    stamp(fixed, local + 10);
    at += 46 + fixed.readUInt16LE(at + 28) + fixed.readUInt16LE(at + 30) + fixed.readUInt16LE(at + 32);
  }
  return fixed;
}

function stamp(zip: Buffer, at: number): void {
  zip.writeUInt16LE(fixedTime, at);
  zip.writeUInt16LE(fixedDate, at + 2);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
