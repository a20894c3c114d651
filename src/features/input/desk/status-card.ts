import { type Button, button, toButtonRows, verbs } from '../../../cards/button.js';
import { fillCard } from '../../../cards/fill-card.js';
import { shorten } from '../../../cards/shorten.js';
import { takePage } from '../../../cards/take-page.js';
import { shortenToCost } from '../../../cards/text-cost.js';
import type { InputRound, Respondent } from '../../../domain/input.js';
import type { RoundNote } from '../../../store/ports.js';
import type { Card } from '../brief/brief-card.js';
import { summarise } from '../mine/topic-state.js';
import { respondentLabel } from '../round/plan-respondents.js';
import {
  countAnswered,
  type RequestStatus,
  type RespondentStatus,
  type RoundState,
  readRoundStatus,
} from '../round/round-status.js';
import { deskButtons, deskPhrases as phrases } from './desk-phrases.js';

const respondentsOnPage = 10;
const lateShown = 4;
const notesShown = 3;
const longestLine = 300;

export interface StatusView {
  /** Newest first. */
  notes: readonly RoundNote[];
  /** In the register and not asked yet. */
  joined: readonly Respondent[];
  /** Names of departments nobody is asked for. */
  unasked: readonly string[];
  now: Date;
  page?: number;
  /** What just happened, or could not. */
  lead?: string;
  /** A decision on a late answer that can be taken back. */
  decided?: string;
}

/** Where answers are shown with the department alone, that holds for the secretary too. */
const whoIs = ({ naming }: Pick<InputRound, 'naming'>, respondent: Respondent): string => {
  const { departmentName, name } = respondent;
  return departmentName === null || naming === 'department'
    ? respondentLabel(respondent)
    : `${departmentName} (${name})`;
};

const itemOf = ({ entry }: RequestStatus): string =>
  entry === null ? phrases.meeting : phrases.item(entry.item.number);

/** The numbers of items, each once. */
const numbersOf = (requests: readonly RequestStatus[]): string[] => [
  ...new Set(requests.flatMap(({ entry }) => (entry === null ? [] : [String(entry.item.number)]))),
];

/** What the secretary should look at: words beside the number, since a mark alone says nothing. */
function* remarkable(requests: readonly RequestStatus[]): Generator<string> {
  for (const { entry, counting, late, isOutdated } of requests) {
    if (entry === null) continue;
    const number = String(entry.item.number);
    const value = counting?.value ?? null;
    if (value?.kind === 'stance' && value.choice === 'reservation') yield phrases.reservationAt(number);
    const wantsDiscussion =
      (value?.kind === 'stance' && value.choice === 'wants_discussion') ||
      (value?.kind === 'acknowledge' && value.wantsDiscussion);
    if (wantsDiscussion) yield phrases.discussionAt(number);
    if (isOutdated) yield phrases.outdatedAt(number);
    if (late !== null) yield phrases.lateAt(number);
  }
}

function attendanceLine(requests: readonly RequestStatus[]): string[] {
  const value = requests.find(({ entry }) => entry === null)?.counting?.value;
  if (value?.kind !== 'availability' || value.attends === 'whole') return [];
  return [value.attends === 'absent' ? phrases.absent : phrases.partly];
}

/** One respondent's row of the matrix, in words. */
function linesOf({ respondent, requests, missing, hasAnsweredAll }: RespondentStatus, now: Date): string[] {
  const lacking = numbersOf(missing);
  // An item with one request answered and one missing is missing.
  const answered = numbersOf(requests.filter(({ counting }) => counting !== null)).filter(
    (number) => !lacking.includes(number),
  );
  const look = [...remarkable(requests)];
  const { remindNotBefore, delegate, hasLeft } = respondent;
  return [
    ...(hasLeft ? [phrases.left] : []),
    ...(hasAnsweredAll && !hasLeft ? [phrases.hasAll] : []),
    ...(!hasAnsweredAll && answered.length === 0 ? [phrases.lacksAll] : []),
    ...(!hasAnsweredAll && answered.length > 0 ? [phrases.lacks(lacking), phrases.has(answered)] : []),
    ...(look.length > 0 ? [phrases.look(look)] : []),
    ...attendanceLine(requests),
    ...(delegate === null ? [] : [phrases.onBehalf(delegate.name)]),
    ...(!hasAnsweredAll && remindNotBefore !== null && remindNotBefore > now
      ? [phrases.pausedUntil(remindNotBefore)]
      : []),
  ];
}

const toTexts = (lines: readonly string[]) =>
  lines.map((text) => ({ text: shortenToCost(text, longestLine), spacing: 'None' }));

