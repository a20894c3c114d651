import { sameTitle } from '../../../minutes-parser/titles-agree.js';
import { findingTexts } from './phrases.js';
import { onItem, type Rule } from './rule.js';

/** Two items that cannot be told apart by their titles. */
export const sameTitleTwice: Rule = ({ entries }) =>
  entries.flatMap((entry, index) => {
    const title = sameTitle(entry.item.topic);
    const first = entries.slice(0, index).find(({ item }) => sameTitle(item.topic) === title);
    if (title === '' || first === undefined) return [];
    const message = findingTexts.sameTitleTwice(entry.item.number, first.item.number);
    return [onItem(entry, { code: 'same_title_twice', message, mend: 'item', detail: first.id })];
  });
