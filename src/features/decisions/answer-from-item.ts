import { findDetailForm } from '../../danish/question-words.js';
import type { AnswerSource } from '../../domain/answer.js';
import { type Evidence, findEvidence } from '../../search/evidence.js';
import type { Query } from '../../search/query.js';
import type { StoredItem } from '../../store/ports.js';
import { answerAboutItem } from './answer-about-item.js';
import { answerAttachments, answerCaseNumber, wantsAttachment } from './answer-attachments.js';
import { answerWithDecision } from './answer-decision.js';
import { answerFact, asksForMoney } from './answer-fact.js';
import { answerList } from './answer-list.js';
import { answerWith, evidenceSource, firstSource, type ItemAnswer, withoutDetail, withoutMark } from './item-answer.js';
import { phrases } from './phrases.js';
import { shorten } from './quote.js';
import type { Question } from './read-question.js';

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

/** The passage that says most about what was asked, in its own words. */
function answerWithPassage(stored: StoredItem, question: Question, query: Query): ItemAnswer {
  const [best] = findEvidence(stored.item, query, question.asked, question.wish).filter(isProse);
  if (best === undefined) return withoutDetail(phrases.detailMissing(stored.item.topic, stored.meetingDate));
  const source = evidenceSource(stored, best, best.passage.kind === 'point');
  return answerWith({ firstLine: shorten(withoutMark(best.passage.text)) }, [source]);
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
  const asked = asksForMoney(question.text) && question.asked !== 'list' ? 'amount' : question.asked;
  const detail = findDetailForm(question.text.toLowerCase());
  if (detail !== undefined && !stored.item.sections.some((section) => detail.test(section.text)))
    return withoutDetail(phrases.detailMissing(stored.item.topic, stored.meetingDate));
  const aboutItem = answerAboutItem(stored, question);
  if (aboutItem !== undefined) return aboutItem;
  if (wantsAttachment(stored, question)) return answerAttachments(stored, question);
  switch (asked) {
    case 'case_number':
      return answerCaseNumber(stored);
    case 'attachment':
      return answerAttachments(stored, question);
    case 'date':
    case 'deadline':
    case 'duration':
    case 'frequency':
    case 'amount':
    case 'person':
    case 'nomination':
    case 'title':
      return answerFact(stored, question, query, asked, today);
    case 'list':
      return answerList(stored, question, query) ?? answerWithPassage(stored, question, query);
    default:
      break;
  }
  if (question.words.length > 0 && saidByTitle(query, inTitle) < titleShare)
    return answerWithPassage(stored, question, query);
  const decided = answerWithDecision(stored, question, query);
  if (decided === undefined) return answerWithPassage(stored, question, query);
  if (question.words.length > 0) return decided;
  // Only a number was given: what the item is about must be said.
  const topic = `${stored.item.topic}.`;
  return { ...decided, text: `${topic} ${decided.text}`, firstLine: `${topic} ${decided.firstLine}` };
}

/** The passage that shows best what another find is about. */
export function showItem(stored: StoredItem, query: Query): AnswerSource | undefined {
  const [best] = findEvidence(stored.item, query, 'topic').filter(isProse);
  return best === undefined ? firstSource(stored) : evidenceSource(stored, best);
}