function lateSections({ round }: RoundState, statuses: readonly RespondentStatus[]) {
  const late = statuses.flatMap(({ respondent, requests }) =>
    requests.flatMap((status) => (status.late === null ? [] : [{ respondent, status, answer: status.late }])),
  );
  const decide = (title: string, answer: string, verdict: string): Button =>
    button(title, verbs.decideLate, { round: round.id, answer, verdict });
  const shown = late.slice(0, lateShown).map(({ respondent, status, answer }, index) => ({
    hasHeading: index === 0,
    heading: phrases.lateHeading,
    lines: toTexts([
      phrases.lateAnswer(
        whoIs(round, respondent),
        itemOf(status),
        answer.value === null ? phrases.lateWithdrawn : summarise(status, answer.value),
      ),
    ]),
    buttonRows: toButtonRows([
      decide(deskButtons.accept, answer.id, 'accepted'),
      decide(deskButtons.setAside, answer.id, 'set_aside'),
    ]),
  }));
  return { shown, more: late.length - shown.length };
}

/** Who misses most comes first: that is what the card is opened for. */
const byMissing = (one: RespondentStatus, other: RespondentStatus): number =>
  Number(one.respondent.hasLeft) - Number(other.respondent.hasLeft) || other.missing.length - one.missing.length;

/** Whether there is nothing to say of them but that they have not answered. */
const isSilent = (status: RespondentStatus, now: Date): boolean => {
  const lines = linesOf(status, now);
  return lines.length === 1 && lines[0] === phrases.lacksAll;
};

/** Those who have not answered at all, in one place: before anybody has, the card would say the same of each. */
function silentSection(round: InputRound, silent: readonly RespondentStatus[]) {
  if (silent.length === 0) return [];
  const lines = toTexts(silent.map(({ respondent }) => shorten(whoIs(round, respondent), 120)));
  return [{ hasHeading: true, heading: phrases.silent(silent.length), lines, buttonRows: [] }];
}

/** The matrix of departments and items, in words, with what can be done about it. */
export function statusCard(state: RoundState, view: StatusView): Card {
  const { round, agenda } = state;
  const statuses = readRoundStatus(state);
  const { answered, asked } = countAnswered(statuses);
  const silent = statuses.filter((status) => isSilent(status, view.now));
  const rows = statuses.filter((status) => !silent.includes(status)).toSorted(byMissing);
  const { entries, page, pageCount, first, last } = takePage(rows, view.page ?? 1, respondentsOnPage);
  const seen = { round: round.id, revision: round.revision };
  const change = (title: string, to: string): Button => button(title, verbs.changeInputRound, { ...seen, to });
  const turnTo = (title: string, to: number): Button =>
    button(title, verbs.showInputStatus, { round: round.id, page: to });
  const isOpen = round.state === 'open';
  const isAnyMissing = statuses.some(({ missing }) => missing.length > 0);
  const late = lateSections(state, statuses);
  const joined = view.joined.map((respondent) => shorten(respondentLabel(respondent), 60));
  const summary = phrases.status(shorten(agenda.forum, 100), agenda.date);
  const card = fillCard('brief', {
    summary,
    title: summary,
    meta: `${phrases.stateOf(round)} · ${phrases.answered(answered, asked)}`,
    leads: view.lead === undefined ? [] : [{ text: view.lead }],
    sections: [
      ...(view.decided === undefined
        ? []
        : [
            {
              hasHeading: false,
              heading: '',
              lines: [],
              buttonRows: toButtonRows([
                button(deskButtons.undo, verbs.decideLate, {
                  round: round.id,
                  answer: view.decided,
                  verdict: 'waiting',
                }),
              ]),
            },
          ]),
      ...late.shown,
      ...(joined.length === 0 || !isOpen
        ? []
        : [
            {
              hasHeading: false,
              heading: '',
              lines: toTexts([phrases.canBeAsked(joined)]),
              buttonRows: toButtonRows([change(deskButtons.ask, 'ask')]),
            },
          ]),
      ...(page === 1 ? silentSection(round, silent) : []),
      ...entries.map((status) => ({
        hasHeading: true,
        heading: shorten(whoIs(round, status.respondent), 120),
        lines: toTexts(linesOf(status, view.now)),
        buttonRows: [],
      })),
    ],
    notes: [
      ...(late.more > 0 ? [phrases.moreLate(late.more)] : []),
      ...(pageCount > 1 ? [phrases.shown(first, last, rows.length)] : []),
      phrases.legend,
      ...(page === 1 && view.unasked.length > 0 ? [shorten(phrases.unasked(view.unasked), longestLine)] : []),
      ...view.notes.slice(0, notesShown).map(({ at, byName, note }) => phrases.noteLine(at, byName, note)),
    ].map((text) => ({ text })),
    buttonRows: toButtonRows([
      ...(page > 1 ? [turnTo(deskButtons.previous, page - 1)] : []),
      ...(page < pageCount ? [turnTo(deskButtons.next, page + 1)] : []),
      ...(isOpen && isAnyMissing ? [change(deskButtons.remind, 'remind')] : []),
      button(isOpen ? deskButtons.extend : deskButtons.reopen, verbs.showDeadlineForm, seen),
      ...(isOpen ? [change(deskButtons.close, 'close')] : []),
      button(deskButtons.brief, verbs.showBrief, { round: round.id }),
      turnTo(deskButtons.refresh, page),
    ]),
  });
  return { card, summary };
}
