import { shorten } from '../../../cards/shorten.js';
import { danishDictionary } from '../../../danish/dictionary.js';
import { foldLetters } from '../../../danish/letters.js';
import { stopWords } from '../../../danish/stop-words.js';
import { findingTexts } from './phrases.js';
import { onItem, type Rule } from './rule.js';

const longestQuote = 100;

/** Verbs whose forms the dictionary takes for other words as well, or not for verbs: "er", "kan", "skal". */
const plainVerbs: ReadonlySet<string> = new Set(
  'er bliver har kan skal maa vil boer faar gaar staar ses gives'.split(' '),
);

/** The dictionary does not say of irregular verbs that they are verbs: "finder" is only a form of "finde". */
const isIrregularPresent = (word: string, wordClass: string, lemma: string): boolean =>
  wordClass === 'other' && lemma.endsWith('e') && word === `${lemma}r`;

/** "for" is also what one did who set out: words that join others are not asked of the dictionary. */
const isVerb = (word: string): boolean =>
  plainVerbs.has(word) ||
  (!stopWords.has(word) &&
    danishDictionary()
      .readings(word)
      .some(
        ({ wordClass, lemma, joint }) => !joint && (wordClass === 'verb' || isIrregularPresent(word, wordClass, lemma)),
      ));

/** "indgår", "forestår", "pålægger": verbs of every day with another word before them. */
const commonEnding = /[a-z]{2}(?:gaar|staar|faar|bliver|giver|tager|saetter|laegger|holder|kommer|bringer|foerer)$/;

/**
 * The passive in which points are written: "drøftes", "igangsættes", "gennemgås". Taken by its ending, since the dictionary
 * knows few compound verbs; a genitive in the definite plural ("afdelingernes") ends otherwise.
 */
const isPassive = (word: string): boolean => word.length >= 5 && /(?:es|aas)$/.test(word) && !/(?:er|e)nes$/.test(word);

function hasVerb(point: string): boolean {
  const words = foldLetters(point).match(/[a-z]+/g) ?? [];
  return words.some((word) => isPassive(word) || commonEnding.test(word) || isVerb(word));
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
