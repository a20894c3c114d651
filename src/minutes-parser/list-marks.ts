import { monthNumber } from '../danish/dates.js';

export interface ListMark {
  /** As printed: "-", "1.", "b)". */
  mark: string;
  /** 0 for the outermost list. */
  level: number;
  /** The number of a numbered point; null for others. */
  number: number | null;
  text: string;
}

const mostLevels = 6;

/**
 * The list mark a line begins with.
 *
 *       2. at referatet godkendes
 *     ^^^^
 *
 * "1. april holdes …", "2. halvår", "30.04.2025 Dagsorden" and "-5 procent" begin with none.
 */
export function readListMark(line: string): ListMark | undefined {
  const match = /^(\s*)([-–•*·]|\d{1,3}[.)]|[a-zæøå]\))\s+(\S.*)$/su.exec(line);
  if (match === null) return undefined;
  const [, indent = '', mark = '', text = ''] = match;
  const numbered = /^\d+/u.exec(mark);
  if (numbered !== null && mark.endsWith('.') && isOrdinal(text)) return undefined;
  return {
    mark,
    level: Math.min(mostLevels, Math.floor(indent.replaceAll('\t', '  ').length / 2)),
    number: numbered === null ? null : Number(numbered[0]),
    text: text.trim(),
  };
}

function isOrdinal(text: string): boolean {
  const word = /^\S{1,12}/u.exec(text)?.[0] ?? '';
  return (
    monthNumber(word.replace(/[,;:]$/u, '')) !== undefined ||
    /^(?:kvartal|halvår|halvdel|gang|udgave|behandling)(?!\p{L})/u.test(word)
  );
}
