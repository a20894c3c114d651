import { formatDate } from '../../danish/date-format.js';
import type { AnswerSource } from '../../domain/answer.js';
import { phrases } from './phrases.js';
import { shorten } from './quote.js';
import type { Told } from './told.js';

/** One find of a list: where it stands, and what is said of it in one line. */
export interface ListedFind {
  source: AnswerSource;
  says: string;
}

const shownInText = 5;
/** In characters, its date included. */
const longestLine = 180;

/** Newest meeting first, and each meeting's items in the order of its agenda. */
export const inListOrder = (one: AnswerSource, other: AnswerSource): number =>
  other.meetingDate.localeCompare(one.meetingDate) ||
  one.meetingId.localeCompare(other.meetingId) ||
  (one.itemNumber ?? 0) - (other.itemNumber ?? 0);

/** A whole list in the order given: its first line, the first finds in words, and all of them as sources. */
export function tellInOrder(firstLine: string, finds: readonly ListedFind[]): Told {
  const lines = finds.slice(0, shownInText).map(({ says }) => shorten(says, longestLine));
  const more = finds.length - lines.length;
  return {
    status: 'answered',
    text: [firstLine, ...lines, ...(more > 0 ? [phrases.andMore(more)] : [])].join('\n'),
    firstLine,
    sources: finds.map(({ source }) => source),
    isList: true,
  };
}

/** A whole list, newest meeting first, each find with its meeting's date. */
export function tellList(firstLine: string, finds: readonly ListedFind[]): Told {
  const sorted = [...finds].sort((one, other) => inListOrder(one.source, other.source));
  const dated = sorted.map(({ source, says }) => ({ source, says: `${formatDate(source.meetingDate)}: ${says}` }));
  return tellInOrder(firstLine, dated);
}
