/** A line about what is going on, on stderr. */
export function report(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** A function to call when one more is done; it says so after every so many. */
export function reportEvery(step: number, total: number, what: string): () => void {
  let done = 0;
  return () => {
    done += 1;
    if (done % step === 0 && done < total) report(`${done} of ${total} ${what}`);
  };
}
