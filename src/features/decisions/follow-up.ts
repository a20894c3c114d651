import type { Ranked } from '../../search/rank.js';
import { wholeWord } from '../../search/support.js';
import type { FoundEntries } from './find-entries.js';
import fitted from './follow-up-weights.json' with { type: 'json' };
import type { FoundItem } from './found-items.js';
import { hasTopic, type Question } from './read-question.js';

/**
 * What speaks for and against a question going on from the one before it, each 0–1: how it is worded, what the archive makes of it when it
 * is read by itself, and whether the item of the question before speaks of it too.
 */
export interface FollowUpSigns {
  /** "hvornår flytter de ind": it says of whom or what by a pronoun. */
  refersBack: number;
  /** … and has at most one telling word beside it. */
  onlyRefersBack: number;
  /** "hvem manglede?": no telling word, and no time. */
  saysNothingItself: number;
  oneWord: number;
  threeWords: number;
  fourWords: number;
  /** A date, a month or a period of its own. */
  saysWhen: number;
  /** "… om elbiler" */
  saysAboutWhat: number;
  /** It is put as a question; a bare topic is a new one. */
  asks: number;
  /** Its heaviest word, in words nobody has written. */
  heaviestWord: number;
  /** How much of it one item holds when it is read by itself, in two such words. */
  heldAlone: number;
  /** That item's title names something of it. */
  isInTitle: number;
  /** How much of it the item of the question before holds. */
  heldBefore: number;
  /** The score of that item as a share of the best one's. */
  scoreBefore: number;
  /** That item is the best one. */
  isBestBefore: number;
}

const opening = /^(?:ok(?:ay)? )?(?:og|men|hvad med|hvad så|også)(?!\p{L})/u;
/** Stands for something said before; "den nye hal" and "der blev" do not. */
const pronoun =
  /(?<!\p{L})(?:(?:dem|dette|denne|disse|han|hun|ham|hende|dens|hans|hendes|deres|samme|sådan en)(?!\p{L})|(?:den|det|de|der)(?=\W*$| (?:i|om|til|på|med|fra|ved|af|for|ikke|er|var|blev|bliver|skal|kan|vil|har|være|gælder|så|fik|kom|dag|punkt)(?!\p{L})))/u;
const aboutWhat =
  /(?<!\p{L})(?:om|omkring|vedr\p{L}*|angående)\.? (?!(?:den|det|de|dem|ham|hende|dette|disse)(?!\p{L}))\p{L}{2}/u;
const asking = /^(?:hv|(?:er|var|blev|bliver|kan|skal|skulle|må|har|får|fik)(?!\p{L}))/u;

const isOne = (value: boolean): number => (value ? 1 : 0);
const upToOne = (value: number): number => Math.max(0, Math.min(1, value));

export const isOfItem = ({ candidate }: Ranked, { meetingId, itemNumber }: FoundItem): boolean =>
  candidate.meetingId === meetingId && candidate.itemNumber === itemNumber;

/** The item a question found; a follow-up goes on about it. */
export function foundItem({ ranked }: FoundEntries): FoundItem | undefined {
  const found = ranked.find(({ candidate }) => candidate.itemNumber !== null)?.candidate;
  return found && { meetingId: found.meetingId, itemNumber: found.itemNumber };
}

/**
 * @param alone The question read by itself, with what it finds.
 * @param item What the question before finds.
 */
export function readFollowUpSigns(
  { question, found: { query, ranked } }: { question: Question; found: FoundEntries },
  item: FoundItem | undefined,
): FollowUpSigns {
  const text = question.text.toLowerCase();
  const telling = question.words.filter(({ weak }) => !weak).length;
  const saysWhen = question.dates.length > 0 || question.period !== undefined || question.latest !== undefined;
  const [best] = ranked;
  const there = item && ranked.find((entry) => isOfItem(entry, item));
  const words = query.concepts.flatMap(({ kind, importance, rarity }, index) =>
    kind === 'part' || kind === 'weak'
      ? []
      : [
          {
            weight: (importance * rarity) / wholeWord(query),
            held: best?.matches[index] ?? 0,
            inTitle: best?.inTitle[index] ?? 0,
          },
        ],
  );
  const refersBack = pronoun.test(text);
  return {
    refersBack: isOne(refersBack),
    onlyRefersBack: isOne(refersBack && telling <= 1),
    saysNothingItself: isOne(!hasTopic(question) && !saysWhen),
    oneWord: isOne(telling === 1),
    threeWords: isOne(telling >= 3),
    fourWords: isOne(telling >= 4),
    saysWhen: isOne(saysWhen),
    saysAboutWhat: isOne(aboutWhat.test(text)),
    asks: isOne(asking.test(text)),
    heaviestWord: upToOne(Math.max(0, ...words.map(({ weight }) => weight))),
    heldAlone: upToOne(words.reduce((sum, { weight, held }) => sum + weight * held, 0) / 2),
    isInTitle: isOne(words.some(({ inTitle }) => inTitle > 0)),
    heldBefore: upToOne(there?.coverage ?? 0),
    scoreBefore: upToOne((there?.score ?? 0) / (best?.score || 1)),
    isBestBefore: isOne(there !== undefined && there === best),
  };
}

/** Log of the odds that a question goes on from the one before; the weights are fitted by `eval/fit-follow-ups.ts`. */
export function followUpOdds(signs: FollowUpSigns): number {
  const names = Object.keys(fitted.weights) as (keyof FollowUpSigns)[];
  return names.reduce((sum, name) => sum + fitted.weights[name] * signs[name], fitted.intercept);
}

/** "og …", "hvad med …" says itself that it goes on; a case number of its own, that it does not. Undefined: only the archive can tell. */
export function saysItGoesOn({ text, caseNumbers }: Question): boolean | undefined {
  if (caseNumbers.length > 0) return false;
  return opening.test(text.toLowerCase()) ? true : undefined;
}

/** From here on an item holds a question whole. */
const whole = 0.95;

/** Several telling words that one other item holds whole, its title among it: a question of its own, whatever was asked before. */
const isWholeElsewhere = (
  { refersBack, oneWord, saysNothingItself, isInTitle, isBestBefore }: FollowUpSigns,
  { ranked: [best] }: FoundEntries,
): boolean =>
  refersBack + oneWord + saysNothingItself + isBestBefore === 0 && isInTitle === 1 && (best?.coverage ?? 0) >= whole;

export const goesOn = (signs: FollowUpSigns, alone: FoundEntries): boolean =>
  followUpOdds(signs) >= fitted.threshold && !isWholeElsewhere(signs, alone);

/** So much below the odds of a follow-up, one that the minutes cannot answer by itself is read as one after all. */
const doubt = 0.6;

export const mightGoOn = (signs: FollowUpSigns): boolean =>
  signs.saysWhen === 0 && followUpOdds(signs) >= fitted.threshold - doubt;
