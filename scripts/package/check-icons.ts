import { type Picture, readPng } from './read-png.js';

function isSquare({ width, height }: Picture, side: number): boolean {
  return width === side && height === side;
}

/** The pixels as [red, green, blue, opacity]. */
function* pixelsOf({ pixels }: Picture): Generator<readonly [number, number, number, number]> {
  for (let at = 0; at < pixels.length; at += 4)
    yield [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0, pixels[at + 3] ?? 0];
}

/**
 * What Teams would refuse about the two icons. Source: "App icon design guidelines" (Microsoft): the colour icon is 192 by 192
 * and fills its square, the outline icon is 32 by 32, white on nothing.
 *
 * @returns one line a fault, in English.
 */
export function findIconFaults(color: Buffer, outline: Buffer): string[] {
  const [colorPicture, outlinePicture] = [readPng(color), readPng(outline)];
  const faults: string[] = [];
  if (!isSquare(colorPicture, 192)) faults.push('color.png: must be 192 by 192 pixels');
  if (!isSquare(outlinePicture, 32)) faults.push('outline.png: must be 32 by 32 pixels');
  for (const [, , , opacity] of pixelsOf(colorPicture))
    if (opacity < 255) {
      faults.push('color.png: must fill its square, without transparent pixels');
      break;
    }
  let isDrawn = false;
  let isClear = false;
  for (const [red, green, blue, opacity] of pixelsOf(outlinePicture)) {
    isDrawn ||= opacity === 255;
    isClear ||= opacity === 0;
    if (opacity > 0 && Math.min(red, green, blue) < 255) {
      faults.push('outline.png: may hold white alone');
      break;
    }
  }
  if (!isDrawn || !isClear) faults.push('outline.png: must be white on a transparent ground');
  return faults;
}
