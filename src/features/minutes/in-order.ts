/**
 * What becomes of each, in the order given; work begins on some before their turn.
 *
 * @param ahead how many are begun before the one that is waited for has been taken
 * @param work must not throw: what was begun and is never asked for would be thrown into nothing
 */
export async function* inOrder<Given, Made>(
  given: readonly Given[],
  ahead: number,
  work: (one: Given) => Promise<Made>,
): AsyncGenerator<Made> {
  const begun: Promise<Made>[] = [];
  for (const one of given) {
    begun.push(work(one));
    const first = begun.length > ahead ? begun.shift() : undefined;
    if (first !== undefined) yield await first;
  }
  for (const rest of begun) yield await rest;
}
