import { type Audience, forumsSeenBy } from '../domain/access.js';
import type { AgendaItem } from '../domain/agenda-item.js';
import type { ContentsEntry, Finding, MeetingDocument } from '../domain/meeting-document.js';

/** Whether the audience may read an item of a forum. */
const maySee = (audience: Audience, forumId: string, item: Pick<AgendaItem, 'access'>): boolean =>
  forumsSeenBy(audience, item.access).includes(forumId);

/** One item of a forum's document; undefined where there is none that the audience may read. */
export const findVisibleItem = (
  document: MeetingDocument,
  forumId: string,
  audience: Audience,
  itemNumber: number,
): AgendaItem | undefined =>
  document.items.find((item) => item.number === itemNumber && maySee(audience, forumId, item));

/** Titles are compared by their letters and digits; a contents list differs from the headings in marks and spacing. */
const titleKey = (title: string): string =>
  title
    .toLowerCase()
    .replace(/^\s*punkt\s+\d+\s*[:.]?/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The entries that name a visible item, each item once. */
function keepContents(contents: readonly ContentsEntry[], items: readonly AgendaItem[]): ContentsEntry[] {
  const keysLeft = items.map((item) => new Set([titleKey(item.title), titleKey(item.topic)]));
  return contents.filter(({ title }) => {
    const at = keysLeft.findIndex((keys) => keys.has(titleKey(title)));
    if (at < 0) return false;
    keysLeft.splice(at, 1);
    return true;
  });
}

const keepFindings = (findings: readonly Finding[], items: readonly AgendaItem[]): Finding[] =>
  findings.filter(({ line }) => items.some(({ lines }) => lines.first <= line && line <= lines.last));

/**
 * A forum's document as the audience may see it. A closed item is absent everywhere for those who do not see it: from the
 * items, the printed contents and the findings.
 *
 * They get the contents entries and findings that belong to an item they see, and no others, in every document: a
 * rule that looked at the closed items to choose what to leave out would miss a misprinted title, and would show
 * by what is missing that there is something to see.
 */
export function toVisibleDocument(document: MeetingDocument, forumId: string, audience: Audience): MeetingDocument {
  if (forumsSeenBy(audience, 'closed').includes(forumId)) return document;
  const items = document.items.filter((item) => maySee(audience, forumId, item));
  return {
    ...document,
    items,
    contents: keepContents(document.contents, items),
    findings: keepFindings(document.findings, items),
  };
}
