import { type Button, button, formButton, toButtonRows, verbs } from '../../../cards/button.js';
import { fillCard } from '../../../cards/fill-card.js';
import { shorten } from '../../../cards/shorten.js';
import { takePage } from '../../../cards/take-page.js';
import { shortenToCost } from '../../../cards/text-cost.js';
import { formatLongDate, toLocalTime } from '../../../danish/date-format.js';
import { addDays } from '../../../danish/dates.js';
import { toInstant } from '../../../danish/local-time.js';
import type { CardReply } from '../../../routing/reply.js';
import { withoutWritten } from '../../../texts.js';
import type { InputWork } from '../input-routes.js';
import { respondentLabel } from '../round/plan-respondents.js';
import { comingMeeting } from './coming-meeting.js';
import { mineNotices, minePhrases, mineReplies, mineTitles, pauseWords } from './my-phrases.js';
import { restOf } from './rest.js';
import { type Drawing, idsIn, issueHandles, type Seat, type Topic } from './seat.js';
import { countTopics, hasAnswer, isAnswered, isOutdated, stateOf, titleOf } from './topic-state.js';
import { whyGone } from './why-gone.js';

export type Shown = Extract<CardReply, { card: unknown }>;

export interface MineOptions {
  /** What was done, or what the message is about. */
  lead?: string;
  /** The notification; how far one is, when absent. */
  summary?: string;
  /** 1-based; the nearest there is. */
  page?: number;
  /** Answers just given, that "Fortryd" takes back. */
  undo?: readonly string[];
}

/** As many as a card of them holds within its size, whatever their titles. */
const rowsOnPage = 12;
const longest = { title: 110, name: 120, lead: 400 } as const;

const pauseHour = '08:00';

/** "I morgen kl. 8", or the first working day after today; undefined where the deadline is before that. */
export function nextPause(
  { workingDays, clock }: Pick<InputWork, 'workingDays' | 'clock'>,
  deadlineAt: Date,
): { at: Date; words: string } | undefined {
  const today = toLocalTime(clock.now()).date;
  const day = workingDays.onOrAfter(addDays(today, 1));
  const at = toInstant(day, pauseHour);
  if (at >= deadlineAt) return undefined;
  const isTomorrow = day === addDays(today, 1);
  return {
    at,
    words: isTomorrow ? pauseWords.tomorrow : pauseWords.onDay(formatLongDate(day).split(' ', 1)[0] ?? day),
  };
}

function deadlineWords({ round }: Seat, now: Date): string {
  if (round.state === 'closed' && round.closedAt !== null && round.closedAt < round.deadlineAt)
    return minePhrases.closed(round.closedAt);
  return round.deadlineAt > now ? minePhrases.deadline(round.deadlineAt) : minePhrases.deadlineOver(round.deadlineAt);
}

export const isOver = ({ round }: Pick<Seat, 'round'>, now: Date): boolean =>
  round.state === 'closed' || round.deadlineAt <= now;

function rowButton(seat: Seat, topic: Topic, handle: string): Button {
  const name = topic.entry === null ? minePhrases.meetingName : `${topic.entry.item.number} ${titleOf(seat, topic)}`;
  const named = (title: string): string => mineTitles.of(title, shorten(name, 90));
  const data = { handle, at: seat.topics.indexOf(topic) };
  const kinds = topic.requests.map(({ request }) => request.spec.kind);
  if (!hasAnswer(topic) && kinds.every((kind) => kind === 'acknowledge'))
    return button(mineTitles.seen, verbs.markSeen, data, named(mineTitles.seen));
  const title =
    hasAnswer(topic) && (isAnswered(topic) || topic.requests.every(({ late }) => late !== null))
      ? mineTitles.change
      : mineTitles.answer;
  return formButton(title, verbs.showInputForm, data, named(title));
}

const isWritten = ({ entry }: Topic): boolean => entry?.item.kind === 'written_briefing';

