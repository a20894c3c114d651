import { isGeneralWord } from '../../danish/general-words.js';
import { foldLetters } from '../../danish/letters.js';
import { findDetailForm, weakWords } from '../../danish/question-words.js';
import { wordForm } from '../../danish/word-forms.js';
import type { AnswerSource } from '../../domain/answer.js';
import { type Evidence, findEvidence, strengthInItem } from '../../search/evidence.js';
import { type Passage, splitPassages } from '../../search/passages.js';
import type { Query } from '../../search/query.js';
import type { StoredItem } from '../../store/ports.js';
import { answerAboutItem } from './answer-about-item.js';
import { answerAttachments, answerCaseNumber, namesAttachment, wantsAttachment } from './answer-attachments.js';
import { answerPassedOver, answerWithDecision, onlyApproves, saysMoreThanTitle } from './answer-decision.js';
import { answerFact } from './answer-fact.js';
import { answerList } from './answer-list.js';
import { answerWithWhatWasNoted } from './answer-noted.js';
import { sayYesOrNo } from './answer-yes-no.js';
import { asksWhatWasDecided } from './asks-for-end.js';
import { asksForMoney } from './asks-for-money.js';
import { confirmStatement } from './confirm-statement.js';
import {
  answerWith,
  evidenceSource,
  firstSource,
  type ItemAnswer,
  pointsInSentence,
  withoutDetail,
  withoutMark,
  worthBy,
} from './item-answer.js';
import { isMainTopic } from './main-topic.js';
import { phrases } from './phrases.js';
import { shorten } from './quote.js';
import type { Question } from './read-question.js';
import { answerWithBoth, tellBoth } from './say-outcome.js';

const isProse = (evidence: Evidence): boolean => evidence.passage.kind !== 'heading';

/** The share of the question that the item's title must say for the item's decision to answer. */
const titleShare = 0.75;

/** The share of the question that an item's title already says; 1 where nothing was asked but a place. */
export function saidByTitle(query: Query, inTitle: readonly number[]): number {
  let said = 0;
  let all = 0;
  for (const [index, concept] of query.concepts.entries()) {
    if (concept.kind === 'part' || concept.kind === 'weak') continue;
    const worth = concept.importance * concept.rarity;
    all += worth;
    said += worth * (inTitle[index] ?? 0);
  }
  return all === 0 ? 1 : said / all;
}

/** "hvor ligger …", "hvor lederdag 24", unlike "hvor koldt …" and "hvor mange …". */
function asksWhere(text: string): boolean {
  const [, next] = /^(?:og |men )?hvor (\p{L}+)/u.exec(text) ?? [];
  const { wordClass } = wordForm(foldLetters(next ?? ''));
  return next !== undefined && wordClass !== 'adjective' && !asksHowMuch.test(next);
}

const asksHowMuch = /^(?:mange|meget|få|længe|ofte|tit|for|vidt|godt|koldt|varmt|langt|højt|stort|dyrt)$/u;

/** "Prioriteringsprincipper. Følgende foreslås:" answers with what follows it. */
function withList(passage: Passage, stored: StoredItem): string {
  const own = withoutMark(passage.text);
  if (!/[,:]$/u.test(own)) return own;
  const points = splitPassages(stored.item.sections).filter(
    (one) => one.kind === 'point' && one.group === passage.group && one.start > passage.start,
  );
  return [own, pointsInSentence(points)].join(' ');
}

/** What was recommended beside the decision on it; the decision alone where it only says yes. Undefined where there is none. */
const whatBecameOf = (stored: StoredItem, question: Question, query: Query): ItemAnswer | undefined =>
  onlyApproves(stored.item) ? answerWithDecision(stored, question, query) : tellBoth(stored, query, true);

/** What came of the item, or what it told where it was only taken note of. */
const tellOutcome = (stored: StoredItem, question: Question, query: Query): ItemAnswer | undefined =>
  answerWithWhatWasNoted(stored, question, query) ?? answerWithDecision(stored, question, query);

/** The passage that says most about what was asked, in its own words; the decision where no passage says more than the title. */
function answerWithPassage(stored: StoredItem, question: Question, query: Query): ItemAnswer {
  const all = findEvidence(stored.item, query, question.asked, question.wish).filter(isProse);
  const [best] = all;
  if (best === undefined) return withoutDetail(phrases.detailMissing(stored.item.topic, stored.meetingDate));
  const isRecommended = best.passage.section === 'recommendation';
  // What was recommended is told as such, and never without what came of it.
  const became = isRecommended
    ? (answerPassedOver(stored, best.passage) ?? whatBecameOf(stored, question, query))
    : undefined;
  if (became !== undefined) return became;
  const decided = saysMoreThanTitle(best.passage, stored, query) ? undefined : tellOutcome(stored, question, query);
  if (decided !== undefined) return decided;
  const wholeList = best.passage.kind === 'point';
  const source = evidenceSource(stored, best, { wholeList, worth: worthBy(all) });
  const said = shorten(withList(best.passage, stored));
  return answerWith({ firstLine: isRecommended ? phrases.recommended(said) : said }, [source]);
}

