import { formatDate } from '../../danish/date-format.js';
import { isoDate } from '../../danish/dates.js';
import type { AskedFor } from '../../danish/question-words.js';
import type { Commitment } from '../../domain/commitment.js';
import { termsOfText } from '../../search/analyse-text.js';
import { findDates } from '../../search/date-units.js';
import { type Evidence, findEvidence } from '../../search/evidence.js';
import { namesSomebody } from '../../search/find-persons.js';
import type { Found } from '../../search/found.js';
import type { Query } from '../../search/query.js';
import { strengthIn } from '../../search/support.js';
import type { StoredItem } from '../../store/ports.js';
import { asksForOutcome } from './asks-for-end.js';
import { asksForMoney, namesAll, receiverOf } from './asks-for-money.js';
import {
  answerWith,
  evidenceSource,
  type ItemAnswer,
  type Said,
  withoutDetail,
  withoutMark,
  worthBy,
} from './item-answer.js';
import { isMainTopic } from './main-topic.js';
import { phrases } from './phrases.js';
import { shorten } from './quote.js';
import type { Question } from './read-question.js';
import { standsBeside } from './stands-beside.js';

/** A passage that has things of the kind asked for. */
interface Holder extends Evidence {
  found: Found[];
}

const money = /kr|mio|mia|million|milliard/i;
const share = /procent|pct|%/i;

/** 0–1: how well a number answers "hvor mange borgere": 0 for a number of something else. */
type Fit = (found: Found, passage: string) => number;

/** Letters after a number in which the thing counted is looked for: "61 nye forslag". */
const countedWithin = 30;

/** A number counts what was asked for surely where the noun follows it, less so where the noun stands elsewhere. */
const fits = { noun: 1, unspecific: 1, besides: 0.6, part: 0.6, share: 0.4 };

/** "27 af bilerne" are not how many there are. */
const isPart = ({ text }: Found): boolean => /^[\d.]+ (?:ud )?af /u.test(text);

/** "hvor mange …" asks for things or persons; only "hvor mange penge" and the like for money. */
const countsThings = /hvor (?:mange|få) (?!penge|kr|kroner|mio|mia|million|milliard)/iu;

/** "hvor meget" asks how much of something; what is counted one by one is asked for by "hvor mange". */
const asksHowMuch = /(?<!\p{L})hvor meget(?! (?:mere|mindre|flere|færre))(?!\p{L})/iu;
const countedOneByOne =
  /(?<!\p{L})(?:borgere|personer|medarbejdere|ansatte|ledere|børn|elever|pladser|boliger|biler|forslag|spørgsmål|svar|høringssvar|møder|gange|deltagere|tilmeldte|indbyggere|afdelinger|projekter|systemer)(?!\p{L})/iu;

function fitOf(question: Question, query: Query): Fit {
  const match = /(?:hvor\s(?:mange|få)|antal|antallet af)\s(?:nye\s|flere\s|fælles\s)?(\p{L}+)/iu.exec(question.text);
  if (asksForMoney(question.text)) return (found) => (money.test(found.text) ? 1 : 0);
  if (match === null && asksHowMuch.test(question.text))
    return (found) => (countedOneByOne.test(found.text) ? 0 : fits.unspecific);
  const counted = query.concepts.find((concept) => concept.label === match?.[1] && concept.found);
  if (counted === undefined)
    return (found) => (countsThings.test(question.text) && money.test(found.text) ? 0 : fits.unspecific);
  /** How surely the thing counted stands in a text: a synonym less than the word itself. */
  const counts = (text: string): number => strengthIn(counted, new Set(termsOfText(text).split(' ')));
  return (found, passage) => {
    if (money.test(found.text) && !money.test(counted.label)) return 0;
    const after = passage.slice(found.start, found.end + countedWithin).split(/[,;.]\s/, 1)[0] ?? '';
    const other = share.test(found.text) && !share.test(counted.label) ? fits.share : fits.besides;
    return Math.max(other * counts(passage), (isPart(found) ? fits.part : fits.noun) * counts(after));
  };
}

const bodyWords = /afdeling|stab|enhed|forvaltning|område/iu;

/** "hvad hedder …", "hvad kommer huset til at hedde": nothing but a name answers. */
const asksForName = (text: string): boolean =>
  /(?<!\p{L})hvad (?:[\p{L}\d]+ ){0,12}(?:hedder|hedde|hede|hed)(?!\p{L})|navnet på|navne på/u.test(text.toLowerCase());

/** A department or an office is somebody, but it is not what a system or a consultant is called. */
const isName = (found: Found, question: Question): boolean =>
  found.quality === 1 || (found.quality < 0.6 && /^\p{Lu}/u.test(found.text)) || bodyWords.test(question.text);

/** A deadline the forum set goes before one that was only proposed in the case text. */
const decidedDeadline = 1.8;

