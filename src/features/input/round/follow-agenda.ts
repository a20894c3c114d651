import type { Agenda } from '../../../domain/agenda.js';
import type { InputPlan, InputRequest, Respondent } from '../../../domain/input.js';
import { requestsOfEntry } from './plan-requests.js';
import { type RequestStatus, type RoundState, readRoundStatus } from './round-status.js';

export interface FollowedAgenda {
  /** Requests that are new or different, to be saved. */
  requests: InputRequest[];
  /** Who answered a text that was changed since, and which. */
  outdated: { respondent: Respondent; requests: RequestStatus[] }[];
}

/**
 * Brings a round's requests into line with its changed agenda. An entry that is new is asked about, one that is gone or
 * closed is asked about no more or only among those entitled; what was answered is kept.
 */
export function followAgenda(state: RoundState, plan: Pick<InputPlan, 'specs'>, agenda: Agenda): FollowedAgenda {
  const live = agenda.entries.filter(({ isWithdrawn }) => !isWithdrawn);
  const byId = new Map(live.map((entry) => [entry.id, entry]));
  const changed = state.requests.flatMap((request): InputRequest[] => {
    if (request.entryId === null) return [];
    const entry = byId.get(request.entryId);
    const isWithdrawn = entry === undefined;
    const access = entry?.item.access ?? request.access;
    return isWithdrawn === request.isWithdrawn && access === request.access
      ? []
      : [{ ...request, isWithdrawn, access }];
  });
  const known = new Set(state.requests.map(({ entryId }) => entryId));
  const added = live
    .filter(({ id }) => !known.has(id))
    .flatMap((entry) => requestsOfEntry(state.round.id, plan, entry));
  const outdated = readRoundStatus({ ...state, agenda })
    .map(({ respondent, requests }) => ({ respondent, requests: requests.filter(({ isOutdated }) => isOutdated) }))
    .filter(({ respondent, requests }) => !respondent.hasLeft && requests.length > 0);
  return { requests: [...changed, ...added], outdated };
}