const asksForOne = /(?<!\p{L})hvilke[nt] (?:nye? )?(\p{L}+)/u;

/** "hvilket projektnummer", "hvilken adresse": told by its form, whatever it is called there. */
const hasForm = /(?:nummer|nr|kode|adresse|dag|dato|tidspunkt)$/u;

/** "hvilken leverandør": nothing in the item speaks of one. */
function lacksKind({ item }: StoredItem, { text, asked }: Question, query: Query): boolean {
  const [, kind = ''] = asksForOne.exec(text.toLowerCase()) ?? [];
  const folded = foldLetters(kind);
  if (asked !== 'topic' || kind === '' || hasForm.test(kind) || weakWords.has(folded) || isGeneralWord(folded))
    return false;
  const concept = query.concepts.find(({ label, namesKind }) => namesKind === true && label.toLowerCase() === kind);
  return concept !== undefined && strengthInItem(item, concept) === 0;
}

/** What is asked for has a form of its own: a date, a name, a number, a list, a reason, an attachment. */
function answerByKind(stored: StoredItem, question: Question, query: Query, today: string): ItemAnswer | undefined {
  const asked = asksForMoney(question.text) && question.asked !== 'list' ? 'amount' : question.asked;
  switch (asked) {
    case 'case_number':
      return answerCaseNumber(stored);
    case 'attachment':
      return answerAttachments(stored, question);
    case 'date':
    case 'deadline':
    case 'duration':
    case 'frequency':
    case 'person':
    case 'nomination':
    case 'title':
      return answerFact(stored, question, query, asked, today);
    case 'amount': {
      const amount = answerFact(stored, question, query, asked, today);
      // A topic was named, and no number asked for in so many words.
      return amount.answered || question.wish.bare !== true ? amount : undefined;
    }
    case 'list':
      return answerList(stored, question, query) ?? answerWithPassage(stored, question, query);
    case 'reason': {
      const reason = answerFact(stored, question, query, 'reason', today);
      return reason.answered ? reason : answerWithPassage(stored, question, query);
    }
    default:
      break;
  }
  if (asksWhere(question.text.toLowerCase())) {
    const place = answerFact(stored, question, query, 'place', today);
    if (place.answered) return place;
  }
  return namesAttachment(stored, question) ? answerAttachments(stored, question) : undefined;
}

/**
 * Answers from one item, by what was asked for.
 *
 * @param inTitle For each concept of the query, how strongly the item's title says it, 0–1.
 * @param today ISO date: a deadline before it has passed.
 */
export function answerFromItem(
  stored: StoredItem,
  question: Question,
  query: Query,
  inTitle: readonly number[],
  today: string,
): ItemAnswer {
  const text = question.text.toLowerCase();
  const detail = findDetailForm(text);
  if (detail !== undefined && !stored.item.sections.some((section) => detail.test(section.text)))
    return withoutDetail(phrases.detailMissing(stored.item.topic, stored.meetingDate));
  const aboutItem = answerAboutItem(stored, question);
  if (aboutItem !== undefined) return aboutItem;
  if (wantsAttachment(stored, question)) return answerAttachments(stored, question);
  if (lacksKind(stored, question, query))
    return withoutDetail(phrases.detailMissing(stored.item.topic, stored.meetingDate));
  const both = answerWithBoth(stored, question, query);
  if (both !== undefined) return both;
  const confirmed = confirmStatement(stored, question);
  if (confirmed !== undefined) return confirmed;
  const byKind = answerByKind(stored, question, query, today);
  if (byKind !== undefined) return byKind;

  // Nothing but a number was given, or no more than "hvad handler den om".
  const isAboutNumber =
    question.caseNumbers.length > 0 && question.words.every(({ weak, unit }) => weak || isGeneralWord(unit.folded));
  const isBare = question.words.length === 0 || isAboutNumber;
  const isOnTopic = asksWhatWasDecided(question)
    ? isMainTopic(stored, query)
    : saidByTitle(query, inTitle) >= titleShare;
  const isDecided = isBare || isOnTopic || sayYesOrNo(stored, question, query) !== undefined;
  const decided = isDecided ? tellOutcome(stored, question, query) : undefined;
  const answer = decided ?? answerWithPassage(stored, question, query);
  if (!isBare) return answer;
  // What the item is about must be said.
  const topic = `${stored.item.topic}.`;
  return { ...answer, text: `${topic} ${answer.text}`, firstLine: `${topic} ${answer.firstLine}` };
}

/** In characters: what stands on a row of the other finds. */
const shownOfFind = 200;

/** The passage that shows best what another find is about. */
export function showItem(stored: StoredItem, query: Query): AnswerSource | undefined {
  const [best] = findEvidence(stored.item, query, 'topic').filter(isProse);
  return best === undefined ? firstSource(stored) : evidenceSource(stored, best, { limit: shownOfFind });
}
