import type { Question } from './read-question.js';

/**
 * What a way of asking is taken for, from the surest to the slightest sign:
 * `decided`: the decision itself is asked for. `ended`: how it ended, and not what there was to hear. `leans`: of two passages that answer, the one
 * in the decision is rather meant.
 */
type Sign = 'decided' | 'ended' | 'leans';

/** The ways people ask how something ended. Whatever asks for a decision by its cue (`AskedFor`) leans to it as well. */
const ways: readonly [words: string, signs: readonly Sign[]][] = [
  [String.raw`beslut\p{L}*|vedt[oa]g\p{L}*|godkend\p{L}*|aftalt|bestemte?|enedes`, ['decided', 'ended']],
  ['blev vi enige|(?:hvad|hvordan) endte', ['decided', 'ended']],
  ['endte|landede|blev det', ['ended', 'leans']],
  [String.raw`aftal|aftalte|konklu\p{L}*|hvad (?:blev|skete|sker|sagde|gjorde)|blev (?:der|vi)`, ['ended']],
  ['valgte vi', ['leans']],
];

function formOf(sign: Sign): RegExp {
  const words = ways.filter(([, signs]) => signs.includes(sign)).map(([of]) => of);
  return new RegExp(String.raw`(?<!\p{L})(?:${words.join('|')})(?!\p{L})`, 'u');
}

const forms = { decided: formOf('decided'), ended: formOf('ended'), leans: formOf('leans') };

const says = (sign: Sign, { text }: Pick<Question, 'text'>): boolean => forms[sign].test(text.toLowerCase());

/** The decision itself is asked for. */
export const asksWhatWasDecided = (question: Pick<Question, 'text'>): boolean => says('decided', question);

/** How it ended is asked for, not what there was to hear. */
export const asksHowItEnded = (question: Pick<Question, 'text'>): boolean => says('ended', question);

/** What counts is how things ended, whatever else is asked for. */
export const asksForOutcome = (question: Pick<Question, 'text' | 'allAsked'>): boolean =>
  question.allAsked.includes('decision') || says('leans', question);
