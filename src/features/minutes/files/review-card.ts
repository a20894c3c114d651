import { type Button, button, toButtonRows, verbs } from '../../../cards/button.js';
import { fillCard } from '../../../cards/fill-card.js';
import { shorten } from '../../../cards/shorten.js';
import { takePage } from '../../../cards/take-page.js';
import { shortenToCost } from '../../../cards/text-cost.js';
import type { AgendaItem } from '../../../domain/agenda-item.js';
import type { MeetingDocument } from '../../../domain/meeting-document.js';
import { sayFinding } from '../../../minutes-parser/phrases/say-finding.js';
import type { CardReply } from '../../../routing/reply.js';
import type { PendingDocument } from '../../../store/ports.js';
import { describeDifference } from './describe-difference.js';
import { reviewButtons, reviewPhrases } from './phrases.js';

export type ReviewCard = Extract<CardReply, { card: unknown }>;

const togglesOnPage = 20;
const linesShown = 8;
const longestLine = 300;
const longestTopic = 120;

/** A field's name: the item's place, since an odd document may number two items alike. */
export const closedField = (index: number): string => `closed${index}`;

interface Part {
  heading: string;
  lines: { text: string }[];
  toggles: { id: string; label: string; text: string; value: string }[];
}

function listPart(heading: string, lines: readonly string[]): Part[] {
  if (lines.length === 0) return [];
  const left = lines.length - linesShown;
  const shown = lines.slice(0, linesShown).map((line) => `• ${shortenToCost(line, longestLine)}`);
  const all = left > 0 ? [...shown, reviewPhrases.more(left)] : shown;
  return [{ heading, lines: all.map((text) => ({ text })), toggles: [] }];
}

function accessPart(items: readonly AgendaItem[], asked: number): { part: Part; page: number; pageCount: number } {
  const { entries, page, pageCount, first, last } = takePage(
    items.map((item, index) => ({ item, index })),
    asked,
    togglesOnPage,
  );
  const lines = [reviewPhrases.accessLead, ...(pageCount > 1 ? [reviewPhrases.shown(first, last, items.length)] : [])];
  const toggles = entries.map(({ item, index }) => ({
    id: closedField(index),
    label: `${item.number}. ${shortenToCost(item.topic, longestTopic)}`,
    text: reviewPhrases.closed,
    value: String(item.access === 'closed'),
  }));
  return { part: { heading: reviewPhrases.access, lines: lines.map((text) => ({ text })), toggles }, page, pageCount };
}

/** What it is to the archive: new, the same, or otherwise. */
function comparison(document: MeetingDocument, inForce: InForce | undefined, sha256: string) {
  if (inForce === undefined) return { lead: reviewPhrases.isNew, parts: [] };
  if (inForce.sha256 === sha256) return { lead: reviewPhrases.isSame, parts: [] };
  const changes = describeDifference(inForce.document, document);
  return changes.length === 0
    ? { lead: reviewPhrases.noChanges, parts: [] }
    : { lead: null, parts: listPart(reviewPhrases.changes, changes) };
}

/** The version of the same meeting's minutes in the archive. */
export interface InForce {
  document: MeetingDocument;
  sha256: string;
}

/** Minutes somebody sent, to be looked through: what would change, what is odd, and which items are closed. */
export function reviewCard(
  { id, document, original }: PendingDocument,
  inForce: InForce | undefined,
  asked = 1,
): ReviewCard {
  const { forum, date, items, findings } = document;
  const { part, page, pageCount } = accessPart(items, asked);
  const { lead, parts } = comparison(document, inForce, original.sha256);
  const leads = [reviewPhrases.read(shorten(original.fileName, 100), items.length), ...(lead === null ? [] : [lead])];
  const press = (title: string, verb: string, to = page): Button => button(title, verb, { pending: id, page, to });
  const summary = reviewPhrases.summary(shorten(forum, 80), date);
  const card = fillCard('review', {
    summary,
    title: reviewPhrases.title(shorten(forum, 80), date),
    leads: leads.map((text) => ({ text })),
    parts: [...parts, ...listPart(reviewPhrases.findings, findings.map(sayFinding)), part],
    buttonRows: toButtonRows([
      ...(page > 1 ? [press(reviewButtons.previous, verbs.showReview, page - 1)] : []),
      ...(page < pageCount ? [press(reviewButtons.next, verbs.showReview, page + 1)] : []),
      press(reviewButtons.archive, verbs.archiveReview),
      press(reviewButtons.discard, verbs.discardReview),
    ]),
  });
  return { card, summary };
}

const plainCard = (title: string, leads: readonly string[], buttons: readonly Button[]): ReviewCard => ({
  card: fillCard('review', {
    summary: title,
    title,
    leads: leads.map((text) => ({ text })),
    parts: [],
    buttonRows: toButtonRows(buttons),
  }),
  summary: title,
});

/** Minutes that are in the archive now, with the way back. */
export function archivedCard({ id, document, archivedAs }: PendingDocument, isChannelTold: boolean): ReviewCard {
  const closed = document.items.filter(({ access }) => access === 'closed').length;
  return plainCard(
    reviewPhrases.archivedTitle,
    [
      reviewPhrases.archived(shorten(document.forum, 80), document.date, closed),
      ...(isChannelTold ? [reviewPhrases.channelTold] : []),
    ],
    [
      ...(archivedAs === null
        ? []
        : [button(reviewButtons.showMeeting, verbs.showMeeting, { meeting: archivedAs.meetingId })]),
      button(reviewButtons.takeBack, verbs.takeBackReview, { pending: id }),
    ],
  );
}

export const takenBackCard = ({ document }: PendingDocument): ReviewCard =>
  plainCard(reviewPhrases.takenBackTitle, [reviewPhrases.takenBack(document.date)], []);
