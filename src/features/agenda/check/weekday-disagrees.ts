import { findDates, weekdayNames, weekdayOf } from '../../../danish/dates.js';
import { findingTexts } from './phrases.js';
import { onItem, type Rule } from './rule.js';

/** A weekday and a date in an item's text that are not of the same day. Those of the meeting itself the reader finds. */
export const weekdayDisagrees: Rule = ({ entries }) =>
  entries.flatMap((entry) => {
    const texts = [entry.item.title, entry.wanted ?? '', ...entry.item.sections.map(({ text }) => text)];
    const wrong = findDates(texts.join('\n').replace(/\s+/g, ' ')).filter(
      ({ iso, weekday }) => iso !== null && weekday !== null && weekday !== weekdayOf(iso),
    );
    return wrong.map(({ text, iso }) =>
      onItem(entry, {
        code: 'weekday_mismatch',
        message: findingTexts.weekdayDisagrees(entry.item.number, text, weekdayNames[weekdayOf(iso ?? '') - 1] ?? ''),
        mend: 'item',
        detail: text,
      }),
    );
  });
