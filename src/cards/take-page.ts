export interface Page<T> {
  entries: T[];
  /** 1-based; the nearest page there is, whatever was asked for. */
  page: number;
  /** At least 1. */
  pageCount: number;
  /** 1-based positions of the page's first and last entry in the whole. */
  first: number;
  last: number;
}

/** Takes one page of a list. */
export function takePage<T>(all: readonly T[], asked: number, size: number): Page<T> {
  const pageCount = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(Math.max(1, asked), pageCount);
  const start = (page - 1) * size;
  const entries = all.slice(start, start + size);
  return { entries, page, pageCount, first: start + 1, last: start + entries.length };
}
