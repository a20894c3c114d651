/** A term as an FTS5 string: nothing in it is query syntax. */
export const quoteTerm = (term: string): string => `"${term.replaceAll('"', '""')}"`;
