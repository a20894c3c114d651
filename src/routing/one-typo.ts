/**
 * Whether two words are the same but for one slip: a letter too many, one missing, one wrong, or two neighbours
 * swapped (Damerau–Levenshtein distance of exactly 1). Equal words are not.
 */
export function isOneTypoApart(left: string, right: string): boolean {
  const a = [...left];
  const b = [...right];
  if (Math.abs(a.length - b.length) > 1) return false;

  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let tail = 0;
  while (tail < a.length - start && tail < b.length - start && a[a.length - 1 - tail] === b[b.length - 1 - tail])
    tail += 1;

  const [fromA, fromB] = [a.slice(start, a.length - tail), b.slice(start, b.length - tail)];
  const isSwap = fromA.length === 2 && fromB.length === 2 && fromA[0] === fromB[1] && fromA[1] === fromB[0];
  return isSwap || Math.max(fromA.length, fromB.length) === 1;
}
