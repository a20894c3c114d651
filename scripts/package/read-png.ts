import { inflateSync } from 'node:zlib';

/** A picture's pixels, row by row, each as red, green, blue and opacity from 0 to 255. */
export interface Picture {
  width: number;
  height: number;
  pixels: Uint8Array;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const channelsOf: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/**
 * Reads a PNG of eight bits a colour, with or without opacity, not interlaced: what browsers write.
 *
 * @throws Error for any other file.
 */
export function readPng(file: Buffer): Picture {
  if (!file.subarray(0, 8).equals(signature)) throw new Error('it is no PNG');
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const channels = channelsOf[file[25] ?? 0];
  if (file[24] !== 8 || channels === undefined || file[28] !== 0) throw new Error('it is a PNG of another kind');
  const rows = unfilter(inflateSync(joinData(file)), width * channels, height, channels);
  const pixels = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel += 1)
    pixels.set(rows.subarray(pixel * channels, (pixel + 1) * channels), pixel * 4);
  return { width, height, pixels };
}

function joinData(file: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at + 8 <= file.length; at += 12 + file.readUInt32BE(at))
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  return Buffer.concat(parts);
}

/** Each row says how it was foretold from its neighbours. Source: PNG specification, section 9. */
function unfilter(packed: Buffer, rowBytes: number, height: number, channels: number): Uint8Array {
  const rows = new Uint8Array(rowBytes * height);
  for (let row = 0; row < height; row += 1) {
    const filter = packed[row * (rowBytes + 1)] ?? 0;
    for (let at = 0; at < rowBytes; at += 1) {
      const here = row * rowBytes + at;
      const left = at < channels ? 0 : (rows[here - channels] ?? 0);
      const up = row === 0 ? 0 : (rows[here - rowBytes] ?? 0);
      const upLeft = row === 0 || at < channels ? 0 : (rows[here - rowBytes - channels] ?? 0);
      rows[here] = (packed[row * (rowBytes + 1) + 1 + at] ?? 0) + foretell(filter, left, up, upLeft);
    }
  }
  return rows;
}

function foretell(filter: number, left: number, up: number, upLeft: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter === 4) return nearest(left + up - upLeft, left, up, upLeft);
  return 0;
}

function nearest(guess: number, left: number, up: number, upLeft: number): number {
  const [toLeft, toUp, toUpLeft] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - upLeft)];
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}
