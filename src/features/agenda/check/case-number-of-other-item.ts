import type { AgendaEntry } from '../../../domain/agenda.js';
import type { AgendaItem } from '../../../domain/agenda-item.js';
import type { MeetingDocument } from '../../../domain/meeting-document.js';
import { findingTexts } from './phrases.js';
import { onItem, type Rule } from './rule.js';
import { sharedTerms, subjectTerms } from './same-subject.js';

/** Approvals and any other business stand on the meetings' own house-keeping case. */
const isHouseKeeping = ({ kind }: AgendaEntry['item']): boolean => kind === 'approval' || kind === 'any_other_business';

const code = 'case_number_of_other_item';

/** Two items of this agenda on one case. */
function findOnAgenda(entry: AgendaEntry, entries: readonly AgendaEntry[]) {
  const text = entry.item.caseNumber?.text;
  const first = entries.find(({ item }) => item.caseNumber?.text === text && !isHouseKeeping(item));
  if (text === undefined || first === undefined || first.id === entry.id) return [];
  const message = findingTexts.caseNumberOfOtherItem(entry.item.number, first.item.number, text);
  return [onItem(entry, { code, message, mend: 'item', detail: `${text} ${first.id}` })];
}

const textOf = ({ topic, sections }: AgendaItem): string => [topic, ...sections.map(({ text }) => text)].join('\n');

/** A case goes on under other titles, but what its titles name comes up in its text. */
function isSameCase(one: AgendaItem, other: AgendaItem): boolean {
  const [topic, otherTopic] = [subjectTerms(one.topic), subjectTerms(other.topic)];
  return (
    topic.size === 0 ||
    sharedTerms(topic, subjectTerms(textOf(other))) > 0 ||
    sharedTerms(otherTopic, subjectTerms(textOf(one))) > 0
  );
}

/** A case that so far was always about something else. One that ever stood for house-keeping tells nothing. */
function findInArchive(entry: AgendaEntry, earlier: readonly MeetingDocument[]) {
  const text = entry.item.caseNumber?.text;
  if (text === undefined) return [];
  const ofCase = earlier.flatMap(({ date, items }) =>
    items.filter(({ caseNumber }) => caseNumber?.text === text).map((item) => ({ date, item })),
  );
  const [newest] = ofCase;
  if (newest === undefined || ofCase.some(({ item }) => isHouseKeeping(item))) return [];
  if (ofCase.some(({ item }) => isSameCase(entry.item, item))) return [];
  const { number, topic, access } = newest.item;
  const name = access === 'closed' ? `punkt ${number}` : topic;
  const message = findingTexts.caseNumberOfEarlierItem(entry.item.number, text, name, newest.date);
  return [onItem(entry, { code, message, mend: 'item', detail: `${text} ${newest.date}` })];
}

/** The case number belongs to another item, of this agenda or of an earlier meeting. */
export const caseNumberOfOtherItem: Rule = ({ entries, earlier }) =>
  entries
    .filter(({ item }) => !isHouseKeeping(item))
    .flatMap((entry) => [...findOnAgenda(entry, entries), ...findInArchive(entry, earlier)]);
