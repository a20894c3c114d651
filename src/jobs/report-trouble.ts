import { toLocalTime } from '../danish/date-format.js';
import type { Clock } from '../domain/clock.js';
import { dayMs } from '../domain/durations.js';
import { newId } from '../domain/new-id.js';
import { noIntents } from '../domain/outgoing-message.js';
import { troubleNotice } from '../routing/unasked.js';
import type { MemberStore, OutboxStore } from '../store/ports.js';

export interface TroubleReporting {
  outbox: OutboxStore;
  members: Pick<MemberStore, 'listMemberships'>;
  listForumIds(): Promise<readonly string[]>;
  clock: Clock;
}

const tellOfMs = 7 * dayMs;
const atOnce = 200;

/**
 * Has the secretaries told, each once and in one message, of everything that got into trouble since they were told last. That they
 * were, and the notice, are one transaction. A forum without secretaries is told when it has one.
 */
export async function reportTrouble({ outbox, members, listForumIds, clock }: TroubleReporting): Promise<void> {
  const now = clock.now();
  for (const forumId of await listForumIds()) {
    const messages = await outbox.listUntold(forumId, troubleNotice, new Date(now.getTime() - tellOfMs), atOnce);
    if (messages.length === 0) continue;
    const registered = await members.listMemberships(forumId, toLocalTime(now).date);
    const secretaries = registered.filter(({ role }) => role === 'secretary');
    if (secretaries.length === 0) continue;
    const notice = newId();
    await outbox.tell(
      forumId,
      notice,
      messages.map(({ id }) => id),
      {
        ...noIntents,
        messages: secretaries.map(({ person }) => ({
          key: `${troubleNotice}:${notice}:${person.objectId}`,
          kind: troubleNotice,
          recipient: { kind: 'person', forumId, person },
          payload: { notice },
          action: 'create',
          slot: null,
          inThreadOf: null,
          dueAt: now,
          dropAfter: null,
          // Somebody has to decide what becomes of the message.
          atAnyHour: true,
        })),
      },
      now,
    );
  }
}
