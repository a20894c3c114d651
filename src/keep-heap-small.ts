import { setFlagsFromString } from 'node:v8';

/**
 * How far, in hundredths of what it holds, the heap may grow before it is looked through for what nobody uses any more. V8's own measure
 * lets it grow to more than twice that on a machine with room: a question leaves half a megabyte behind that
 * outlived a first look, and a hundred questions later most of the heap was that.
 */
export const heapGrowth = 40;

/** Has the process hold less than V8 would let it, for a few hundredths more work. From the next look through the heap on. */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${heapGrowth}`);
}

/** The same for an import, which leaves much behind and answers nobody: what is new gets no more room than at the start, either. */
export function keepHeapSmallest(): void {
  keepHeapSmall();
  setFlagsFromString('--semi-space-growth-factor=1');
}
