import { button, toButtonRows, verbs } from '../../../cards/button.js';
import { fillCard } from '../../../cards/fill-card.js';
import { splitSectionPages } from '../../../cards/section-pages.js';
import { onOneLine, shorten } from '../../../cards/shorten.js';
import { shortenToCost } from '../../../cards/text-cost.js';
import { formatLongDate, formatShortDate } from '../../../danish/date-format.js';
import type { Audience } from '../../../domain/access.js';
import type { Agenda, AgendaEntry } from '../../../domain/agenda.js';
import type { AgendaItem } from '../../../domain/agenda-item.js';
import type { CardReply } from '../../../routing/reply.js';
import type { StoredItem } from '../../../store/ports.js';
import { meetingName } from '../phrases.js';
import { buttonTitles, earlierPhrases, itemPhrases } from './phrases.js';

/**
 * Finds decisions of meetings before an ISO date on an item's case or topic, newest first: at most `limit`, and only what
 * the audience may see.
 */
export type FindEarlier = (
  audience: Audience,
  item: Pick<AgendaItem, 'topic' | 'title' | 'kind' | 'caseNumber'>,
  before: string,
  limit: number,
) => Promise<readonly StoredItem[]>;

export const mostEarlier = 3;

const longest = { decision: 700, title: 300, topic: 160, name: 120 } as const;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Up to three earlier decisions, newest first: when, what about, what was decided; each opens the item in the archive. */
export function earlierCard(
  agenda: Agenda,
  { id, item }: AgendaEntry,
  earlier: readonly StoredItem[],
): Extract<CardReply, { card: unknown }> {
  const at = { agenda: agenda.id, entry: id };
  const sections = earlier.map((stored) => ({
    heading: earlierPhrases.heading(
      capitalised(formatLongDate(stored.meetingDate)),
      stored.item.number,
      shorten(onOneLine(stored.item.topic), longest.topic),
    ),
    text: shorten(stored.item.decision ?? '', longest.decision),
  }));
  const summary = earlierPhrases.summary(item.number, earlier.length);
  const card = fillCard('item', {
    summary,
    place: itemPhrases.place(shortenToCost(meetingName(agenda), longest.name), item.number),
    title: earlierPhrases.title,
    hasOutcome: false,
    outcome: '',
    hasMeta: true,
    meta: shortenToCost(onOneLine(item.topic || item.title), longest.title),
    sections: splitSectionPages(sections).flat(),
    hasPages: false,
    pageNote: '',
    pageRows: [],
    buttonRows: toButtonRows([
      ...earlier.map(({ meetingId, meetingDate, item: { number, topic } }) =>
        button(
          buttonTitles.showItem(formatShortDate(meetingDate)),
          verbs.showItem,
          { meeting: meetingId, item: number, ...at },
          // The same item may have been on several meetings.
          `${formatShortDate(meetingDate)}: ${buttonTitles.readItemCalled(number, shorten(onOneLine(topic), 80))}`,
        ),
      ),
      button(buttonTitles.toItem, verbs.showAgendaItem, at),
      button(buttonTitles.toAgenda, verbs.showAgenda, { agenda: agenda.id }),
    ]),
  });
  return { card, summary };
}
