import { clearLine, cursorTo } from 'node:readline';

/** Shows how far an import is. */
export interface ImportProgress {
  update(done: number, total: number): void;
  stop(): void;
}

/** Where nobody watches, such as in a log: a line now and then. */
const secondsBetweenLines = 5;

function oneLineOn(stream: NodeJS.WriteStream): ImportProgress {
  const startedAt = performance.now();
  const rewrite = (text: string): void => {
    cursorTo(stream, 0);
    stream.write(text);
    clearLine(stream, 1);
  };
  return {
    update(done, total) {
      const perSecond = done / ((performance.now() - startedAt) / 1000);
      const left = done === 0 ? '' : ` · ${Math.ceil((total - done) / perSecond)} s left`;
      rewrite(`${done} of ${total} files · ${perSecond.toFixed(1)} files/s${left}`);
    },
    stop: () => rewrite(''),
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

/** One line that is written anew on a terminal, a line now and then elsewhere; on stderr, so that stdout stays the command's answer. */
export function createImportProgress(): ImportProgress {
  return process.stderr.isTTY ? oneLineOn(process.stderr) : linesOn(process.stderr);
}
