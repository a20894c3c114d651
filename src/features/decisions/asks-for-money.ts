import { foldLetters } from '../../danish/letters.js';
import type { Passage } from '../../search/passages.js';
import type { Concept, Query } from '../../search/query.js';
import { strengthOf } from '../../search/support.js';
import type { Question } from './read-question.js';

/** Nothing but an amount of money answers. */
export const asksForMoney = (text: string): boolean =>
  /(?<!\p{L})(?:kost(?:e|er|ede|et)|pris|prisen|hvor mange penge|i kroner|hvor dyrt?|beløb|beløbet|hvor meget (?:spar\p{L}*|brug(?:te|er)|betal(?:te|er)|tjen(?:te|er)|fik|får|afsatte|afsætter|bevilgede|bevilger|bevilget)|hvor meget (?:skal|skulle|kan|kunne|må|måtte|vil|ville|har|havde|blev|bliver|er) (?:[\p{L}&]+ ){1,4}(?:spare\p{L}*|bruge?|brugt|betale?|betalt|få|fået|afsat|bevilget|tildelt)|hvad (?:sparer|sparede|tjener|tjente|betaler|betalte) (?:vi|man|det|kommunen)|(?:er|blev|bliver) (?:der|det) (?:sparet|tjent))(?!\p{L})/iu.test(
    text,
  );

/** "hvor meget fik skolerne", "hvor meget skal Børn & Familie spare": the money of one among several, with its name. */
const askedShare =
  /(?<!\p{L})hvor meget (?:(?:fik|får) ((?:[\p{L}&]+ ?){1,4})|(?:skal|skulle|kan|kunne|må|måtte|vil|ville|har|havde|blev|bliver|er) ((?:[\p{L}&]+ ){1,4})(?:spare\p{L}*|få|fået|tildelt|afsat|bevilget)(?!\p{L}))/iu;

/** "vi", and what follows the name: "fra staten", "til nye biler". */
const notNamed =
  /(?<!\p{L})(?:vi|man|i|kommunen|der|det|den|tilbage|fra|til|for|af|ud|på|med|om|ved|hver)(?!\p{L}).*/iu;

/** The words of the one whose money is asked for. */
export function receiverOf({ text }: Question, { concepts }: Query): readonly Concept[] {
  const [, first = '', second = ''] = askedShare.exec(text) ?? [];
  const words = new Set((first + second).replace(notNamed, '').split(' ').map(foldLetters));
  return concepts.filter(({ kind, label }) => kind === 'word' && words.has(foldLetters(label)));
}

/** Less surely than this a word of the question may mean something else. */
const surelyNamed = 0.45;

/** Whether who gets or gives the money stands beside the amount; that the item names them elsewhere says nothing of it. */
export const namesAll =
  (receiver: readonly Concept[], topic: string) =>
  ({ heading, under, text }: Passage): boolean =>
    receiver.every((concept) => strengthOf(concept, [topic, heading, under, text].join('\n')) >= surelyNamed);
