/** Work in steps of a few milliseconds each, and what it makes in the end. */
export type Steps<Made = void> = Generator<void, Made>;

/** Goes through the steps without a pause. */
export function runThrough<Made>(steps: Steps<Made>): Made {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Lets whatever else waits in this process go first. */
export const letOthersGo = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Lets others have their turn after every step, for a process that answers many people: no length of work holds them up. */
export async function runInTurns<Made>(steps: Steps<Made>): Promise<Made> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await letOthersGo();
  }
}
