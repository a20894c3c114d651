import { weekdayNames } from '../../danish/dates.js';
import { foldLetters } from '../../danish/letters.js';
import { strengthInItem } from '../../search/evidence.js';
import { type Passage, splitPassages } from '../../search/passages.js';
import type { Concept, Query } from '../../search/query.js';
import { strengthOf } from '../../search/support.js';
import type { StoredItem } from '../../store/ports.js';
import type { Question } from './read-question.js';

/*
 * An item may hold nearly every word of a question and yet speak of something else: of the steering group for cars, where the one for AI was
 * asked about; of what costs, where a saving was. Then it is offered, and never given as the answer.
 */

/** Whether an item speaks of the very thing that is asked about. */
type SpeaksOfThat = (stored: StoredItem) => boolean;

const ownWords = ({ concepts }: Query): readonly Concept[] =>
  concepts.filter(({ kind, fromBefore }) => kind === 'word' && fromBefore !== true);

/** Bodies a forum has many of, alike but for what they are for. */
const body = String.raw`\p{L}*(?:gruppe|udvalg|netværk|nævn|team)(?:n|t|en|et|r|er|rne|erne)?`;
/** Such a body with the words that tell it from others: "styregruppen for ai", "udvalget om nye indkøb". */
const namedBody = new RegExp(
  String.raw`(?<!\p{L})(${body}) (?:for|om|til|vedr\.?|vedrørende) ((?:\p{L}+ ?){1,4})`,
  'giu',
);
/** "budgetstyregruppen": which one stands in the word itself. */
const bodyWithName = /^\p{L}{3,}(?:styre|arbejds|projekt|plan)gruppen?$/iu;

/** What body it is, and which. */
function namesThatBody({ text }: Question, query: Query): SpeaksOfThat {
  const names = new Set(
    [...text.matchAll(namedBody)].flatMap(([, what = '', which = '']) =>
      `${what} ${which}`.split(' ').map(foldLetters),
    ),
  );
  const asked = ownWords(query).filter(({ label }) => names.has(foldLetters(label)) || bodyWithName.test(label));
  return ({ item }) => asked.every((concept) => strengthInItem(item, concept) > 0);
}

const isWeekday = new RegExp(`^(?:${weekdayNames.join('|')})(?:en|ens|e|ene|s)?$`, 'iu');
const isDay = ({ label }: Concept): boolean => isWeekday.test(label);

const saidIn = ({ heading, under, text }: Passage): string => [heading, under, text].join('\n');

/** "må man arbejde hjemme om fredagen": a day says when, and only of what stands beside it. */
function saysItOfThatDay(query: Query): SpeaksOfThat {
  const days = ownWords(query).filter(isDay);
  const rest = ownWords(query).filter((concept) => !isDay(concept));
  if (days.length === 0 || rest.length === 0) return () => true;
  const says = (concept: Concept, passage: Passage): boolean => strengthOf(concept, saidIn(passage)) > 0;
  return ({ item }) =>
    days.some((day) => strengthOf(day, item.topic) > 0) ||
    splitPassages(item.sections).some(
      (passage) => days.some((day) => says(day, passage)) && rest.some((concept) => says(concept, passage)),
    );
}

/** "har vi besluttet at spare på rengøringen", "blev det vedtaget at …" */
const asksWhetherDecided =
  /(?<!\p{L})(?:har|havde|blev|er|fik) (?:\p{L}+ ){1,3}?(?:besluttet|vedtaget|aftalt|bestemt)(?: os)?(?: for)? at(?!\p{L})/iu;

/** That one passage speaks of saving, and another of cleaning, is no decision to save on cleaning. */
function saysItTogether({ text }: Question, query: Query): SpeaksOfThat {
  if (!asksWhetherDecided.test(text)) return () => true;
  const asked = ownWords(query).filter(({ found }) => found);
  return ({ item }) =>
    splitPassages(item.sections).some((passage) =>
      asked.every((concept) => strengthOf(concept, `${item.topic}\n${saidIn(passage)}`) > 0),
    );
}

/** Whether an item speaks of the very body, the very day, or the very decision that is asked about; true where none of these is. */
export function speaksOfThat(question: Question, query: Query): SpeaksOfThat {
  const conditions = [namesThatBody(question, query), saysItOfThatDay(query), saysItTogether(question, query)];
  return (stored) => conditions.every((holds) => holds(stored));
}