/** "hvem er ansvarlig for fristen": somebody is asked for beside the day, or instead of it. */
const asksForOwner =
  /(?<!\p{L})(?:ansvar\p{L}*|hvem (?:skal|laver|sender|følger|tager|står|fremlægger|udarbejder|kommer|vender))(?!\p{L})/u;

/** "hvem skal det sendes til" asks for somebody else. */
const asksForReceiver = /(?<!\p{L})(?:til|hos|af|med)[?.! ]*$/u;

const wantsOwner = ({ text, wish }: Question): boolean => {
  const lower = text.toLowerCase();
  return wish.contact !== true && asksForOwner.test(lower) && !asksForReceiver.test(lower);
};

/**
 * "forbruget er 31 mio. kr. pr. 31. juli", told in August, is how things stood that day; "ordningen begynder pr. 1. januar" is when
 * something happens.
 */
function isStatusDay({ text, start }: Found, passage: string, meetingDate: string): boolean {
  if (!/(?<!\p{L})pr\.? $/iu.test(passage.slice(0, start))) return false;
  const [date] = findDates(text);
  if (date?.month == null || date.day === null) return false;
  const told = isoDate(date.year ?? Number(meetingDate.slice(0, 4)), date.month, date.day);
  return told !== undefined && told < meetingDate;
}

function holdersOf(
  stored: StoredItem,
  all: readonly Evidence[],
  question: Question,
  query: Query,
  asked: AskedFor,
): Holder[] {
  const suits: Fit = asked === 'amount' ? fitOf(question, query) : () => 1;
  const isPerson = asked === 'person' || asked === 'nomination' || asked === 'title';
  const answers = (found: Found, passage: string): boolean => {
    if (asked === 'date' && isStatusDay(found, passage, stored.meetingDate)) return false;
    if (asksForName(question.text)) return isName(found, question);
    return !isPerson || found.quality >= namesSomebody;
  };
  // Who was missing did nothing in the matter.
  const mayAnswer = ({ passage }: Evidence): boolean => passage.section !== 'absent';
  const decided = asked === 'deadline' ? decidedDeadline : asksForOutcome(question) ? 1.3 : 1;
  return all
    .filter(mayAnswer)
    .flatMap((evidence): Holder[] => {
      const { passage } = evidence;
      const rated = (evidence.found ?? [])
        .filter((found) => answers(found, passage.text))
        .map((found) => ({ found, worth: suits(found, passage.text) * (asked === 'amount' ? found.quality : 1) }))
        .filter(({ worth }) => worth > 0);
      const best = Math.max(0, ...rated.map(({ worth }) => worth));
      const found = rated
        .filter(({ worth }) => worth === best)
        .map(({ found: one, worth }) => ({ ...one, quality: asked === 'amount' ? worth : one.quality * worth }));
      const score = evidence.score * best * (passage.section === 'decision' ? decided : 1);
      return found.length === 0 ? [] : [{ ...evidence, score, found }];
    })
    .sort((one, other) => other.score - one.score);
}

/** The promise a passage makes by the words found in it. */
function commitmentIn(stored: StoredItem, { passage }: Holder, words: string): Commitment | undefined {
  return stored.item.commitments.find(
    ({ text, due, dueText }) =>
      due !== null &&
      dueText !== null &&
      (passage.text.includes(text) || text.includes(withoutMark(passage.text))) &&
      (dueText.includes(words) || words.includes(dueText)),
  );
}

/** The promise that stands in a passage, whatever day it has. */
const promiseIn = (stored: StoredItem, { passage }: Holder): Commitment | undefined =>
  stored.item.commitments.find(({ text }) => passage.text.includes(text) || text.includes(withoutMark(passage.text)));

/** Who is to do something, and until when; undefined where the passage promises nothing, or of nobody. */
function sayOwner(commitment: Commitment | undefined): Said | undefined {
  if (commitment === undefined || commitment.owner === null) return undefined;
  const { owner, due, text, inferred } = commitment;
  if (due === null) return { firstLine: phrases.owner(owner) };
  // "har temadrøftelsen den 20. august" is on that day.
  const isLatest = inferred || /senest|inden/u.test(text);
  return { firstLine: (isLatest ? phrases.ownerUntil : phrases.ownerOn)(owner, formatDate(due)) };
}

/** A deadline with whose it is: the one that was asked for first. */
function withOwner(said: Said, owner: string | null, isAskedFor: boolean): Said {
  if (owner === null) return isAskedFor ? { ...said, firstLine: `${phrases.noOwner} ${said.firstLine}` } : said;
  return { ...said, firstLine: `${said.firstLine} ${phrases.responsible(owner)}` };
}

