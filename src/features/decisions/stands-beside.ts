import { strengthInItem } from '../../search/evidence.js';
import { type Passage, splitPassages } from '../../search/passages.js';
import type { Query } from '../../search/query.js';
import { strengthOf } from '../../search/support.js';
import type { StoredItem } from '../../store/ports.js';

/** Only a word the item surely says can tell where in it the thing is spoken of. */
const surely = 0.8;

/**
 * Whether a passage speaks of what is asked about at all. A date says when whatever stands beside it is: something of what is asked must stand in
 * its sentence or before it in the paragraph, in the words above that, or in the item's title; what is named only afterwards is something else.
 */
export function standsBeside(stored: StoredItem, query: Query): (passage: Passage) => boolean {
  const asked = query.concepts.filter(
    (concept) =>
      concept.kind === 'word' && concept.fromBefore !== true && strengthInItem(stored.item, concept) >= surely,
  );
  const isSaid = (text: string): boolean => asked.some((concept) => strengthOf(concept, text) > 0);
  if (asked.length === 0 || isSaid(stored.item.topic)) return () => true;
  const passages = splitPassages(stored.item.sections);
  return ({ group, sectionIndex, start: at }) =>
    passages
      .filter((one) => one.group === group && one.sectionIndex === sectionIndex && one.start <= at)
      .some(({ text, under, heading }) => isSaid(`${heading}\n${under}\n${text}`));
}
