import { type Button, button, toButtonRows, verbs } from '../../../cards/button.js';
import { fillCard } from '../../../cards/fill-card.js';
import { splitSectionPages } from '../../../cards/section-pages.js';
import { shorten } from '../../../cards/shorten.js';
import { shortenToCost } from '../../../cards/text-cost.js';
import { spokenInstant } from '../../../danish/date-format.js';
import type { CardReply } from '../../../routing/reply.js';
import { briefPhrases as phrases } from './brief-phrases.js';
import { briefDigest, briefSections } from './brief-text.js';
import type { Brief } from './make-brief.js';

export type Card = Extract<CardReply, { card: unknown }>;

export interface BriefView {
  /** Chair and secretary: who is missing, and the way to manage the round. */
  isOffice: boolean;
  /** The notification; that the input is gathered, when absent. It says nothing of any answer. */
  notice?: string;
}

const longestLine = 400;
const linesOfGroup = 8;
const namesShown = 5;

const titleOf = ({ agenda }: Brief): string => phrases.title(shorten(agenda.forum, 100), agenda.date);

function metaOf({ answered, asked, missing }: Brief, { isOffice }: BriefView): string {
  const count = phrases.answered(answered, asked);
  if (!isOffice) return count;
  const names = missing.map(({ who }) => shorten(who, 60));
  return names.length === 0
    ? `${count} · ${phrases.nobodyMissing}`
    : `${count} · ${phrases.missingShort(names.slice(0, namesShown), Math.max(0, names.length - namesShown))}`;
}

function fileButtons({ round, nominations, questions }: Brief): Button[] {
  const hasTables = nominations.length + questions.length > 0;
  return [
    button(phrases.word, verbs.offerBrief, { round: round.id, format: 'docx' }),
    ...(hasTables ? [button(phrases.csv, verbs.offerBrief, { round: round.id, format: 'csv' })] : []),
  ];
}

const stillOpen = ({ round }: Brief): string[] =>
  round.state === 'open' ? [phrases.stillOpen(spokenInstant(round.deadlineAt))] : [];

/** What needs to be known before the meeting, on one card. `summary` is the notification: it says nothing of any answer. */
export function briefCard(brief: Brief, view: BriefView): Card {
  const { round, agenda, answered, asked } = brief;
  const gathered = phrases.notice(`${agenda.forum} ${phrases.dateOf(agenda.date)}`, answered, asked);
  const summary = view.notice ?? gathered;
  const sections = briefDigest(brief).map(({ heading, lines }) => ({
    hasHeading: true,
    heading,
    lines: [
      ...lines.slice(0, linesOfGroup),
      ...(lines.length > linesOfGroup ? [phrases.more(lines.length - linesOfGroup)] : []),
    ].map((text) => ({ text: shortenToCost(text, longestLine), spacing: 'Small' })),
    buttonRows: [],
  }));
  const card = fillCard('brief', {
    summary,
    title: titleOf(brief),
    meta: metaOf(brief, view),
    leads: stillOpen(brief).map((text) => ({ text })),
    sections,
    notes: view.isOffice && brief.lateCount > 0 ? [{ text: phrases.late(brief.lateCount) }] : [],
    buttonRows: toButtonRows([
      button(phrases.whole, verbs.showBrief, { round: round.id, page: 1 }),
      ...fileButtons(brief),
      ...(view.isOffice ? [button(phrases.status, verbs.showInputStatus, { round: round.id })] : []),
    ]),
  });
  return { card, summary };
}

/** Everything that was answered, page by page. @param page 1-based */
export function wholeBriefCard(brief: Brief, view: BriefView, page: number): Card {
  const sections = briefSections(view.isOffice ? brief : { ...brief, missing: [], lateCount: 0 });
  const pages = splitSectionPages(sections);
  const current = Math.min(Math.max(1, page), pages.length);
  const turnTo = (title: string, to: number) => button(title, verbs.showBrief, { round: brief.round.id, page: to });
  const summary = titleOf(brief);
  const card = fillCard('brief', {
    summary,
    title: summary,
    meta: metaOf(brief, view),
    leads: stillOpen(brief).map((text) => ({ text })),
    sections: (pages[current - 1] ?? []).map(({ heading, lines }) => ({
      hasHeading: heading !== '',
      heading,
      lines,
      buttonRows: [],
    })),
    notes: pages.length > 1 ? [{ text: phrases.page(current, pages.length) }] : [],
    buttonRows: toButtonRows([
      ...(current > 1 ? [turnTo(phrases.previous, current - 1)] : []),
      ...(current < pages.length ? [turnTo(phrases.next, current + 1)] : []),
      button(phrases.short, verbs.showBrief, { round: brief.round.id }),
      ...fileButtons(brief),
    ]),
  });
  return { card, summary };
}