/** The group's heading says already what a written briefing is. */
const rowTitle = (seat: Seat, topic: Topic): string =>
  isWritten(topic) ? withoutWritten(titleOf(seat, topic)) : titleOf(seat, topic);

const rowOf = (seat: Seat, topic: Topic, handle: string, isOpen: boolean) => ({
  number: topic.entry === null ? '' : String(topic.entry.item.number),
  title: shortenToCost(rowTitle(seat, topic), longest.title),
  meta: '',
  wanted: shortenToCost(stateOf(topic), longest.title),
  buttonColumns: isOpen ? [rowButton(seat, topic, handle)] : [],
});

/** What can be done about the whole, and not about one row. */
function wholeButtons(work: Drawing, seat: Seat, handle: string, isLate: boolean): Button[] {
  const { round, respondent, topics, isOnBehalf } = seat;
  const { answered, asked } = countTopics(seat);
  const data = { handle };
  const meeting = topics.find(({ entry }) => entry === null);
  const pause = isLate || isOnBehalf || answered === asked ? undefined : nextPause(work, round.deadlineAt);
  const delegateTitle = respondent.delegate === null ? mineTitles.delegate : mineTitles.changeDelegate;
  return [
    ...(topics.some(isOutdated) ? [button(mineTitles.stands, verbs.inputStands, data)] : []),
    ...(restOf(seat).given.length > 0 ? [formButton(mineTitles.rest, verbs.showRest, data)] : []),
    ...(meeting === undefined || hasAnswer(meeting) || isOnBehalf
      ? []
      : [formButton(mineTitles.absent, verbs.showInputForm, { handle, at: topics.indexOf(meeting), absent: true })]),
    ...(isOnBehalf ? [] : [formButton(delegateTitle, verbs.showDelegateForm, data)]),
    ...(pause === undefined ? [] : [button(mineTitles.pause(pause.words), verbs.pauseReminders, data)]),
  ];
}

const pageButtons = (handle: string, page: number, pageCount: number): Button[] => [
  ...(page > 1 ? [button(mineTitles.previous, verbs.showMyInput, { handle, page: page - 1 })] : []),
  ...(page < pageCount ? [button(mineTitles.more, verbs.showMyInput, { handle, page: page + 1 })] : []),
];

/** Whose place it is, where that is not one's own. */
function kickerOf({ isOnBehalf, respondent }: Seat): string {
  if (!isOnBehalf) return '';
  const label = respondentLabel(respondent);
  return minePhrases.onBehalf(label === respondent.name ? label : `${respondent.name}, ${label}`);
}

/** Who reads the answers. One without a department is shown by name, whatever else is shown. */
export const readersLine = ({ round, respondent }: Pick<Seat, 'round' | 'respondent'>): string =>
  minePhrases.sees({ ...round, naming: respondent.departmentName === null ? 'person' : round.naming });

/** What else holds for the place: who may answer too, when one is reminded, and who reads it. */
function placeNotes({ respondent, isOnBehalf, round }: Seat, now: Date): string[] {
  const { delegate, remindNotBefore } = respondent;
  return [
    ...(delegate === null || isOnBehalf ? [] : [minePhrases.delegatedTo(shorten(delegate.name, 80))]),
    ...(remindNotBefore !== null && remindNotBefore > now && !isOnBehalf
      ? [minePhrases.pausedUntil(remindNotBefore)]
      : []),
    readersLine({ respondent, round }),
  ];
}

function groupsOf(topics: readonly Topic[], toRow: (topic: Topic) => ReturnType<typeof rowOf>) {
  const groups = [
    { heading: '', topics: topics.filter((topic) => topic.entry !== null && !isWritten(topic)) },
    { heading: minePhrases.written, topics: topics.filter(isWritten) },
    { heading: minePhrases.meetingName, topics: topics.filter(({ entry }) => entry === null) },
  ];
  return groups
    .filter((group) => group.topics.length > 0)
    .map(({ heading, topics: chosen }) => ({ heading, rows: chosen.map(toRow) }));
}

