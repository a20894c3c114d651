import { type Found, toFound } from './found.js';

/** Words that begin a reason, to the end of the clause. */
const reason =
  /(?<!\p{L})(?:fordi|da|idet|eftersom|på grund af|pga\.?|som følge af|skyldes|årsagen er|årsagen til|baggrunden er|begrundelsen er|hænger sammen med|forklares|med henblik på|så(?:\sat)?|for at)\s[^.;]{3,200}/giu;

/** What merely aims at something explains less than what caused it. */
const qualityOf = (text: string): number => (/^(?:med henblik på|så|for at)/iu.test(text) ? 0.5 : 1);

/** Clauses that say why, in order. */
export const findReasons = (text: string): Found[] =>
  [...text.matchAll(reason)].map(toFound).map((found) => ({ ...found, quality: qualityOf(found.text) }));
