import { type Button, button, verbs } from '../../cards/button.js';
import { type ListRow, listCard } from '../../cards/list-card.js';
import { formatShortDate, formatTime, toLocalTime } from '../../danish/date-format.js';
import type { OutgoingMessage } from '../../domain/outgoing-message.js';
import type { CardReply } from '../../routing/reply.js';
import type { Forum } from '../../store/ports.js';
import { isTroubled, phrases, sayState, sendingButtons } from './phrases.js';
import type { NameOf } from './sendings.js';

type ShownCard = Extract<CardReply, { card: unknown }>;

const at = (instant: Date): string => {
  const { date, time } = toLocalTime(instant);
  return `${formatShortDate(date)} ${formatTime(time)}`;
};

export interface SendingsOverview {
  forum: Forum;
  /** Newest first. */
  troubled: readonly OutgoingMessage[];
  waiting: readonly OutgoingMessage[];
  /** Settled, newest first. */
  latest: readonly OutgoingMessage[];
  nameOf: NameOf;
  titleOf(kind: string): string;
}

const shownTroubled = 10;
const shownGroups = 5;
const shownNames = 8;

/** What was sent at one time for one purpose: who got it, and by name who did not. */
function groupRows(messages: readonly OutgoingMessage[], { nameOf, titleOf }: SendingsOverview): ListRow[] {
  const groups = new Map<string, OutgoingMessage[]>();
  for (const message of messages) {
    const key = `${message.kind} ${at(message.dueAt)}`;
    groups.set(key, [...(groups.get(key) ?? []), message]);
  }
  return [...groups.values()].slice(0, shownGroups).flatMap((group): ListRow[] => {
    const [first] = group;
    if (first === undefined) return [];
    const missed = group.filter(({ state }) => state !== 'sent');
    const named = namesByState(missed.slice(0, shownNames), nameOf);
    const rest = missed.length > shownNames ? [phrases.more(missed.length - shownNames)] : [];
    const what = group.length === 1 ? phrases.to(titleOf(first.kind), nameOf(first)) : titleOf(first.kind);
    const title = phrases.counted(what, group.length - missed.length, group.length);
    const whole = missed.length === 0 && group.length === 1 ? [sayState(first)] : [];
    return [{ title, text: [at(first.dueAt), ...whole, ...named, ...rest].join(' · '), button: null }];
  });
}

/** Those who were missed alike are named together: "Ida Holm, Per Lund: ikke leveret". */
function namesByState(messages: readonly OutgoingMessage[], nameOf: NameOf): string[] {
  const names = new Map<string, string[]>();
  for (const message of messages) {
    const state = sayState(message);
    names.set(state, [...(names.get(state) ?? []), nameOf(message)]);
  }
  return [...names].map(([state, alike]) => `${alike.join(', ')}: ${state}`);
}

/** What waits, what has to be cleared up, and how the latest went. */
export function sendingsCard(overview: SendingsOverview): ShownCard {
  const { forum, troubled, waiting, latest, nameOf, titleOf } = overview;
  const rowOf = (message: OutgoingMessage): ListRow => ({
    title: phrases.to(titleOf(message.kind), nameOf(message)),
    text: `${at(message.dueAt)} · ${sayState(message)}`,
    button: isTroubled(message)
      ? button(
          sendingButtons.look,
          verbs.showSending,
          { id: message.id },
          phrases.to(titleOf(message.kind), nameOf(message)),
        )
      : null,
  });
  const isEmpty = troubled.length + waiting.length + latest.length === 0;
  const lead = troubled.length > 0 ? phrases.trouble(troubled.length) : isEmpty ? phrases.nothingSent : phrases.allWell;
  return listCard({
    title: phrases.title(forum.name),
    summary: `${phrases.title(forum.name)}: ${lead}`,
    leads: [lead],
    groups: [
      { heading: phrases.toClear, rows: troubled.slice(0, shownTroubled).map(rowOf) },
      { heading: phrases.waiting, rows: groupRowsWaiting(waiting, overview) },
      { heading: phrases.latest, rows: groupRows(latest, overview) },
    ],
    notes: troubled.length > shownTroubled ? [phrases.more(troubled.length - shownTroubled)] : [],
  });
}

const shownWaiting = 5;

function groupRowsWaiting(waiting: readonly OutgoingMessage[], { nameOf, titleOf }: SendingsOverview): ListRow[] {
  const rows = waiting.slice(0, shownWaiting).map((message) => ({
    title: phrases.to(titleOf(message.kind), nameOf(message)),
    text: at(message.dueAt),
    button: null,
  }));
  const rest = waiting.length - rows.length;
  return rest > 0 ? [...rows, { title: phrases.more(rest), text: '', button: null }] : rows;
}

/** One message in trouble, and what can be done about it. */
export function sendingCard(
  message: OutgoingMessage,
  forum: Forum,
  nameOf: NameOf,
  titleOf: (kind: string) => string,
): ShownCard {
  const title = phrases.to(titleOf(message.kind), nameOf(message));
  const what =
    message.state === 'uncertain' ? phrases.uncertain : isTroubled(message) ? phrases.refused : phrases.settled;
  const resolve = (verdict: 'arrived' | 'send_again', label: string): Button =>
    button(label, verbs.resolveSending, { id: message.id, verdict }, `${label}: ${title}`);
  return listCard({
    title,
    summary: `${title}: ${sayState(message)}`,
    leads: [`${at(message.dueAt)} · ${sayState(message)}`, what],
    groups: [],
    buttons: [
      ...(message.state === 'uncertain' ? [resolve('arrived', sendingButtons.arrived)] : []),
      ...(isTroubled(message) ? [resolve('send_again', sendingButtons.sendAgain)] : []),
      button(sendingButtons.back, verbs.showSendings, { forumId: forum.id }),
    ],
  });
}
