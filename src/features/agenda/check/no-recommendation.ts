import { findingTexts } from './phrases.js';
import { onItem, type Rule } from './rule.js';

/** Nobody says what the forum is to do. Any other business needs nobody to. */
export const noRecommendation: Rule = ({ entries }) =>
  entries
    .filter(
      ({ item }) => item.recommendation === null && item.kind !== 'any_other_business' && item.kind !== 'approval',
    )
    .map((entry) =>
      onItem(entry, {
        code: 'no_recommendation',
        message: findingTexts.noRecommendation(entry.item.number),
        mend: 'item',
      }),
    );
