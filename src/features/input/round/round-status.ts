import type { Agenda, AgendaEntry } from '../../../domain/agenda.js';
import { type AnswerStanding, readStandings } from '../../../domain/counting-answers.js';
import type { InputAnswer, InputRequest, InputRound, Respondent } from '../../../domain/input.js';

/** A round with all that belongs to it, as read from the store at one time. */
export interface RoundState {
  round: InputRound;
  agenda: Agenda;
  requests: readonly InputRequest[];
  respondents: readonly Respondent[];
  /** Every version. */
  answers: readonly InputAnswer[];
}

/** One request as it stands for one respondent. */
export interface RequestStatus extends AnswerStanding {
  request: InputRequest;
  /** null: the meeting. */
  entry: AgendaEntry | null;
  /** Everything on the agenda: what the answer may name. */
  entries: readonly AgendaEntry[];
  /** The text was changed after the answer that counts: whether it stands is for the respondent to say. */
  isOutdated: boolean;
}

export interface RespondentStatus {
  respondent: Respondent;
  /** In the agenda's order, those about the meeting last. */
  requests: RequestStatus[];
  /** Requests about items that have no answer that counts. */
  missing: RequestStatus[];
  hasAnsweredAll: boolean;
}

const orderOf = (entry: AgendaEntry | null): number => entry?.item.number ?? Number.MAX_SAFE_INTEGER;

/** What is asked of a respondent: never of a closed item where they are not entitled to it. */
const isAskedOf = (request: InputRequest, respondent: Respondent): boolean =>
  !request.isWithdrawn && (request.access === 'open' || respondent.seesClosed);

/** How the round stands, respondent by respondent; those who have left only where they answered something. */
export function readRoundStatus({ agenda, requests, respondents, answers }: RoundState): RespondentStatus[] {
  const standingOf = readStandings(answers);
  const entries = new Map(agenda.entries.map((entry) => [entry.id, entry]));
  return respondents.flatMap((respondent) => {
    const statuses = requests
      .filter((request) => isAskedOf(request, respondent))
      .map((request): RequestStatus => {
        const standing = standingOf(request.id, respondent.id);
        const entry = request.entryId === null ? null : (entries.get(request.entryId) ?? null);
        const isOutdated =
          entry !== null && standing.counting !== null && standing.counting.entryRevision < entry.revision;
        return { request, entry, ...standing, entries: agenda.entries, isOutdated };
      })
      .sort((one, other) => orderOf(one.entry) - orderOf(other.entry));
    if (respondent.hasLeft && statuses.every(({ counting }) => counting === null)) return [];
    const missing = respondent.hasLeft
      ? []
      : statuses.filter(({ request, counting }) => request.entryId !== null && counting === null);
    return [{ respondent, requests: statuses, missing, hasAnsweredAll: missing.length === 0 }];
  });
}

/** How many of those asked have answered all they were asked. Says nothing of a closed item. */
export function countAnswered(statuses: readonly RespondentStatus[]): { answered: number; asked: number } {
  const present = statuses.filter(({ respondent }) => !respondent.hasLeft);
  // A closed item still to be answered must not show in a count that everybody sees.
  const answered = present.filter(({ missing }) => missing.every(({ request }) => request.access === 'closed'));
  return { answered: answered.length, asked: present.length };
}
