import type { AgendaItem, SectionKind } from '../../domain/agenda-item.js';
import { findEvidence } from '../../search/evidence.js';
import type { Query } from '../../search/query.js';
import type { StoredItem } from '../../store/ports.js';
import { onlyApproves, tellingPointsOf } from './answer-decision.js';
import { asksHowItEnded } from './asks-for-end.js';
import { answerWith, decisionSource, evidenceSource, type ItemAnswer, withoutMark, worthBy } from './item-answer.js';
import { phrases } from './phrases.js';
import { shorten } from './quote.js';
import type { Question } from './read-question.js';

const content: ReadonlySet<SectionKind> = new Set<SectionKind>(['summary', 'occasion', 'case', 'economy']);

const onlyNotes = (item: AgendaItem): boolean =>
  onlyApproves(item) && item.outcomes.every(({ code }) => code === 'noted');

/**
 * What an item that was only taken note of told the forum: "Chefforum tog orienteringen til efterretning" says nothing to who asks
 * what the forecast shows. Undefined for any other item, and where it is asked how the item ended.
 */
export function answerWithWhatWasNoted(stored: StoredItem, question: Question, query: Query): ItemAnswer | undefined {
  if (!onlyNotes(stored.item) || tellingPointsOf(stored).length > 0) return undefined;
  if (asksHowItEnded(question)) return undefined;
  const all = findEvidence(stored.item, query, question.asked, question.wish).filter(
    ({ passage }) => content.has(passage.section) && passage.kind !== 'heading',
  );
  const [best] = all;
  const decided = decisionSource(stored);
  if (best === undefined || decided === undefined) return undefined;
  const firstLine = shorten(withoutMark(best.passage.text));
  const source = evidenceSource(stored, best, { worth: worthBy(all) });
  return answerWith({ firstLine, remarks: [phrases.decided(shorten(decided.quote))] }, [source, decided]);
}
