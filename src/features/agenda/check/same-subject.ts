import { stopWords } from '../../../danish/stop-words.js';
import { analyseText } from '../../../search/analyse-text.js';

/** Words that stand in titles of every subject. */
const emptyWords: ReadonlySet<string> = new Set(
  'orientering skriftlig droeftelse beslutning godkendelse udpegning tema temadroeftelse status opfoelgning punkt evaluering ny nye'.split(
    ' ',
  ),
);

const isEmpty = (folded: string): boolean => folded.length < 3 || stopWords.has(folded) || emptyWords.has(folded);

/** What a text is about: the terms of its words, compounds taken apart; numbers, years and dates are about nothing. */
export function subjectTerms(text: string): ReadonlySet<string> {
  return new Set(
    analyseText(text.normalize('NFC'))
      .filter(({ kind, folded }) => kind === 'word' && !isEmpty(folded))
      .flatMap(({ terms }) => terms.map(asPlainTerm)),
  );
}

/** A word inside a compound counts as the word itself. */
const asPlainTerm = (term: string): string => term.replace(/^[^a-z0-9]+/, '');

/** How many terms two texts share. */
export function sharedTerms(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((term) => other.has(term)).length;
}
