import { z } from 'zod';
import { AppError } from '../../domain/app-error.js';
import type { Enquiry } from '../../domain/enquiry.js';
import type { OutgoingMessage } from '../../domain/outgoing-message.js';
import { isSamePerson } from '../../routing/person-of.js';
import type { MessageComposer } from '../../routing/unasked.js';
import { type Enquiring, forumOf, listSecretaries } from './enquiring.js';
import { askerCard, secretaryCard } from './enquiry-card.js';
import { enquiryMessages } from './enquiry-intents.js';
import { phrases } from './phrases.js';

type Composing = Pick<Enquiring, 'enquiries' | 'forums' | 'members' | 'outbox' | 'clock'>;

const ofEnquiry = z.object({ enquiry: z.string() });

/** undefined: removed for its age before the message went out. */
async function findEnquiry({ enquiries }: Composing, { payload }: OutgoingMessage): Promise<Enquiry | undefined> {
  try {
    return await enquiries.getEnquiry(ofEnquiry.parse(payload).enquiry);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return undefined;
    throw error;
  }
}

async function isStillSecretary(composing: Composing, { recipient, forumId }: OutgoingMessage): Promise<boolean> {
  if (recipient.kind !== 'person') return false;
  const secretaries = await listSecretaries(composing, forumId);
  return secretaries.some((one) => isSamePerson(one, recipient.person));
}

/** What is written in person about questions to the secretariat, from the state of things when it is sent. */
export function createEnquiryComposers(composing: Composing): MessageComposer[] {
  const nameOf = async (forumId: string): Promise<string> => (await forumOf(composing, forumId))?.name ?? '';
  return [
    {
      kind: enquiryMessages.asked,
      get title() {
        return phrases.askedTitle;
      },
      async compose(message) {
        const enquiry = await findEnquiry(composing, message);
        if (enquiry === undefined || !(await isStillSecretary(composing, message))) return null;
        // Settled before the card got there: there is nothing to bring up to date.
        if (enquiry.state !== 'open' && (await composing.outbox.findHandle(message.slot ?? '')) === undefined)
          return null;
        return secretaryCard(enquiry, await nameOf(enquiry.forumId));
      },
    },
    {
      kind: enquiryMessages.answered,
      get title() {
        return phrases.answeredTitle;
      },
      async compose(message) {
        const enquiry = await findEnquiry(composing, message);
        return enquiry?.state === 'answered' ? askerCard(enquiry, await nameOf(enquiry.forumId), null) : null;
      },
    },
  ];
}
