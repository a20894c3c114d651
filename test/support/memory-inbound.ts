import type { KeptReplies } from '../../src/routing/once.js';

/** Deliveries remembered for as long as a test runs; tests about repeated ones use a store. */
export function createMemoryInbound(): KeptReplies {
  const replies = new Map<string, string | null>();
  return {
    async begin(key) {
      const reply = replies.get(key);
      if (reply !== undefined) return { reply };
      replies.set(key, null);
      return 'first';
    },
    async keepReply(key, reply) {
      replies.set(key, reply);
    },
  };
}
