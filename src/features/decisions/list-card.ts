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
  toFind,
  toQuotedFind,
} from './card-parts.js';
import { cardPhrases } from './card-phrases.js';

/** Three screens of a phone; what is more comes on pages. */
const findsOnPage = 8;

interface Row {
  title: string;
  quote: string;
  button: Button;
}

/** Rows under one heading: a meeting's date, or what the list is ordered by. */
interface Group {
  key: string;
  date: string;
  finds: Row[];
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A find with what is said of it, and where it stands. */
function toListedRow(source: AnswerSource, says: string, asked: Asked): Row {
  const { button: open, place } = toFind(source, asked);
  const quote = says === '' ? place : cardPhrases.beside(says, place);
  return { title: shortenToCost(onOneLine(source.quote), longestTitle), quote, button: open };
}

function toRow(source: AnswerSource, asked: Asked): Row {
  const { quote, button: open } = toQuotedFind(source, asked);
  const title = shortenToCost(onOneLine(source.title), longestTitle);
  return {
    title: source.itemNumber === null ? title : cardPhrases.numbered(source.itemNumber, title),
    quote,
    button: open,
  };
}

/** Neighbours of the same meeting, or of the same kind, under one heading. */
function toGroups(sources: readonly AnswerSource[], asked: Asked): Group[] {
  const showsForum = new Set(sources.map(({ forum }) => forum)).size > 1;
  const groups: Group[] = [];
  for (const source of sources) {
    const { listed, meetingId, forum, meetingDate } = source;
    const last = groups.at(-1);
    const key = listed?.under ?? meetingId;
    const row = listed === undefined ? toRow(source, asked) : toListedRow(source, listed.says, asked);
    if (last?.key === key) last.finds.push(row);
    else {
      const day = formatLongDate(meetingDate);
      const heading = capitalised(showsForum ? cardPhrases.meetingOf(forum, day) : day);
      groups.push({ key, date: listed?.under ?? heading, finds: [row] });
    }
  }
  return groups;
}

/** How the list is ordered, as far as its first finds say, and what the way back is called. */
function wordsOf({ sources }: Answer): { order: string; back: string } {
  const ordered = sources[0]?.listed?.order;
  if (ordered === undefined) return { order: cardPhrases.newestFirst, back: cardPhrases.showNewer };
  const orders = {
    nearest_deadline: cardPhrases.nearestFirst,
    latest_deadline: cardPhrases.latestFirst,
    newest: cardPhrases.newestFirst,
    most: cardPhrases.mostFirst,
  };
  return { order: orders[ordered], back: cardPhrases.showPrevious };
}

/** A whole list, newest meeting first or as it says itself, a page at a time. The page is read anew from the question, for whoever presses. */
export function listCard(answer: Answer, asked: Asked, by: AnsweredBy, askedPage = 1): ShownCard {
  const said = answer.firstLine ?? answer.text;
  const { entries, page, pageCount, first, last } = takePage(answer.sources, askedPage, findsOnPage);
  const question = carried(asked);
  const { order, back } = wordsOf(answer);
  const canTurn = question.question !== undefined;
  const turnTo = (title: string, to: number): Button => button(title, verbs.showAnswer, { ...question, page: to });
  const buttons = canTurn
    ? [
        ...(page < pageCount ? [turnTo(cardPhrases.showMore, page + 1)] : []),
        ...(page > 1 ? [turnTo(back, page - 1)] : []),
        button(cardPhrases.asCsv, verbs.exportAnswer, question, cardPhrases.asCsvTooltip),
      ]
    : [];
  const shown = pageCount > 1 ? cardPhrases.shown(order, first, last, answer.sources.length) : order;
  const summary = cardPhrases.summary(shorten(onOneLine(said), 150));
  const card = fillCard('answer-list', {
    summary,
    ...headOf(answer, asked, by),
    hasText: by === 'press',
    text: [said, ...(answer.remarks ?? [])].join(' '),
    meetings: toGroups(entries, asked).map(({ date, finds }) => ({ date, finds })),
    note: canTurn || pageCount === 1 ? shown : `${shown} ${cardPhrases.tooLongToTurn}`,
    buttonRows: toButtonRows([...buttons, ...backButtons(answer, asked, by)]),
  });
  return { card, summary };
}
