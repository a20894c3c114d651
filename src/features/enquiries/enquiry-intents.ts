import type { Enquiry } from '../../domain/enquiry.js';
import { type Intents, type MessageIntent, noIntents } from '../../domain/outgoing-message.js';
import type { PersonKey } from '../../domain/person-key.js';

/** The kinds of messages; a composer makes each from the state of things when it is sent. */
export const enquiryMessages = {
  /** To each secretary: somebody asks. Brought up to date when it is answered or taken back. Payload: `enquiry`. */
  asked: 'enquiry.asked',
  /** To the asker: the answer. Payload: `enquiry`. */
  answered: 'enquiry.answered',
} as const;

/** The secretary's card, by which it is changed. */
const slotOf = (enquiryId: string, { objectId }: PersonKey): string =>
  `${enquiryMessages.asked}:${enquiryId}:${objectId}`;

type Parts = Pick<MessageIntent, 'key' | 'kind' | 'action' | 'slot'> & { atAnyHour?: true };

const toPerson = (enquiry: Enquiry, person: PersonKey, dueAt: Date, parts: Parts): MessageIntent => ({
  ...parts,
  recipient: { kind: 'person', forumId: enquiry.forumId, person },
  payload: { enquiry: enquiry.id },
  inThreadOf: null,
  dueAt,
  dropAfter: null,
});

/** Each secretary gets the question. */
export const intentsOfAsking = (enquiry: Enquiry, secretaries: readonly PersonKey[], now: Date): Intents => ({
  ...noIntents,
  messages: secretaries.map((person) => {
    const slot = slotOf(enquiry.id, person);
    return toPerson(enquiry, person, now, { key: slot, kind: enquiryMessages.asked, action: 'create', slot });
  }),
});

/**
 * The secretaries' cards say how it ended; those still on their way stay behind.
 *
 * @param end what came of it: each brings the cards up to date once
 */
const intentsOfEnd = (
  enquiry: Enquiry,
  secretaries: readonly PersonKey[],
  end: 'answered' | 'taken_back',
  now: Date,
): Intents => ({
  ...noIntents,
  messages: secretaries.map((person) => {
    const slot = slotOf(enquiry.id, person);
    return toPerson(enquiry, person, now, {
      key: `${slot}:${end}`,
      kind: enquiryMessages.asked,
      action: 'refresh',
      slot,
      // A card that stands there already disturbs nobody by changing.
      atAnyHour: true,
    });
  }),
  withdrawn: [`${enquiryMessages.asked}:${enquiry.id}:*`],
});

export function intentsOfAnswering(enquiry: Enquiry, secretaries: readonly PersonKey[], now: Date): Intents {
  const ends = intentsOfEnd(enquiry, secretaries, 'answered', now);
  const answer = toPerson(enquiry, enquiry.asker.person, now, {
    key: `${enquiryMessages.answered}:${enquiry.id}`,
    kind: enquiryMessages.answered,
    action: 'create',
    slot: null,
    atAnyHour: true,
  });
  return { ...ends, messages: [answer, ...ends.messages] };
}

export const intentsOfTakingBack = (enquiry: Enquiry, secretaries: readonly PersonKey[], now: Date): Intents =>
  intentsOfEnd(enquiry, secretaries, 'taken_back', now);
