import type { AgendaItem } from '../../domain/agenda-item.js';
import type { AnswerSource } from '../../domain/answer.js';
import type { Passage } from '../../search/passages.js';
import { splitPassages } from '../../search/passages.js';
import type { StoredItem } from '../../store/ports.js';

/** A quote on a card is read between two meetings. */
const usualQuote = 560;
/** A list that was asked for is shown whole up to here. */
const longestList = 700;

interface Stretch {
  start: number;
  end: number;
}

const lengthOf = ({ start, end }: Stretch): number => end - start;

/** How much a passage says to the question; higher is better. */
export type Worth = (passage: Passage) => number;

/** Widens a passage by the neighbour that says most, as long as it stays readable. */
function widen(passage: Passage, neighbours: readonly Passage[], limit: number, worth: Worth): Stretch {
  const place = neighbours.findIndex((other) => other.start === passage.start);
  let stretch: Stretch = { start: passage.start, end: passage.end };
  let [first, last] = [place - 1, place + 1];
  for (;;) {
    const [before, after] = [neighbours[first], neighbours[last]];
    const earlier = before && { start: before.start, end: stretch.end };
    const later = after && { start: stretch.start, end: after.end };
    const canGoBack = earlier !== undefined && lengthOf(earlier) <= limit;
    const canGoOn = later !== undefined && lengthOf(later) <= limit;
    if (canGoOn && !(canGoBack && before !== undefined && after !== undefined && worth(before) > worth(after))) {
      stretch = later;
      last += 1;
    } else if (canGoBack) {
      stretch = earlier;
      first -= 1;
    } else return stretch;
  }
}

/** What to quote around a passage. */
export interface Around {
  /** A list that was asked for is shown whole where it can be. */
  wholeList?: boolean;
  /** Which neighbours to prefer; what comes after, where it is not given. */
  worth?: Worth | undefined;
  /** In characters. */
  limit?: number;
}

/**
 * The passage with its surroundings, letter for letter: first the paragraph or list it stands in, then, where that is short,
 * the paragraphs beside it, the most telling first.
 */
export function quotePassage(item: AgendaItem, passage: Passage, around: Around = {}): string {
  const { wholeList = false, worth = () => 0, limit = wholeList ? longestList : usualQuote } = around;
  const text = item.sections[passage.sectionIndex]?.text ?? '';
  const ofSection = splitPassages(item.sections).filter((other) => other.sectionIndex === passage.sectionIndex);
  const group = ofSection.filter((other) => other.group === passage.group);
  const neighbours = passage.section === 'attachments' && !wholeList ? [passage] : group;
  const near = widen(passage, neighbours, limit, worth);
  const isWholeGroup = near.start === group[0]?.start && near.end === group.at(-1)?.end;
  if (!isWholeGroup || passage.section === 'attachments') return text.slice(near.start, near.end);
  // A heading belongs to what stands below it, which may not fit.
  const beside = paragraphsBeside(ofSection, passage.group);
  const { start, end } = widen({ ...passage, ...near }, beside, limit, worth);
  return text.slice(start, end);
}

/** The paragraphs of a section under the same heading as one of them, each as one passage. */
function paragraphsBeside(ofSection: readonly Passage[], group: number): Passage[] {
  const paragraphs: Passage[] = [];
  for (const passage of ofSection) {
    const last = paragraphs.at(-1);
    if (last?.group === passage.group) paragraphs.splice(-1, 1, { ...last, end: passage.end });
    else paragraphs.push(passage);
  }
  const own = paragraphs.findIndex((one) => one.group === group);
  const isHeading = (one: Passage): boolean => one.kind === 'heading';
  const from = paragraphs.slice(0, own).findLastIndex(isHeading) + 1;
  const to = paragraphs.findIndex((one, index) => index > own && isHeading(one));
  return paragraphs.slice(from, to < 0 ? undefined : to);
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
