import type { InputValue } from '../../../domain/input.js';
import type { RequestStatus } from '../round/round-status.js';
import type { Given } from './give-answers.js';
import type { Seat } from './seat.js';

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
