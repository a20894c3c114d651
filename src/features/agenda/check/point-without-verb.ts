import { shorten } from '../../../cards/shorten.js';
import { danishDictionary } from '../../../danish/dictionary.js';
import { foldLetters } from '../../../danish/letters.js';
import { findingTexts } from './phrases.js';
import { onItem, type Rule } from './rule.js';

const longestQuote = 100;

/** Verbs whose forms the dictionary takes for other words as well, or not for verbs: "er", "kan", "skal". */
const plainVerbs: ReadonlySet<string> = new Set(
  'er bliver bliv har kan skal maa vil boer faar gaar staar ses tages gives indgaar udgaar foregaar forestaar'.split(
    ' ',
  ),
);

const isVerb = (word: string): boolean =>
  plainVerbs.has(word) ||
  danishDictionary()
    .readings(word)
    .some(({ wordClass, joint }) => wordClass === 'verb' && !joint);

/** A compound verb is one when its last part is: "genbesøges", "igangsættes". */
const endsLikeVerb = (word: string): boolean =>
  Array.from({ length: Math.min(8, word.length - 4) }, (_, cut) => word.slice(cut + 2)).some(
    (tail) => tail.length >= 5 && /(?:s|er)$/.test(tail) && isVerb(tail),
  );

function hasVerb(point: string): boolean {
  const words = foldLetters(point).match(/[a-z]+/g) ?? [];
  return words.some((word) => isVerb(word) || endsLikeVerb(word));
}

/** A point says what is to happen ("at tidsplanen godkendes"); one without a verb is a heading. */
export const pointWithoutVerb: Rule = ({ entries }) =>
  entries.flatMap((entry) =>
    (entry.item.recommendation?.points ?? [])
      .filter((point) => !hasVerb(point))
      .map((point) =>
        onItem(entry, {
          code: 'point_without_verb',
          message: findingTexts.pointWithoutVerb(entry.item.number, shorten(point, longestQuote)),
          mend: 'item',
          detail: point.slice(0, longestQuote),
        }),
      ),
  );
