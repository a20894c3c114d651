/** How many ways through a repeated part are looked at; more is left to the analysis. */
const mostWords = 20_000;

/**
 * Whether a text can be put together of the words in one way at most, so that going through it is never ambiguous.
 * (A. A. Sardinas and G. W. Patterson, 1953: no word may be left over when two ways of reading are laid side by side.)
 */
export function isCode(words: readonly string[]): boolean {
  const all = new Set(words);
  if (all.has('') || all.size < words.length || all.size > mostWords) return false;
  const leftOver = (long: string, short: string): string | undefined =>
    long.length > short.length && long.startsWith(short) ? long.slice(short.length) : undefined;
  const waiting: string[] = [];
  const seen = new Set<string>();
  const wait = (rest: string | undefined): void => {
    if (rest === undefined || seen.has(rest)) return;
    seen.add(rest);
    waiting.push(rest);
  };
  for (const long of all)
    for (let end = 1; end < long.length; end += 1) if (all.has(long.slice(0, end))) wait(long.slice(end));
  for (let rest = waiting.pop(); rest !== undefined; rest = waiting.pop()) {
    if (all.has(rest)) return false;
    for (const word of all) {
      wait(leftOver(word, rest));
      wait(leftOver(rest, word));
    }
  }
  return true;
}
