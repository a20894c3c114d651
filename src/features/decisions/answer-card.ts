import { type Button, type ButtonRow, button, toButtonRows, verbs } from '../../cards/button.js';
import { fillCard } from '../../cards/fill-card.js';
import { longestCarriedQuestion } from '../../cards/read-press.js';
import { onOneLine, shorten } from '../../cards/shorten.js';
import { elementCost, shortenToCost, textCost } from '../../cards/text-cost.js';
import { type TextLine, toTextLines } from '../../cards/text-lines.js';
import type { Answer, AnswerSource, ItemReference } from '../../domain/answer.js';
import type { CardReply } from '../../routing/reply.js';
import { cardPhrases } from './card-phrases.js';
import { placeLine, sourceLine } from './source-line.js';
import { whatElse } from './what-else.js';

/** The question an answer belongs to. */
export interface Asked {
  question: string;
  /** The question before, where there was one. */
  context?: string | undefined;
}

/** `message`: the answer's first line stands in the message above the card; `press`: the card says it all. */
export type AnsweredBy = 'message' | 'press';

type ShownCard = Extract<CardReply, { card: unknown }>;

const mostSources = 3;
const mostOthers = 3;
const mostMeetings = 10;

/** In characters of card JSON, so that the largest card stays well within its limit. */
const quoteBudget = 3_600;
const shortQuote = 200;
const longestTitle = 160;
const longestText = 1_500;

/** The sources the answer rests on, in the order of their numbers: those of the find that answers, not the other finds. */
export function mainSources({ sources }: Answer): AnswerSource[] {
  const [first] = sources;
  const end = sources.findIndex(
    ({ meetingId, itemNumber }) => meetingId !== first?.meetingId || itemNumber !== first.itemNumber,
  );
  return sources.slice(0, Math.min(end < 0 ? sources.length : end, mostSources));
}

/** What the person reads first: the thing asked for; the sentence it stands in is quoted on the card. */
export const firstLineOf = ({ text, firstLine }: Answer): string => firstLine ?? text;

/** What a button carries so that the next card can lead back here; nothing where it would weigh too much. */
function carried({ question, context }: Asked): { question?: string; context?: string } {
  const data = context === undefined ? { question } : { question, context };
  return JSON.stringify(data).length > longestCarriedQuestion ? {} : data;
}

function openButton(reference: ItemReference, asked: Asked, title?: string): Button {
  const { meetingId, itemNumber } = reference;
  const place = placeLine({ ...reference, itemNumber: null });
  if (itemNumber === null)
    return button(
      title ?? cardPhrases.showMeeting,
      verbs.showMeeting,
      { meeting: meetingId },
      cardPhrases.showMeetingOf(place),
    );
  const data = { meeting: meetingId, item: itemNumber, ...carried(asked) };
  return button(title ?? cardPhrases.showItem, verbs.showItem, data, cardPhrases.showItemOf(itemNumber, place));
}

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

const toFind = (reference: ItemReference, asked: Asked) => ({
  title: shortenToCost(onOneLine(reference.title), longestTitle),
  place: placeLine(reference),
  button: openButton(reference, asked, cardPhrases.show),
});

const toQuotedFind = (source: AnswerSource, asked: Asked) => ({
  ...toFind(source, asked),
  place: sourceLine(source),
  quote: shortenToCost(onOneLine(source.quote.replace(/^[ \t]*[-*]\s/gm, '• ')), shortQuote),
});

function answeredCard(answer: Answer, asked: Asked, by: AnsweredBy): ShownCard {
  const main = mainSources(answer);
  const said = firstLineOf(answer);
  const others = answer.sources.slice(main.length, main.length + mostOthers);
  const sources = main.map((source, index) => ({
    title: index === 0 ? shortenToCost(onOneLine(source.title), longestTitle) : '',
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
    buttons: main.slice(0, 1).map((source) => openButton(source, asked)),
    hasOthers: others.length > 0,
    othersTitle: cardPhrases.otherFinds(others.length),
    backRows: backRows(answer, asked, by),
    others: others.map((source) => toQuotedFind(source, asked)),
  });
  return { card, summary };
}

/** The question before was needed, and the person sees which. */
const isAboutContext = (answer: Answer, { context }: Asked): boolean =>
  answer.isFollowUp === true && context !== undefined;

/** A card that took another's place has a way on; what was understood from the question before has a way out of it. */
const backRows = (answer: Answer, asked: Asked, by: AnsweredBy): ButtonRow[] =>
  toButtonRows([
    ...(isAboutContext(answer, asked) ? [button(cardPhrases.newTopic, verbs.clearContext)] : []),
    ...(by === 'press' ? [button(cardPhrases.help, verbs.showHelp)] : []),
  ]);

/** What the answer is about, where the person cannot see it: the question before, or the one behind a button. */
function headOf(answer: Answer, asked: Asked, by: AnsweredBy) {
  const { question, context = '' } = asked;
  const lines = [
    ...(isAboutContext(answer, asked) ? [cardPhrases.about(shorten(onOneLine(context), 120))] : []),
    ...(by === 'press' ? [cardPhrases.asked(shorten(onOneLine(question), longestCarriedQuestion))] : []),
  ];
  return { hasQuestion: lines.length > 0, question: lines.join('\n') };
}

function maybeCard(answer: Answer, asked: Asked, by: AnsweredBy): ShownCard {
  const summary = shorten(onOneLine(answer.text), 150);
  const card = fillCard('maybe', {
    summary,
    ...headOf(answer, asked, by),
    text: shortenToCost(answer.text, longestText),
    finds: answer.sources.slice(0, mostOthers).map((source) => toQuotedFind(source, asked)),
    buttonRows: backRows(answer, asked, by),
  });
  return { card, summary };
}

/** A meeting a row, with what it decided; the maybe card's rows serve here as well. */
function timelineCard(answer: Answer, asked: Asked, by: AnsweredBy): ShownCard {
  const said = firstLineOf(answer);
  const summary = cardPhrases.summary(shorten(onOneLine(said), 150));
  const card = fillCard('maybe', {
    summary,
    ...headOf(answer, asked, by),
    text: by === 'press' ? [said, ...(answer.remarks ?? [])].join(' ') : cardPhrases.newestFirst,
    finds: answer.sources.slice(0, mostMeetings).map((source) => toQuotedFind(source, asked)),
    buttonRows: backRows(answer, asked, by),
  });
  return { card, summary };
}

/** A heading of one sentence has no full stop. */
const asHeading = (text: string): string => (text.indexOf('.') === text.length - 1 ? text.slice(0, -1) : text);

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
    buttonRows: backRows(answer, asked, by),
  });
  return { card, summary };
}

/** Nothing was searched: the archive is empty, or the question was about Referent itself. */
const saysItAll = ({ searched, suggestions }: Answer): boolean =>
  searched.meetingCount === 0 || (searched.topic === '' && suggestions.length === 0);

/** The card of an answer; undefined where its text says it all, such as an empty archive or a question about Referent itself. */
export function answerCard(answer: Answer, asked: Asked, by: AnsweredBy): ShownCard | undefined {
  switch (answer.status) {
    case 'answered':
      if (answer.sources.length === 0) return undefined;
      return answer.intent === 'timeline' && answer.sources.length > 1
        ? timelineCard(answer, asked, by)
        : answeredCard(answer, asked, by);
    case 'maybe':
      return answer.sources.length === 0 ? undefined : maybeCard(answer, asked, by);
    case 'not_found':
      return saysItAll(answer) ? undefined : noAnswerCard(answer, asked, by);
  }
}
