import { formatLongDate } from '../../danish/date-format.js';
import type { AnswerSource, ItemReference } from '../../domain/answer.js';
import { cardPhrases, sectionLabels } from './card-phrases.js';

/** "Chefforum torsdag 13. april 2023, punkt 5"; without the item where the meeting itself is meant. */
export function placeLine({ forum, meetingDate, itemNumber }: ItemReference): string {
  const meeting = `${forum} ${formatLongDate(meetingDate)}`;
  return itemNumber === null ? meeting : `${meeting}, ${cardPhrases.item(itemNumber)}`;
}

/** "Chefforum torsdag 13. april 2023, punkt 5, Beslutning". */
export function sourceLine(source: AnswerSource): string {
  const label = source.itemNumber === null ? '' : sectionLabels[source.section];
  return label === '' ? placeLine(source) : `${placeLine(source)}, ${label}`;
}
