import { analyseWords } from '../../danish/analyse-words.js';
import { isDocumentWord } from '../../danish/question-words.js';
import type { StoredItem } from '../../store/ports.js';
import { answerWith, decisionSource, firstSource, type ItemAnswer, withoutDetail } from './item-answer.js';
import { phrases } from './phrases.js';
import { sourceOf } from './quote.js';
import type { Question } from './read-question.js';

/** A list of attachments is quoted whole up to here, in characters. */
const longestQuote = 560;

/** Words of the question that stand in a title, also as parts of longer words. */
function hitsIn(title: string, asked: ReadonlySet<string>): number {
  const words = analyseWords(title.replace(/[_\-.]+/g, ' '));
  return words.filter((stem) => asked.has(stem) || asked.has(`~${stem}`)).length;
}

const askedTerms = (question: Question): Set<string> => new Set(question.words.flatMap((word) => word.unit.terms));

/** Words for papers that are attached, not written into the minutes. */
const isPaper = (folded: string): boolean =>
  isDocumentWord(folded) ||
  /(?:program|specifikation|rapport|prognose|diagram|plan|liste|regnskab|katalog|vejledning|opgoerelse|aftale|evaluering)(?:met|et|en|er|n|s)?$/.test(
    folded,
  );

const asksWhere = /hvor (?:finder|ligger|lå|kan (?:jeg|man|vi) (?:finde|se))|kan ikke finde/u;

/** "hvor finder jeg tallene?": an attachment, where one is named like what is asked for. */
export function wantsAttachment(stored: StoredItem, question: Question): boolean {
  const asked = askedTerms(question);
  return (
    asksWhere.test(question.text.toLowerCase()) && stored.item.attachments.some(({ title }) => hitsIn(title, asked) > 0)
  );
}

/** "program for budgetseminaret": nothing is asked, and an attachment is called just that, beside a word for a document. */
export function namesAttachment(stored: StoredItem, question: Question): boolean {
  const telling = question.words.filter(({ weak }) => !weak);
  if (question.wish.bare !== true || telling.length < 2) return false;
  if (!telling.some(({ unit }) => isPaper(unit.folded))) return false;
  return stored.item.attachments.some(({ title }) =>
    telling.every((word) => hitsIn(title, new Set(word.unit.terms)) > 0),
  );
}

/** 0–1: an attachment that is named answers more than any other, and far more than that there is none. */
const qualities = { named: 1, other: 0.7, none: 0.2 };

/** The item's attachments, those named in the question first. */
export function answerAttachments(stored: StoredItem, question: Question): ItemAnswer {
  const { item } = stored;
  const shown = decisionSource(stored) ?? firstSource(stored);
  if (item.attachments.length === 0)
    return answerWith(
      { firstLine: phrases.noAttachments(item.topic) },
      shown === undefined ? [] : [shown],
      qualities.none,
    );
  const asked = askedTerms(question);
  const titles = item.attachments
    .map(({ title }) => title)
    .sort((one, other) => hitsIn(other, asked) - hitsIn(one, asked));
  const section = item.sections.find((one) => one.kind === 'attachments' && one.text.includes(titles[0] ?? ''));
  const quote = section !== undefined && section.text.length <= longestQuote ? section.text.trim() : (titles[0] ?? '');
  return answerWith(
    { firstLine: phrases.attachments(titles) },
    section === undefined ? [] : [sourceOf(stored, 'attachments', quote)],
    hitsIn(titles[0] ?? '', asked) > 0 ? qualities.named : qualities.other,
  );
}

/** The case number; the item's decision stands beside it, since a number alone says nothing of the case. */
export function answerCaseNumber(stored: StoredItem): ItemAnswer {
  const { item } = stored;
  const source = decisionSource(stored) ?? firstSource(stored);
  const sources = source === undefined ? [] : [source];
  if (item.caseNumber === null) return withoutDetail(phrases.noCaseNumber(item.topic), sources);
  return answerWith({ firstLine: phrases.caseNumber(item.topic, item.caseNumber.text) }, sources);
}
