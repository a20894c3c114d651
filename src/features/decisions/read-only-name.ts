import { analyseText, type Unit } from '../../search/analyse-text.js';

/** In words. */
const longestName = 5;

/**
 * The one name in a question, as typed; empty where there is none, undefined where there is more than a name.
 *
 * @param around Every word that may stand around the name, letters folded; with any other the question is about one thing, and not about all.
 * @param isOfTime Whether a unit says when.
 */
export function readOnlyName(
  text: string,
  around: ReadonlySet<string>,
  isOfTime: (unit: Unit) => boolean,
): string | undefined {
  const units = analyseText(text).filter((unit) => unit.kind !== 'date' && !isOfTime(unit));
  const isAround = ({ folded }: Unit): boolean => around.has(folded);
  const first = units.findIndex((unit) => !isAround(unit));
  const last = units.findLastIndex((unit) => !isAround(unit));
  const [from, to] = [units[first], units[last]];
  if (from === undefined || to === undefined) return '';
  const name = units.slice(first, last + 1);
  const isOne = name.length <= longestName && name.every((unit) => unit.folded === 'og' || !isAround(unit));
  return isOne ? text.slice(from.start, to.end) : undefined;
}
