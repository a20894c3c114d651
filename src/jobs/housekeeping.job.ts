import type { Clock } from '../domain/clock.js';
import type { Job } from '../routing/unasked.js';
import type { InboundStore, OutboxStore } from '../store/ports.js';
import { keepInboundDays, keepReplyMs, keepSettledDays } from './limits.js';

const dayMs = 24 * 60 * 60 * 1000;

/** Forgets, once a night, what was settled and received long ago. */
export function createHousekeepingJob(
  { outbox, inbound }: { outbox: OutboxStore; inbound: InboundStore },
  clock: Clock,
): Job {
  return {
    kind: 'outbox.housekeeping',
    schedule: { every: 'day', time: '03:15', catchUpHours: 24 },
    async run() {
      const now = clock.now().getTime();
      await outbox.removeBefore(new Date(now - keepSettledDays * dayMs));
      await inbound.removeBefore(new Date(now - keepInboundDays * dayMs), new Date(now - keepReplyMs));
    },
  };
}
