import { createHash } from 'node:crypto';
import type { Agenda, AgendaEntry } from '../../../domain/agenda.js';
import type { InputPlan, InputRequest, InputRequestSpec } from '../../../domain/input.js';
import { suggestRequests } from '../kinds/input-kinds.js';

/** The id of what is in a round once, whoever puts it there: two who do so at once put in the same. */
export const idWithin = (roundId: string, ...what: readonly (string | null)[]): string =>
  createHash('sha256')
    .update(JSON.stringify([roundId, ...what]))
    .digest('base64url')
    .slice(0, 22);

/** What is asked about an entry. */
export const specsOf = (plan: Pick<InputPlan, 'specs'>, entry: AgendaEntry): readonly InputRequestSpec[] =>
  Object.hasOwn(plan.specs, entry.id) ? (plan.specs[entry.id] ?? []) : suggestRequests(entry);

export const requestsOfEntry = (roundId: string, plan: Pick<InputPlan, 'specs'>, entry: AgendaEntry): InputRequest[] =>
  specsOf(plan, entry).map((spec, index) => ({
    id: idWithin(roundId, entry.id, String(index)),
    roundId,
    entryId: entry.id,
    access: entry.item.access,
    spec,
    isWithdrawn: false,
  }));

/** What a new round asks: about each entry in the agenda's order, and last who comes. */
export function planRequests(roundId: string, plan: Pick<InputPlan, 'specs'>, agenda: Agenda): InputRequest[] {
  const aboutEntries = agenda.entries
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .flatMap((entry) => requestsOfEntry(roundId, plan, entry));
  const aboutMeeting: InputRequest = {
    id: idWithin(roundId, 'meeting'),
    roundId,
    entryId: null,
    access: 'open',
    spec: { kind: 'availability' },
    isWithdrawn: false,
  };
  return [...aboutEntries, aboutMeeting];
}
