import type { SectionKind } from '../../domain/agenda-item.js';
import type { Query } from '../../search/query.js';
import { shareSaid } from '../../search/support.js';
import type { StoredItem } from '../../store/ports.js';

/** The parts of an item that say what it is about. */
const openings: ReadonlySet<SectionKind> = new Set<SectionKind>(['summary', 'occasion', 'recommendation']);

/** The share of the question that must stand there. */
const topicShare = 0.75;

/** Whether what is asked about stands in the item's title, or in the words that open it. */
export function isMainTopic(stored: StoredItem, query: Query): boolean {
  const words = stored.item.sections.filter(({ kind }) => openings.has(kind)).map(({ text }) => text);
  return shareSaid([stored.item.topic, ...words].join('\n'), query) >= topicShare;
}
