import { escapeMarkdown } from '../../cards/escape-markdown.js';
import { onOneLine, shorten } from '../../cards/shorten.js';
import type { Answer, AnswerSource } from '../../domain/answer.js';
import type { Citation, Reply } from '../../routing/reply.js';
import { answerCard, firstLineOf, mainSources, partSources } from './answer-card.js';
import type { Asked } from './card-parts.js';
import { phrases } from './phrases.js';
import { sourceLine } from './source-line.js';

/** What Teams takes in a citation, in characters. */
const longestName = 80;
const longestAbstract = 160;

const toCitation = (source: AnswerSource, index: number): Citation => ({
  position: index + 1,
  name: shorten(sourceLine(source), longestName),
  // Teams refuses an empty abstract.
  abstract: shorten(onOneLine(source.quote) || onOneLine(source.title), longestAbstract),
});

/** Each part of the answer in a paragraph of its own, with the number of what it rests on. */
function partsAsText(parts: readonly Answer[]): string {
  const sources = partSources(parts);
  return parts
    .map((part, index) => {
      const before = sources.slice(0, index).flat().length;
      const marks = (sources[index] ?? []).map((_, place) => ` [${before + place + 1}]`).join('');
      return `${escapeMarkdown(firstLineOf(part))}${marks}`;
    })
    .join('\n\n');
}

/** What was decided or recommended stands in a paragraph of its own; a short remark goes on where the line ends. */
const gapBefore = (remark: string): string =>
  [phrases.decided(''), phrases.recommended('')].some((opening) => remark.startsWith(opening)) ? '\n\n' : ' ';

/** An answer as a message: its first line with numbered sources, and the card with the minutes' own words. */
export function answerReply(answer: Answer, asked: Asked): Reply {
  const shown = answerCard(answer, asked, 'message');
  if (shown === undefined) return { text: escapeMarkdown(answer.text) };
  if (answer.status !== 'answered') return shown;
  // Every row of a list says where it stands.
  const citations = answer.isList === true ? [] : mainSources(answer).map(toCitation);
  if (answer.parts !== undefined) return { ...shown, text: partsAsText(answer.parts), citations };
  const marks = citations.map(({ position }) => `[${position}]`).join(' ');
  const remarks = (answer.remarks ?? []).map((remark) => `${gapBefore(remark)}${escapeMarkdown(remark)}`).join('');
  const text = `${escapeMarkdown(firstLineOf(answer))}${marks === '' ? '' : ` ${marks}`}${remarks}`;
  return citations.length === 0 ? { ...shown, text } : { ...shown, text, citations };
}
