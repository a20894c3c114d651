import { fingerprint, type Once } from './once.js';
import type { CardReply } from './reply.js';
import type { CardVerb } from './routes.js';

/**
 * A verb that acts once for each card it is pressed on. Teams delivers a press again under another id when the first delivery was
 * not answered in time; the `nonce` the card was made with, the presser and what they filled in tell that it is the same.
 *
 * The card's answer must bring a new nonce, so that the next press is another one.
 */
export function onceVerb<Data extends { nonce: string }>(
  verb: CardVerb<Data>,
  once: Once,
  brokenOff: CardReply,
): CardVerb<Data> {
  return {
    ...verb,
    async run(turn, data) {
      const key = fingerprint('verb', verb.verb, turn.sender.objectId ?? turn.sender.id, JSON.stringify(data));
      const reply = await once(key, async () => JSON.stringify(await verb.run(turn, data)));
      return reply === null ? brokenOff : (JSON.parse(reply) as CardReply);
    },
  };
}
