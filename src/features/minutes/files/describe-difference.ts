import type { AgendaItem } from '../../../domain/agenda-item.js';
import type { MeetingDocument } from '../../../domain/meeting-document.js';
import { differencePhrases } from './phrases.js';

/** The same item in another version: by its topic, else by its number where nobody else has that topic. */
function findSame(item: AgendaItem, others: readonly AgendaItem[]): AgendaItem | undefined {
  const byTopic = others.find(({ topic }) => topic !== '' && topic === item.topic);
  return byTopic ?? others.find(({ number, topic }) => number === item.number && topic === '');
}

const textOf = ({ sections }: AgendaItem): string =>
  JSON.stringify(sections.map(({ heading, text }) => [heading, text]));

function compare(before: AgendaItem, after: AgendaItem): string[] {
  const { number } = after;
  const isDecisionOther = before.decision !== after.decision;
  return [
    ...(before.number === number ? [] : [differencePhrases.renumbered(before.number, number)]),
    ...(isDecisionOther ? [differencePhrases.decision(number)] : []),
    ...(!isDecisionOther && textOf(before) !== textOf(after) ? [differencePhrases.text(number)] : []),
    ...(before.access === after.access
      ? []
      : [after.access === 'closed' ? differencePhrases.closed(number) : differencePhrases.opened(number)]),
  ];
}

/** What the archive would say otherwise than now, a line each, in the order of the new version; what is gone comes last. */
export function describeDifference(before: MeetingDocument, after: MeetingDocument): string[] {
  const matched = new Set<AgendaItem>();
  const lines = after.items.flatMap((item) => {
    const same = findSame(
      item,
      before.items.filter((other) => !matched.has(other)),
    );
    if (same === undefined) return [differencePhrases.added(item.number, item.topic)];
    matched.add(same);
    return compare(same, item);
  });
  const gone = before.items.filter((item) => !matched.has(item));
  return [...lines, ...gone.map(({ number, topic }) => differencePhrases.removed(number, topic))];
}
