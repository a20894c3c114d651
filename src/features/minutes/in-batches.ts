/** How far work goes on before what it made is taken. */
export interface WorkAhead<Made> {
  /** How many are begun at once. */
  atOnce: number;
  /** What part of a batch one takes up. When there is a batch, no work is begun before it is taken. */
  share: (made: Made) => number;
}

/**
 * What becomes of each, in the order given: in batches, each full but for the last.
 *
 * @param work must not throw: what was begun and is never asked for would be thrown into nothing
 */
export async function* inBatches<Given, Made extends object>(
  given: readonly Given[],
  { atOnce, share }: WorkAhead<Made>,
  work: (one: Given) => Promise<Made>,
): AsyncGenerator<Made[]> {
  const outOfTurn = new Map<number, Made>();
  let batch: Made[] = [];
  let begun = 0;
  let inHand = 0;
  let inTurn = 0;
  let tellReady = (): void => undefined;

  const isFull = (made: Iterable<Made>): boolean => [...made].reduce((sum, one) => sum + share(one), 0) >= 1;
  const finish = (index: number, made: Made): void => {
    inHand -= 1;
    outOfTurn.set(index, made);
    for (let next = outOfTurn.get(inTurn); next !== undefined; next = outOfTurn.get(inTurn)) {
      batch.push(next);
      outOfTurn.delete(inTurn);
      inTurn += 1;
    }
    begin();
    tellReady();
  };
  const begin = (): void => {
    for (const one of given.slice(begun, begun + atOnce - inHand)) {
      if (isFull([...batch, ...outOfTurn.values()])) return;
      const index = begun;
      begun += 1;
      inHand += 1;
      void work(one).then((made) => finish(index, made));
    }
  };

  begin();
  while (inTurn < given.length || batch.length > 0) {
    while (inTurn < given.length && !isFull(batch))
      await new Promise<void>((resolve) => {
        tellReady = resolve;
      });
    const ready = batch;
    batch = [];
    begin();
    yield ready;
  }
}
