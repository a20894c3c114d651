/** Where a page lies in a list. */
export interface PagePlace {
  /** 1-based; the nearest page there is, whatever was asked for. */
  page: number;
  /** At least 1. */
  pageCount: number;
  /** How many entries stand before it. */
  offset: number;
}

export interface Page<T> extends PagePlace {
  entries: T[];
  /** 1-based positions of the page's first and last entry in the whole. */
  first: number;
  last: number;
}

/** Finds the place of one page in a list of so many entries. */
export function placePage(total: number, asked: number, size: number): PagePlace {
  const pageCount = Math.max(1, Math.ceil(total / size));
  const page = Math.min(Math.max(1, asked), pageCount);
  return { page, pageCount, offset: (page - 1) * size };
}

/** The page that its entries, read by its place, make. */
export const fillPage = <T>(place: PagePlace, entries: T[]): Page<T> => ({
  ...place,
  entries,
  first: place.offset + 1,
  last: place.offset + entries.length,
});

/** Takes one page of a list. */
export function takePage<T>(all: readonly T[], asked: number, size: number): Page<T> {
  const place = placePage(all.length, asked, size);
  return fillPage(place, all.slice(place.offset, place.offset + size));
}
