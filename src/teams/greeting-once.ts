import type { Clock } from '../domain/clock.js';

const quietMs = 60 * 1000;

/** Whether a conversation is to be greeted. Teams reports one installation twice within seconds; the second report is not greeted. */
export function createGreetingOnce(clock: Clock): (conversationId: string) => boolean {
  const greeted = new Map<string, number>();
  return (conversationId) => {
    const now = clock.now().getTime();
    for (const [id, at] of greeted) if (now - at >= quietMs) greeted.delete(id);
    if (greeted.has(conversationId)) return false;
    greeted.set(conversationId, now);
    return true;
  };
}
