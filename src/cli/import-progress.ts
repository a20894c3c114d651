import { Presets, SingleBar } from 'cli-progress';

/** Shows how far an import is. */
export interface ImportProgress {
  update(done: number, total: number): void;
  stop(): void;
}

/** Where nobody watches, such as in a log: a line now and then. */
const secondsBetweenLines = 5;

function barOn(stream: NodeJS.WriteStream): ImportProgress {
  const bar = new SingleBar(
    {
      stream,
      format: '{bar} {value}/{total} files · {rate} files/s · {eta_formatted} left',
      clearOnComplete: true,
      hideCursor: true,
    },
    Presets.shades_classic,
  );
  const startedAt = performance.now();
  let started = false;
  return {
    update(done, total) {
      const rate = (done / ((performance.now() - startedAt) / 1000)).toFixed(1);
      if (started) bar.update(done, { rate });
      else bar.start(total, done, { rate });
      started = true;
    },
    stop: () => bar.stop(),
  };
}

function linesOn(stream: NodeJS.WritableStream): ImportProgress {
  let lastAt = performance.now();
  return {
    update(done, total) {
      // Whoever waits for the last file reads the report next.
      if (done === total || performance.now() - lastAt < secondsBetweenLines * 1000) return;
      lastAt = performance.now();
      stream.write(`${done} of ${total} files\n`);
    },
    stop: () => {},
  };
}

/** A bar on a terminal, plain lines elsewhere; on stderr, so that stdout stays the command's answer. */
export function createImportProgress(): ImportProgress {
  return process.stderr.isTTY ? barOn(process.stderr) : linesOn(process.stderr);
}
