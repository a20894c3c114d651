import { button, verbs } from '../../../cards/button.js';
import { formCard } from '../../../cards/form-card.js';
import { shorten } from '../../../cards/shorten.js';
import type { InputValue } from '../../../domain/input.js';
import type { InputWork } from '../input-routes.js';
import type { RequestStatus } from '../round/round-status.js';
import type { Given } from './give-answers.js';
import type { Shown } from './my-input-card.js';
import { minePhrases, mineTitles, restLines } from './my-phrases.js';
import { issueHandle, type Seat } from './seat.js';
import { summarise, titleOf } from './topic-state.js';

export interface Rest {
  given: Given[];
  /** Numbers of items that only the person can answer. */
  own: number[];
}

/** What "no remarks" is as an answer; undefined: there is none. */
function withoutRemarks({ request }: RequestStatus): InputValue | undefined {
  switch (request.spec.kind) {
    case 'stance':
      return { kind: 'stance', choice: 'no_remarks', text: null };
    case 'acknowledge':
      return { kind: 'acknowledge', wantsDiscussion: false, text: null };
    case 'approve':
      return { kind: 'approve', approved: true, correction: null };
    default:
      return undefined;
  }
}

/** What "no remarks on the rest" would answer: what has no answer yet, not even one that came too late. */
export function restOf({ topics }: Pick<Seat, 'topics'>): Rest {
  const missing = topics
    .filter(({ entry }) => entry !== null)
    .flatMap(({ requests }) => requests)
    .filter(({ counting, late }) => counting === null && late === null);
  const own = missing.filter((status) => withoutRemarks(status) === undefined);
  return {
    given: missing.flatMap((status): Given[] => {
      const value = withoutRemarks(status);
      return value === undefined ? [] : [{ status, value, entryRevision: status.entry?.revision ?? 0 }];
    }),
    own: [...new Set(own.map(({ entry }) => entry?.item.number ?? 0))],
  };
}

const longestTitle = 90;

/** Says what would be answered; nothing counts before it is confirmed. */
export async function restCard(work: InputWork, seat: Seat, { given, own }: Rest): Promise<Shown> {
  const handle = await issueHandle(work, seat, 'input.rest', {
    requests: given.map(({ status }) => status.request.id).join(' '),
  });
  const back = await issueHandle(work, seat, 'input.card');
  const lines = given.map(({ status, value }) => {
    const topic = seat.topics.find(({ id }) => id === status.request.entryId);
    const title = topic === undefined ? '' : shorten(titleOf(topic), longestTitle);
    return restLines.line(
      status.entry?.item.number ?? 0,
      title,
      value === null ? '' : summarise(status.request.spec, value),
    );
  });
  return formCard({
    summary: restLines.title,
    title: restLines.title,
    lead: restLines.lead,
    leads: lines,
    notes: [...(own.length === 0 ? [] : [restLines.own(own)]), minePhrases.sees(seat.round)],
    fields: [],
    buttons: [
      button(mineTitles.confirm, verbs.answerRest, { handle }),
      button(mineTitles.back, verbs.showMyInput, { handle: back }),
    ],
  });
}
