import type { Clock } from '../domain/clock.js';
import { dayMs } from '../domain/durations.js';
import type { Job } from '../routing/unasked.js';
import type {
  EnquiryStore,
  InboundStore,
  OfferedFileStore,
  OutboxStore,
  PendingDocumentStore,
} from '../store/ports.js';
import { keepInboundDays, keepReplyMs, keepSettledDays } from './limits.js';

interface Kept {
  outbox: OutboxStore;
  inbound: InboundStore;
  pendingDocuments: Pick<PendingDocumentStore, 'removeExpired'>;
  offeredFiles: Pick<OfferedFileStore, 'removeExpired'>;
  enquiries: Pick<EnquiryStore, 'removeBefore'>;
}

/**
 * Forgets, once a night, what was settled and received long ago, files nobody decided on in time, and what the secretariat was
 * asked.
 *
 * @param questionDays how many days a question to the secretariat is kept
 */
export function createHousekeepingJob(
  { outbox, inbound, pendingDocuments, offeredFiles, enquiries }: Kept,
  clock: Clock,
  questionDays: number,
): Job {
  return {
    kind: 'outbox.housekeeping',
    schedule: { every: 'day', time: '03:15', catchUpHours: 24 },
    async run() {
      const now = clock.now().getTime();
      await outbox.removeBefore(new Date(now - keepSettledDays * dayMs));
      await inbound.removeBefore(new Date(now - keepInboundDays * dayMs), new Date(now - keepReplyMs));
      await pendingDocuments.removeExpired(new Date(now));
      await offeredFiles.removeExpired(new Date(now));
      await enquiries.removeBefore(new Date(now - questionDays * dayMs));
    },
  };
}
