import { formatDate } from '../../danish/date-format.js';
import type { Ranked } from '../../search/rank.js';
import type { StoredItem } from '../../store/ports.js';
import { phrases } from './phrases.js';
import type { Question } from './read-question.js';

const comingWords =
  /(?<!\p{L})(?:(?:næste|kommende|førstkommende) (?:\p{L}*møder?t?|chefforum|dagsorden)|dagsorden(?:en)?|(?:det|den) kommende)(?!\p{L})/u;

/** "hvad er på næste møde", "er … på dagsordenen": what is to come is meant, not what was decided. */
const isAboutComing = ({ asked, text }: Question): boolean =>
  asked === 'upcoming' || comingWords.test(text.toLowerCase());

/** An agenda is only cited where the minutes hold so much less of the question. A share of it, 0–1. */
const saysMuchMore = 0.3;

/**
 * Answers come from minutes: the items of a coming meeting's agenda are left out, unless the coming meeting is asked about, or
 * the minutes do not know the topic.
 *
 * @param heldIds The meetings with minutes.
 */
export function minutesFirst(
  ranked: readonly Ranked[],
  question: Question,
  heldIds: ReadonlySet<string>,
): readonly Ranked[] {
  const held = ranked.filter(({ candidate }) => heldIds.has(candidate.meetingId));
  const [minutes] = held;
  const [best] = ranked;
  if (minutes === undefined || best === undefined || isAboutComing(question)) return ranked;
  const isOfAnotherDay = best.missedDates < minutes.missedDates;
  if (isOfAnotherDay || best.coverage - minutes.coverage > saysMuchMore) return ranked;
  return held;
}

/** "Punktet er på dagsordenen 25. november 2026, ikke besluttet."; nothing of an item with minutes. */
export const remarkOnComing = ({ meetingId, meetingDate }: StoredItem, heldIds: ReadonlySet<string>): string[] =>
  heldIds.has(meetingId) ? [] : [phrases.onlyOnAgenda(formatDate(meetingDate))];
