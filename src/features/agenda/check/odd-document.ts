import type { Agenda, AgendaEntry } from '../../../domain/agenda.js';
import type { Finding } from '../../../domain/meeting-document.js';
import { sayFinding } from '../../../minutes-parser/phrases/say-finding.js';
import { type AgendaFinding, onAgenda, onItem, type Rule } from './rule.js';

/** What the reader notes that is not odd, or that a rule of its own says better. */
const saidElsewhere: ReadonlySet<string> = new Set([
  'closed_item',
  'damaged_case_number',
  'unreadable_case_number',
  'recommendation_without_points',
  'item_without_decision',
]);

const headFindings: ReadonlySet<string> = new Set([
  'meeting_date_disagrees',
  'weekday_mismatch',
  'impossible_date',
  'impossible_time',
  'missing_start_time',
]);

const isOf = ({ line }: Finding, { item }: AgendaEntry): boolean => line >= item.lines.first && line <= item.lines.last;

/** A finding about an item holds as long as the item says what the document said. */
function toFindings(finding: Finding, agenda: Agenda, entries: readonly AgendaEntry[]): AgendaFinding[] {
  const { code, line } = finding;
  const message = sayFinding(finding);
  const entry = entries.find((each) => isOf(finding, each));
  if (entry !== undefined) {
    // A weekday in an item is looked at anew by a rule of its own.
    if (entry.revision > 1 || code === 'weekday_mismatch') return [];
    return [onItem(entry, { code, message, mend: 'item', detail: String(line) })];
  }
  const isOfHead = headFindings.has(code);
  const detail = isOfHead ? `${line} ${agenda.date} ${agenda.startTime}` : String(line);
  return [onAgenda({ code, message, mend: isOfHead ? 'meeting' : 'document', detail })];
}

/** What the reader found odd in the document the agenda was made from. */
export const oddDocument: Rule = ({ agenda, entries }) =>
  (agenda.source?.findings ?? [])
    .filter(({ code }) => !saidElsewhere.has(code))
    .flatMap((finding) => toFindings(finding, agenda, entries));
