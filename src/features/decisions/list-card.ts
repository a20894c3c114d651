import { type Button, button, toButtonRows, verbs } from '../../cards/button.js';
import { fillCard } from '../../cards/fill-card.js';
import { onOneLine, shorten } from '../../cards/shorten.js';
import { takePage } from '../../cards/take-page.js';
import { shortenToCost } from '../../cards/text-cost.js';
import { formatLongDate } from '../../danish/date-format.js';
import type { Answer, AnswerSource } from '../../domain/answer.js';
import {
  type AnsweredBy,
  type Asked,
  backButtons,
  carried,
  headOf,
  longestTitle,
  type ShownCard,
  toQuotedFind,
} from './card-parts.js';
import { cardPhrases } from './card-phrases.js';

/** Three screens of a phone; what is more comes on pages. */
const findsOnPage = 8;

interface MeetingOnPage {
  meetingId: string;
  date: string;
  finds: { title: string; quote: string; button: Button }[];
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function toRow(source: AnswerSource, asked: Asked) {
  const { quote, button: open } = toQuotedFind(source, asked);
  const title = shortenToCost(onOneLine(source.title), longestTitle);
  return {
    title: source.itemNumber === null ? title : cardPhrases.numbered(source.itemNumber, title),
    quote,
    button: open,
  };
}

/** Neighbours of the same meeting under one heading. */
function byMeeting(sources: readonly AnswerSource[], asked: Asked): MeetingOnPage[] {
  const showsForum = new Set(sources.map(({ forum }) => forum)).size > 1;
  const meetings: MeetingOnPage[] = [];
  for (const source of sources) {
    const last = meetings.at(-1);
    const row = toRow(source, asked);
    if (last?.meetingId === source.meetingId) last.finds.push(row);
    else {
      const date = showsForum
        ? cardPhrases.meetingOf(source.forum, formatLongDate(source.meetingDate))
        : formatLongDate(source.meetingDate);
      meetings.push({ meetingId: source.meetingId, date: capitalised(date), finds: [row] });
    }
  }
  return meetings;
}

/** A whole list, newest meeting first, a page at a time. The page is read anew from the question, for whoever presses. */
export function listCard(answer: Answer, asked: Asked, by: AnsweredBy, askedPage = 1): ShownCard {
  const said = answer.firstLine ?? answer.text;
  const { entries, page, pageCount, first, last } = takePage(answer.sources, askedPage, findsOnPage);
  const question = carried(asked);
  const canTurn = question.question !== undefined;
  const turnTo = (title: string, to: number): Button => button(title, verbs.showAnswer, { ...question, page: to });
  const buttons = canTurn
    ? [
        ...(page < pageCount ? [turnTo(cardPhrases.showMore, page + 1)] : []),
        ...(page > 1 ? [turnTo(cardPhrases.showNewer, page - 1)] : []),
        button(cardPhrases.asCsv, verbs.exportAnswer, question, cardPhrases.asCsvTooltip),
      ]
    : [];
  const shown = pageCount > 1 ? cardPhrases.shown(first, last, answer.sources.length) : cardPhrases.newestFirst;
  const summary = cardPhrases.summary(shorten(onOneLine(said), 150));
  const card = fillCard('answer-list', {
    summary,
    ...headOf(answer, asked, by),
    hasText: by === 'press',
    text: [said, ...(answer.remarks ?? [])].join(' '),
    meetings: byMeeting(entries, asked).map(({ date, finds }) => ({ date, finds })),
    note: canTurn || pageCount === 1 ? shown : `${shown} ${cardPhrases.tooLongToTurn}`,
    buttonRows: toButtonRows([...buttons, ...backButtons(answer, asked, by)]),
  });
  return { card, summary };
}
