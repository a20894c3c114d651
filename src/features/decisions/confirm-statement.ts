import { foldLetters } from '../../danish/letters.js';
import { splitSentences } from '../../danish/sentences.js';
import { wordForm } from '../../danish/word-forms.js';
import { analyseText, type Unit } from '../../search/analyse-text.js';
import { type Passage, splitPassages } from '../../search/passages.js';
import type { StoredItem } from '../../store/ports.js';
import { onlyApproves } from './answer-decision.js';
import { answerWith, decisionSource, type ItemAnswer, pointInSentence, withoutMark } from './item-answer.js';
import { isOfTime } from './named-meetings.js';
import { phrases } from './phrases.js';
import { quotePassage, sourceOf } from './quote.js';
import type { Question } from './read-question.js';

/** Words that carry no part of what is stated: who decided, the verbs that only help, and what joins the rest. Letters folded. */
const frame: ReadonlySet<string> = new Set(
  foldLetters(
    `er det rigtigt sandt korrekt passer at vi os man i chefforum chefforummet forummet blev blevet bliver blive var være været har have havde
    fik få får skal skulle må måtte besluttet besluttede beslutter vedtaget vedtog godkendt godkendte enige enedes aftalt aftalte og som der en et
    den de til for af med om fra på ved lave laves laver lavet holde holdes holder også altså egentlig så mon sådan mødet referatet`,
  ).split(/\s+/),
);

/** A sentence with any of these says more, or less, than its words. */
const hedges =
  /(?<!\p{L})(?:hvis|såfremt|medmindre|forud\p{L}*|betinge\p{L}*|dog|men|idet|kun|tidligst|først|undtag\p{L}*|bortset|på nær|uden|kan|kunne|bør|burde|måske|eventuelt|forvent\p{L}*|overvej\p{L}*|undersøg\p{L}*|foresl\p{L}*|indstil\p{L}*|ønske\p{L}*|afvent\p{L}*|udsæt\p{L}*|udsk\p{L}*|gerne|helst|så vidt|hverken|ellers|medens|mens|næsten|cirka|ca)(?!\p{L})/iu;
const negations = /(?<!\p{L})(?:ikke|ingen|intet|aldrig)(?!\p{L})/giu;

const clauseEnds = /,\s|;\s|\s(?=(?:og|samt) at\s)/u;

/** "2. juli" is said by "2. juli 2025". */
const stemOf = ({ kind, folded, terms }: Unit, asked: readonly string[]): string =>
  kind === 'word' ? wordForm(folded).stem : (terms.find((term) => asked.includes(term)) ?? terms[0] ?? folded);

/** "efter trivselsmålingen" only says on what occasion, "efter 1. maj" says when. */
const isOccasion = (unit: Unit, next: Unit | undefined): boolean => unit.folded === 'efter' && next?.kind === 'word';

/** What is stated, each word by its stem, in order. @param asked What is asked, where the text may say it. */
const contentOf = (text: string, asked: readonly string[] = []): string[] =>
  analyseText(text)
    .filter((unit, index, units) => !frame.has(unit.folded) && !isOccasion(unit, units[index + 1]))
    .filter(({ folded }) => !/^(?:ikke|ingen|intet|aldrig)$/.test(folded))
    .map((unit) => stemOf(unit, asked));

/** What the forum decided in so many words: its decision, and the points of a recommendation that was approved as it stood. */
function* decidedSentences(stored: StoredItem) {
  const approvesAll = onlyApproves(stored.item);
  for (const passage of splitPassages(stored.item.sections)) {
    const isDecided =
      passage.section === 'decision' ||
      (approvesAll && passage.section === 'recommendation' && passage.kind === 'point');
    if (!isDecided || passage.kind === 'heading') continue;
    for (const { text } of splitSentences(passage.text)) yield { passage, sentence: text.trim() };
  }
}

/** Ja or nej to a statement of just these words; undefined where the clause says anything more, less or otherwise. */
function clauseSays(clause: string, asked: readonly string[], inTitle: ReadonlySet<string>): 'yes' | 'no' | undefined {
  const said = contentOf(clause, asked);
  const own = asked.filter((stem) => said.includes(stem));
  const [first, ...after] = own;
  // A question begins with the verb.
  const isInOrder =
    said.join(' ') === own.join(' ') || said.filter((stem) => stem !== first).join(' ') === after.join(' ');
  const restIsTitle = asked.every((stem) => said.includes(stem) || inTitle.has(stem));
  // One word alone states nothing.
  if (own.length < 2 || !isInOrder || !restIsTitle) return undefined;
  const times = clause.match(negations)?.length ?? 0;
  return times === 0 ? 'yes' : times === 1 ? 'no' : undefined;
}

/** "inviteres vikarerne?" begins with its verb. */
function asksWhetherSo({ allAsked, text }: Question): boolean {
  const [first] = analyseText(text);
  return allAsked.includes('yes_no') || (allAsked[0] === 'topic' && wordForm(first?.folded ?? '').wordClass === 'verb');
}

function answerWithSentence(stored: StoredItem, passage: Passage, sentence: string, isSo: boolean): ItemAnswer {
  const whole = passage.section === 'decision' ? decisionSource(stored) : undefined;
  const source =
    whole?.quote.includes(sentence) === true
      ? whole
      : sourceOf(stored, passage.section, quotePassage(stored.item, passage));
  const isApprovedPoint = passage.section === 'recommendation' && isSo;
  const firstLine = isApprovedPoint
    ? phrases.approvedPoints(phrases.yesNo.approved.approved ?? '', `${pointInSentence(passage)}.`)
    : phrases.yesNo.stated(isSo, withoutMark(sentence));
  return answerWith({ firstLine }, [source]);
}

const isKnown = ({ item: { outcomes } }: StoredItem): boolean =>
  outcomes.length > 0 && outcomes.every(({ code }) => code !== 'none' && code !== 'unclassified');

/**
 * "er det rigtigt, at rådhuset lukkes mellem jul og nytår?", "skal der laves en fælles handleplan?": ja or nej with the sentence that says so,
 * where a clause of the decision states just what is asked, or just that it is not so. Undefined for every other question, and wherever the
 * words leave a doubt.
 */
export function confirmStatement(stored: StoredItem, question: Question): ItemAnswer | undefined {
  if (!asksWhetherSo(question) || question.isFollowUp || !isKnown(stored)) return undefined;
  if (new RegExp(negations, 'iu').test(question.text)) return undefined;
  // The meeting's own time is no part of what is stated.
  const ofMeeting = question.dates.filter((date) => isOfTime({ dates: [date], period: undefined }, stored.meetingDate));
  const asked = contentOf(question.text).filter((stem) => !ofMeeting.some(({ term }) => term === stem));
  const inTitle = new Set(contentOf(stored.item.topic));
  for (const { passage, sentence } of decidedSentences(stored)) {
    if (hedges.test(sentence)) continue;
    const says = sentence
      .split(clauseEnds)
      .map((clause) => clauseSays(withoutMark(clause), asked, inTitle))
      .find((one) => one !== undefined);
    if (says !== undefined) return answerWithSentence(stored, passage, sentence, says === 'yes');
  }
  return undefined;
}
