import { z } from 'zod';
import { verbs } from '../../cards/button.js';
import { pressedId, readPress } from '../../cards/read-press.js';
import { AppError } from '../../domain/app-error.js';
import type { CardVerb } from '../../routing/routes.js';
import { type Enquiring, forumOf, getForSecretary, listSecretaries } from './enquiring.js';
import { askerCard, secretaryCard } from './enquiry-card.js';
import { intentsOfTakingBack } from './enquiry-intents.js';
import { phrases } from './phrases.js';

const pressed = z.object({ enquiry: pressedId });
const pressedMark = pressed.extend({ worthAdding: z.boolean() });

/** The question with the field for its answer, for a secretary. */
export function createShowEnquiryVerb(enquiring: Enquiring): CardVerb<z.infer<typeof pressed>> {
  return {
    verb: verbs.showEnquiry,
    read: (data) => readPress(pressed, data),
    async run(turn, press) {
      const { enquiry } = await getForSecretary(enquiring, turn, press.enquiry);
      return secretaryCard(enquiry, (await forumOf(enquiring, enquiry.forumId))?.name ?? '');
    },
  };
}

/** The asker takes the question back, until it is answered. */
export function createTakeBackEnquiryVerb(enquiring: Enquiring): CardVerb<z.infer<typeof pressed>> {
  const { enquiries, rightsOf, clock } = enquiring;
  return {
    verb: verbs.takeBackEnquiry,
    read: (data) => readPress(pressed, data),
    async run(turn, press) {
      const { person } = await rightsOf(turn);
      if (person === null) throw new AppError('forbidden', 'nobody knows who takes back');
      const asked = await enquiries.getEnquiry(press.enquiry);
      const now = clock.now();
      const secretaries = await listSecretaries(enquiring, asked.forumId);
      const intents = intentsOfTakingBack(asked, secretaries, now);
      const settled = await enquiries.takeBack(asked.id, person, intents, now);
      const lead = settled.state === 'answered' ? phrases.tooLateToTakeBack : phrases.takenBack;
      // The answer, and a question that may tell of a closed item, are for the two of us.
      if (turn.conversation.kind !== 'personal') return { text: lead };
      return askerCard(settled, (await forumOf(enquiring, settled.forumId))?.name ?? '', lead);
    },
  };
}

/** "Bør med i referaterne": seen by those who keep the archive, in the list of what was asked in vain. */
export function createMarkEnquiryVerb(enquiring: Enquiring): CardVerb<z.infer<typeof pressedMark>> {
  return {
    verb: verbs.markEnquiry,
    read: (data) => readPress(pressedMark, data),
    async run(turn, { worthAdding, ...press }) {
      const { enquiry } = await getForSecretary(enquiring, turn, press.enquiry);
      const marked = await enquiring.enquiries.mark(enquiry.id, worthAdding);
      const forum = (await forumOf(enquiring, enquiry.forumId))?.name ?? '';
      return secretaryCard(marked, forum, { lead: worthAdding ? phrases.marked : phrases.unmarked });
    },
  };
}
