import { findingTexts } from './phrases.js';
import { onItem, type Rule } from './rule.js';

/** A recommendation is there, but nothing in it can be decided. */
export const decisionWithoutPoints: Rule = ({ entries }) =>
  entries
    .filter(
      ({ item }) =>
        (item.kind === 'decision' || item.kind === 'nomination') && item.recommendation?.points.length === 0,
    )
    .map((entry) =>
      onItem(entry, {
        code: 'decision_without_points',
        message: findingTexts.decisionWithoutPoints(entry.item.number),
        mend: 'item',
      }),
    );