/** A latest day as a person says it: with its year, what it was read from, and whether it has passed; and whose it is. */
function sayDeadline(words: string, commitment: Commitment | undefined, question: Question, today: string): Said {
  const isOwnerAsked = wantsOwner(question);
  const due = commitment?.due ?? null;
  if (commitment === undefined || due === null)
    return withOwner({ firstLine: phrases.deadline(words) }, commitment?.owner ?? null, isOwnerAsked);
  const owned = isOwnerAsked ? sayOwner(commitment) : undefined;
  const firstLine =
    owned?.firstLine ??
    withOwner({ firstLine: phrases.deadlineOn(formatDate(due)) }, commitment.owner, isOwnerAsked).firstLine;
  const dayAndMonth = formatDate(due, 'da').replace(/ \d{4}$/, '');
  const isWritten = (commitment.dueText ?? '').toLowerCase().includes(dayAndMonth);
  const remarks = [
    ...(commitment.inferred && !isWritten ? [phrases.inferredFrom(commitment.dueText ?? '')] : []),
    ...(due < today ? [phrases.deadlinePassed] : []),
  ];
  return { firstLine, remarks };
}

/** "medio august" of a promise whose year is known. */
const withYear = (words: string, due: string | null | undefined): string =>
  due == null || /\d{4}|møde/u.test(words) ? words : `${words} ${due.slice(0, 4)}`;

function say(stored: StoredItem, chosen: Holder, question: Question, asked: AskedFor, today: string): Said {
  const words = (chosen.found[0]?.text ?? '').replace(/\.$/, '');
  const sentence = shorten(withoutMark(chosen.passage.text));
  switch (asked) {
    case 'deadline':
      return { ...sayDeadline(words, commitmentIn(stored, chosen, words), question, today), sentence };
    case 'date': {
      const commitment = commitmentIn(stored, chosen, words);
      const due = commitment?.due;
      const isLatest = due !== undefined && /senest|inden/u.test(chosen.passage.text);
      if (isLatest) return { ...sayDeadline(words, commitment, question, today), sentence };
      return { firstLine: phrases.moment(withYear(words, due)), sentence };
    }
    case 'duration':
    case 'frequency':
    case 'amount':
      return { firstLine: phrases.moment(words), sentence };
    case 'person':
    case 'nomination': {
      const owned = wantsOwner(question) ? sayOwner(promiseIn(stored, chosen)) : undefined;
      return owned === undefined ? { firstLine: sentence } : { ...owned, sentence };
    }
    default:
      return { firstLine: sentence };
  }
}

/** Who helps is best answered with the address to write to, where the item has one. */
function withAddress(stored: StoredItem, said: Said, chosen: Holder, all: readonly Evidence[]): ItemAnswer {
  const source = evidenceSource(stored, chosen, { worth: worthBy(all) });
  const address = all.find((evidence) => evidence.passage.text.includes('@'));
  if (said.firstLine.includes('@') || address === undefined) return answerWith(said, [source]);
  const sentence = shorten(withoutMark(address.passage.text));
  return answerWith({ ...said, sentence }, [source, evidenceSource(stored, address)]);
}

/** Least share of the best passage's coverage for a passage to answer. */
const leastCoverage = { usual: 0.55, decided: 0.4 };

const setsDeadline = ({ passage }: Holder, asked: AskedFor): boolean =>
  asked === 'deadline' && passage.section === 'decision';

/** A thing of the asked kind: the first passage that has it and is about what was asked. */
export function answerFact(
  stored: StoredItem,
  question: Question,
  query: Query,
  asked: AskedFor,
  today: string,
): ItemAnswer {
  const all = findEvidence(stored.item, query, asked, question.wish);
  const best = Math.max(0, ...all.map((evidence) => evidence.coverage));
  const holders = holdersOf(stored, all, question, query, asked);
  const receiver = receiverOf(question, query);
  const isAbout = asked === 'date' ? standsBeside(stored, query) : namesAll(receiver, stored.item.topic);
  const near = holders.find(
    (holder) =>
      isAbout(holder.passage) &&
      holder.coverage >= best * (setsDeadline(holder, asked) ? leastCoverage.decided : leastCoverage.usual),
  );
  const mayBeAnywhere = asksForMoney(question.text) && receiver.length === 0 && isMainTopic(stored, query);
  // "hvad koster det?": the price of what the whole item is about stands wherever money does.
  const chosen = near ?? (mayBeAnywhere ? holders[0] : undefined);
  if (chosen === undefined) {
    const nearest = all[0];
    const text = phrases.detailMissing(stored.item.topic, stored.meetingDate, asked);
    return withoutDetail(text, nearest === undefined ? [] : [evidenceSource(stored, nearest)]);
  }
  const said = say(stored, chosen, question, asked, today);
  if (question.wish.contact === true) return withAddress(stored, said, chosen, all);
  return answerWith(said, [evidenceSource(stored, chosen, { worth: worthBy(all) })], chosen.found[0]?.quality);
}
