import { fillCard } from '../../cards/fill-card.js';
import { onOneLine, shorten } from '../../cards/shorten.js';
import { shortenToCost } from '../../cards/text-cost.js';
import { formatShortDate } from '../../danish/date-format.js';
import type { AnswerSource } from '../../domain/answer.js';
import type { SearchExtensionResult } from '../../routing/reply.js';
import type { StoredItem } from '../../store/ports.js';
import { toExcerpt } from './answer-card.js';
import { cardPhrases } from './card-phrases.js';
import { sourceOf } from './quote.js';
import { placeLine, sourceLine } from './source-line.js';

/** In characters of card JSON: a card in somebody's chat is read in passing. */
const quoteBudget = 1_400;
const longestTitle = 160;
const longestPreview = 120;

/** A decision this short says little without what was recommended ("Indstillingen blev godkendt"). */
const shortDecision = 160;

/** The item's own words: its decision, and the recommendation where the decision only answers it. */
function sourcesOf(stored: StoredItem): AnswerSource[] {
  const sectionText = (kind: AnswerSource['section']): string =>
    stored.item.sections.find((section) => section.kind === kind && section.text.trim() !== '')?.text.trim() ?? '';
  const decision = sectionText('decision');
  const recommendation = decision.length <= shortDecision ? sectionText('recommendation') : '';
  return [
    ...(decision === '' ? [] : [sourceOf(stored, 'decision', decision)]),
    ...(recommendation === '' ? [] : [sourceOf(stored, 'recommendation', recommendation)]),
  ];
}

/** The first lines of a source; what is left out is marked. */
function toQuoted(source: AnswerSource) {
  const { lines, isExcerpt } = toExcerpt(source.quote, quoteBudget);
  const isMarked = !isExcerpt || lines.at(-1)?.text.endsWith('…') === true;
  return {
    lines: isMarked ? lines : [...lines, { text: '…', spacing: 'Small' }],
    isExcerpt,
    place: sourceLine(source),
  };
}

/**
 * A decided item as one find of the search, with a card that can be cited in any conversation: title, the minutes' own
 * words, and where they stand. undefined where the item has no section with its decision.
 */
export function decisionResult(stored: StoredItem): SearchExtensionResult | undefined {
  const sources = sourcesOf(stored);
  const [decision] = sources;
  if (decision === undefined) return undefined;
  const title = shortenToCost(onOneLine(decision.title), longestTitle);
  const summary = cardPhrases.decided(shorten(title, 90), placeLine(decision));
  return {
    title,
    subtitle: cardPhrases.inList(formatShortDate(decision.meetingDate), stored.item.number),
    preview: shorten(onOneLine(decision.quote), longestPreview),
    card: fillCard('decision', { summary, title, sources: sources.map(toQuoted) }),
  };
}
