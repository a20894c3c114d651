import { toLocalTime } from '../../../danish/date-format.js';
import type { Agenda } from '../../../domain/agenda.js';
import { mineReplies } from './my-phrases.js';

/** Why nothing can be answered about an agenda any more; undefined: it can, if late. */
export function whyGone({ state, date }: Pick<Agenda, 'state' | 'date'>, now: Date): string | undefined {
  if (state === 'withdrawn') return mineReplies.gone.withdrawn;
  if (state === 'cancelled') return mineReplies.gone.cancelled;
  if (state === 'held' || state === 'archived' || date < toLocalTime(now).date) return mineReplies.gone.over;
  return undefined;
}
