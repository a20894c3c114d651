import type { AgendaItem } from '../../domain/agenda-item.js';
import type { AnswerSource } from '../../domain/answer.js';
import type { Passage } from '../../search/passages.js';
import { splitPassages } from '../../search/passages.js';
import type { StoredItem } from '../../store/ports.js';

/** A quote on a card is read between two meetings. */
const usualQuote = 420;
/** A list that was asked for is shown whole up to here. */
const longestList = 700;

interface Stretch {
  start: number;
  end: number;
}

const lengthOf = ({ start, end }: Stretch): number => end - start;

/** Widens a passage by its neighbours in the same paragraph or list, as long as it stays readable. */
function widen(passage: Passage, neighbours: readonly Passage[], limit: number): Stretch {
  const place = neighbours.findIndex((other) => other.start === passage.start);
  let stretch: Stretch = { start: passage.start, end: passage.end };
  let first = place;
  let last = place;
  for (;;) {
    const after = neighbours[last + 1];
    const longer = after === undefined ? undefined : { start: stretch.start, end: after.end };
    if (longer !== undefined && lengthOf(longer) <= limit) {
      stretch = longer;
      last += 1;
      continue;
    }
    const before = neighbours[first - 1];
    const earlier = before === undefined ? undefined : { start: before.start, end: stretch.end };
    if (earlier === undefined || lengthOf(earlier) > limit) return stretch;
    stretch = earlier;
    first -= 1;
  }
}

/**
 * The quote that shows a passage: letter for letter from its section, with the rest of its paragraph or list where there
 * is room.
 */
export function quotePassage(item: AgendaItem, passage: Passage, wantsWholeList = false): string {
  const text = item.sections[passage.sectionIndex]?.text ?? '';
  const group = splitPassages(item.sections).filter(
    (other) => other.sectionIndex === passage.sectionIndex && other.group === passage.group,
  );
  const neighbours = passage.section === 'attachments' && !wantsWholeList ? [passage] : group;
  const { start, end } = widen(passage, neighbours, wantsWholeList ? longestList : usualQuote);
  return text.slice(start, end);
}

/** Whether a quote stands, letter for letter, in the section it is said to stand in. Every quote passes here before it is sent. */
export function standsInSection(item: AgendaItem, source: Pick<AnswerSource, 'section' | 'quote'>): boolean {
  return (
    source.quote !== '' &&
    item.sections.some((section) => section.kind === source.section && section.text.includes(source.quote))
  );
}

/** A source from a stored item. @throws Error when the quote does not stand in the section: a fault of ours, never sent. */
export function sourceOf(stored: StoredItem, section: AnswerSource['section'], quote: string): AnswerSource {
  if (!standsInSection(stored.item, { section, quote })) throw new Error('a quote does not stand in its section');
  return {
    meetingId: stored.meetingId,
    meetingDate: stored.meetingDate,
    forum: stored.forum,
    itemNumber: stored.item.number,
    title: stored.item.topic,
    section,
    quote,
    file: stored.fileName,
  };
}

/** Cut at a word, where a whole sentence would be too long for the first line. */
export function shorten(text: string, length = 320): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.lastIndexOf(' ', length);
  return `${line.slice(0, cut > 0 ? cut : length)} …`;
}
