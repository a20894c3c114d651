/**
 * Runs work, and shows that someone is writing when it takes longer than `afterMs`. A typing signal that fails is
 * no failure of the work.
 */
export async function withTyping<T>(
  afterMs: number,
  showTyping: () => Promise<unknown>,
  work: () => Promise<T>,
): Promise<T> {
  let shown: Promise<unknown> = Promise.resolve();
  const timer = setTimeout(() => {
    shown = showTyping().catch(() => undefined);
  }, afterMs);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    // A signal that arrives after the answer would make the bot seem to write on.
    await shown;
  }
}
