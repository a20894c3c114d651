import { analyseText, type Unit } from '../../search/analyse-text.js';

type Span = Pick<Unit, 'start' | 'end'>;

/** In words. */
const longestName = 5;

/**
 * The one name in a question, as typed; empty where there is none, undefined where there is more than a name.
 *
 * @param around Every word that may stand around the name, letters folded; with any other the question is about one thing, and not about all.
 * @param times Where the question says when.
 */
export function readOnlyName(
  text: string,
  around: ReadonlySet<string>,
  times: readonly (Span | undefined)[] = [],
): string | undefined {
  const saysWhen = ({ start, end }: Unit): boolean =>
    times.some((time) => time !== undefined && time.start <= start && end <= time.end);
  const units = analyseText(text).filter((unit) => unit.kind !== 'date' && !saysWhen(unit));
  const isAround = ({ folded }: Unit): boolean => around.has(folded);
  const first = units.findIndex((unit) => !isAround(unit));
  const last = units.findLastIndex((unit) => !isAround(unit));
  const [from, to] = [units[first], units[last]];
  if (from === undefined || to === undefined) return '';
  const name = units.slice(first, last + 1);
  const isOne = name.length <= longestName && name.every((unit) => unit.folded === 'og' || !isAround(unit));
  return isOne ? text.slice(from.start, to.end) : undefined;
}
