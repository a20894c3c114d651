import { type Button, type ButtonRow, button, toButtonRows, verbs } from '../../cards/button.js';
import { longestCarriedQuestion } from '../../cards/read-press.js';
import { onOneLine, shorten } from '../../cards/shorten.js';
import { shortenToCost } from '../../cards/text-cost.js';
import type { Answer, AnswerSource, ItemReference } from '../../domain/answer.js';
import type { CardReply } from '../../routing/reply.js';
import { cardPhrases } from './card-phrases.js';
import { placeLine, sourceLine } from './source-line.js';

/* What the cards that answer a question have in common. */

/** The question an answer belongs to. */
export interface Asked {
  question: string;
  /** The question before, where there was one. */
  context?: string | undefined;
}

/** `message`: the answer's first line stands in the message above the card; `press`: the card says it all. */
export type AnsweredBy = 'message' | 'press';

export type ShownCard = Extract<CardReply, { card: unknown }>;

/** In characters of card JSON. */
const shortQuote = 200;
export const longestTitle = 160;

/** What a button carries so that the next card can lead back here; nothing where it would weigh too much. */
export function carried({ question, context }: Asked): { question?: string; context?: string } {
  const data = context === undefined ? { question } : { question, context };
  return JSON.stringify(data).length > longestCarriedQuestion ? {} : data;
}

export function openButton(reference: ItemReference, asked: Asked, title?: string): Button {
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

export const toFind = (reference: ItemReference, asked: Asked) => ({
  title: shortenToCost(onOneLine(reference.title), longestTitle),
  place: placeLine(reference),
  button: openButton(reference, asked, cardPhrases.show),
});

export const toQuotedFind = (source: AnswerSource, asked: Asked) => ({
  ...toFind(source, asked),
  place: sourceLine(source),
  quote: shortenToCost(onOneLine(source.quote.replace(/^[ \t]*[-*]\s/gm, '• ')), shortQuote),
});

/** The question before was needed, and the person sees which. */
const isAboutContext = (answer: Answer, { context }: Asked): boolean =>
  answer.isFollowUp === true && context !== undefined;

/** A card that took another's place has a way on; what was understood from the question before has a way out of it. */
export const backButtons = (answer: Answer, asked: Asked, by: AnsweredBy): Button[] => [
  ...(isAboutContext(answer, asked) ? [button(cardPhrases.newTopic, verbs.clearContext)] : []),
  ...(by === 'press' ? [button(cardPhrases.help, verbs.showHelp)] : []),
];

export const backRows = (answer: Answer, asked: Asked, by: AnsweredBy): ButtonRow[] =>
  toButtonRows(backButtons(answer, asked, by));

/** What the answer is about, where the person cannot see it: the question before, or the one behind a button. */
export function headOf(answer: Answer, asked: Asked, by: AnsweredBy) {
  const { question, context = '' } = asked;
  const lines = [
    ...(isAboutContext(answer, asked) ? [cardPhrases.about(shorten(onOneLine(context), 120))] : []),
    ...(by === 'press' ? [cardPhrases.asked(shorten(onOneLine(question), longestCarriedQuestion))] : []),
  ];
  return { hasQuestion: lines.length > 0, question: lines.join('\n') };
}
