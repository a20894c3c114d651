import { type Button, button, toButtonRows, verbs } from '../../cards/button.js';
import { fillCard } from '../../cards/fill-card.js';
import { longestCarriedQuestion } from '../../cards/read-press.js';
import { onOneLine, shorten } from '../../cards/shorten.js';
import { elementCost, shortenToCost, textCost } from '../../cards/text-cost.js';
import { type TextLine, toTextLines } from '../../cards/text-lines.js';
import type { Answer, AnswerSource } from '../../domain/answer.js';
import {
  type AnsweredBy,
  type Asked,
  backButtons,
  backRows,
  headOf,
  longestTitle,
  openButton,
  type ShownCard,
  toFind,
  toQuotedFind,
} from './card-parts.js';
import { cardPhrases } from './card-phrases.js';
import { listCard } from './list-card.js';
import { sourceLine } from './source-line.js';
import { whatElse } from './what-else.js';

const mostSources = 3;
const mostOthers = 3;
/** In characters: what stands on a button of a phone. */
const longestChoice = 28;

/** In characters of card JSON, so that the largest card stays well within its limit. */
const quoteBudget = 3_600;
const longestText = 1_500;

/** The sources the answer rests on, in the order of their numbers: those of the find that answers, not the other finds. */
export function mainSources({ sources, parts }: Answer): AnswerSource[] {
  if (parts !== undefined) return partSources(parts).flat();
  const [first] = sources;
  const end = sources.findIndex(
    ({ meetingId, itemNumber }) => meetingId !== first?.meetingId || itemNumber !== first.itemNumber,
  );
  return sources.slice(0, Math.min(end < 0 ? sources.length : end, mostSources));
}

/** For each part of an answer the source it rests on; none for a part that found nothing. */
export const partSources = (parts: readonly Answer[]): AnswerSource[][] =>
  parts.map((part) => (part.status === 'answered' ? mainSources(part).slice(0, 1) : []));

/** What the person reads first: the thing asked for; the sentence it stands in is quoted on the card. */
export const firstLineOf = ({ text, firstLine }: Answer): string => firstLine ?? text;

/** The quote's lines as far as the budget goes, and whether something was left out. */
export function toExcerpt(quote: string, budget: number): { lines: TextLine[]; isExcerpt: boolean } {
  const lines: TextLine[] = [];
  let left = budget;
  for (const line of toTextLines(quote)) {
    const text = shortenToCost(line.text, Math.max(left, 60));
    lines.push({ ...line, text });
    left -= textCost(text) + elementCost;
    if (text !== line.text || left <= 0) break;
  }
  const isWhole =
    lines.map(({ text }) => text).join('\n') ===
    toTextLines(quote)
      .map(({ text }) => text)
      .join('\n');
  return { lines, isExcerpt: !isWhole };
}

function answeredCard(answer: Answer, asked: Asked, by: AnsweredBy): ShownCard {
  const main = mainSources(answer);
  const said = firstLineOf(answer);
  const others = answer.sources.filter((source) => !main.includes(source)).slice(0, mostOthers);
  const isOfSameItem = (index: number): boolean => {
    const [one, before] = [main[index], main[index - 1]];
    return one !== undefined && one.meetingId === before?.meetingId && one.itemNumber === before.itemNumber;
  };
  const sources = main.map((source, index) => ({
    title: isOfSameItem(index) ? '' : shortenToCost(onOneLine(source.title), longestTitle),
    ...toExcerpt(whatElse(source.quote, said), Math.floor(quoteBudget / main.length)),
    place: main.length === 1 ? sourceLine(source) : `[${index + 1}] ${sourceLine(source)}`,
  }));
  const summary = cardPhrases.summary(shorten(onOneLine(answer.text), 150));
  const card = fillCard('answer', {
    summary,
    ...headOf(answer, asked, by),
    hasText: by === 'press',
    text: shortenToCost([said, ...(answer.remarks ?? [])].join(' '), longestText),
    sources,
    buttons: main
      .filter((_, index) => !isOfSameItem(index))
      .map((source) => openButton(source, asked))
      .slice(0, 1),
    hasOthers: others.length > 0,
    othersTitle: cardPhrases.otherFinds(others.length),
    backRows: backRows(answer, asked, by),
    others: others.map((source) => toQuotedFind(source, asked)),
  });
  return { card, summary };
}

function maybeCard(answer: Answer, asked: Asked, by: AnsweredBy): ShownCard {
  const summary = shorten(onOneLine(answer.text), 150);
  const card = fillCard('maybe', {
    summary,
    ...headOf(answer, asked, by),
    text: shortenToCost(answer.text, longestText),
    finds: answer.sources.slice(0, mostOthers).map((source) => toQuotedFind(source, asked)),
    buttonRows: toButtonRows([...choiceButtons(answer, asked), ...backButtons(answer, asked, by)]),
  });
  return { card, summary };
}

/** Each asks the question anew, with what was left open said. */
function choiceButtons({ choices = [] }: Answer, { context }: Asked): Button[] {
  return choices
    .filter(({ question }) => question.length <= longestCarriedQuestion)
    .map(({ title, question }) =>
      button(
        shorten(title, longestChoice),
        verbs.showAnswer,
        context === undefined || context.length > longestCarriedQuestion ? { question } : { question, context },
        question,
      ),
    );
}

/** A heading of one sentence has no full stop. */
const asHeading = (text: string): string => (text.indexOf('.') === text.length - 1 ? text.slice(0, -1) : text);

/** Carries the whole question, however long: it stands on the card once. */
const askButton = ({ isFollowUp }: Answer, { question, context }: Asked): Button =>
  button(
    cardPhrases.askSecretariat,
    verbs.askSecretariat,
    context === undefined || isFollowUp !== true ? { question } : { question, context },
    cardPhrases.askSecretariatTooltip,
  );

function noAnswerCard(answer: Answer, asked: Asked, by: AnsweredBy): ShownCard {
  const suggestions = answer.suggestions.slice(0, mostOthers);
  const summary = shorten(onOneLine(answer.text), 150);
  const searched = { ...answer.searched, topic: shorten(onOneLine(answer.searched.topic), 120) };
  const card = fillCard('no-answer', {
    summary,
    ...headOf(answer, asked, by),
    title: asHeading(shortenToCost(answer.text, longestText)),
    text: cardPhrases.searched(searched),
    hasSuggestions: suggestions.length > 0,
    suggestions: suggestions.map((reference) => toFind(reference, asked)),
    buttonRows: toButtonRows([askButton(answer, asked), ...backButtons(answer, asked, by)]),
  });
  return { card, summary };
}

/** Nothing was searched: the archive is empty, or the question was about Referent itself. */
const saysItAll = ({ searched, suggestions }: Answer): boolean =>
  searched.meetingCount === 0 || (searched.topic === '' && suggestions.length === 0);

/** The card of an answer; undefined where its text says it all, such as an empty archive or a question about Referent itself. */
export function answerCard(answer: Answer, asked: Asked, by: AnsweredBy, page = 1): ShownCard | undefined {
  switch (answer.status) {
    case 'answered':
      if (answer.sources.length === 0) return undefined;
      return answer.isList === true ? listCard(answer, asked, by, page) : answeredCard(answer, asked, by);
    case 'maybe':
      return answer.sources.length === 0 && answer.choices === undefined ? undefined : maybeCard(answer, asked, by);
    case 'not_found':
      return saysItAll(answer) ? undefined : noAnswerCard(answer, asked, by);
  }
}