const toTexts = (texts: readonly string[]): { text: string }[] => texts.map((text) => ({ text }));

/** Everything a chef is asked before a meeting, how it stands, and a button for each: the card they are sent, and come back to. */
export async function myInputCard(work: Drawing, seat: Seat, options: MineOptions = {}): Promise<Shown> {
  const { agenda, topics } = seat;
  const now = work.clock.now();
  const gone = whyGone(agenda, now);
  const isLate = isOver(seat, now);
  const { answered, asked } = countTopics(seat);
  const { entries, page, pageCount, first, last } = takePage(topics, options.page ?? 1, rowsOnPage);
  const { undo: undoable = [] } = options;
  const handleFor = await issueHandles(work, seat, {
    'input.card': { topics: topics.map(({ id }) => id).join(' ') },
    ...(undoable.length > 0 && { 'input.undo': { answers: undoable.join(' ') } }),
  });
  const handle = handleFor('input.card');
  const undo =
    undoable.length > 0 ? [button(mineTitles.undo, verbs.undoInput, { handle: handleFor('input.undo') })] : [];
  const buttons = [...undo, ...pageButtons(handle, page, pageCount), ...wholeButtons(work, seat, handle, isLate)];
  const lateLead = gone ?? (isLate ? minePhrases.overLead : '');
  const leads = [shortenToCost(options.lead ?? '', longest.lead), lateLead, asked === 0 ? minePhrases.noItems : ''];
  const shown = pageCount > 1 ? [minePhrases.shown(first, last, topics.length)] : [];
  const summary = shorten(options.summary ?? mineNotices.card(agenda, answered, asked), 250);
  const card = fillCard('agenda', {
    summary,
    kicker: shortenToCost(kickerOf(seat), longest.name),
    title: shortenToCost(minePhrases.title(agenda), longest.name),
    meta: `${minePhrases.progress(answered, asked)} · ${deadlineWords(seat, now)}`,
    leads: toTexts(leads.filter((lead) => lead !== '')),
    groups: groupsOf(entries, (topic) => rowOf(seat, topic, handle, gone === undefined)),
    notes: toTexts([...shown, ...placeNotes(seat, now)]),
    buttonRows: toButtonRows(gone === undefined ? buttons : []),
  });
  return { card, summary };
}

/** The places a person can answer in, when there are several. */
export async function chooseSeatCard(work: Drawing, seats: readonly Seat[]): Promise<Shown> {
  const now = work.clock.now();
  const rows = [];
  for (const seat of seats.slice(0, rowsOnPage)) {
    const { agenda, respondent, isOnBehalf } = seat;
    const { answered, asked } = countTopics(seat);
    const meeting = comingMeeting(agenda);
    const place = minePhrases.place(meeting, respondentLabel(respondent), isOnBehalf);
    const data = { handle: (await issueHandles(work, seat, { 'input.card': {} }))('input.card') };
    rows.push({
      number: '',
      title: shortenToCost(place, longest.title),
      meta: '',
      wanted: `${minePhrases.progress(answered, asked)} · ${deadlineWords(seat, now)}`,
      buttonColumns: [
        button(mineTitles.show, verbs.showMyInput, data, mineTitles.of(mineTitles.show, shorten(place, longest.name))),
      ],
    });
  }
  const summary = mineReplies.chooseSummary(rows.length);
  const card = fillCard('agenda', {
    summary,
    kicker: '',
    title: mineReplies.chooseRound,
    meta: '',
    leads: [],
    groups: [{ heading: '', rows }],
    notes: [],
    buttonRows: [],
  });
  return { card, summary };
}

/** The topic a row's button is on; undefined when it has left the agenda, or no row is that. */
export function topicAt(seat: Seat, topics: string, at: number | undefined): Topic | undefined {
  const id = at === undefined ? undefined : idsIn(topics)[at];
  return seat.topics.find((topic) => topic.id === id);
}
