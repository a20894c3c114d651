import { z } from 'zod';
import { verbs } from '../../cards/button.js';
import { pressedId, readPress } from '../../cards/read-press.js';
import { removeInvisible } from '../../cards/remove-invisible.js';
import { isSamePerson } from '../../routing/person-of.js';
import type { CardVerb } from '../../routing/routes.js';
import { type Enquiring, forumOf, getForSecretary, listSecretaries } from './enquiring.js';
import { longestAnswer, secretaryCard } from './enquiry-card.js';
import { intentsOfAnswering } from './enquiry-intents.js';
import { phrases } from './phrases.js';

const pressed = z.object({
  enquiry: pressedId,
  answer: z.string().max(longestAnswer).default(''),
  // A toggle's value is text.
  worthAdding: z.enum(['true', 'false']).default('false'),
});

/** A secretary's answer, which goes to the asker in person. The first counts; who comes later sees it. */
export function createAnswerEnquiryVerb(enquiring: Enquiring): CardVerb<z.infer<typeof pressed>> {
  const { enquiries, clock } = enquiring;
  return {
    verb: verbs.answerEnquiry,
    read: (data) => readPress(pressed, data),
    async run(turn, press) {
      const { enquiry, secretary } = await getForSecretary(enquiring, turn, press.enquiry);
      const forum = (await forumOf(enquiring, enquiry.forumId))?.name ?? '';
      const text = removeInvisible(press.answer).trim();
      if (text === '' && enquiry.state === 'open')
        return secretaryCard(enquiry, forum, { fault: phrases.answerMissing });
      const now = clock.now();
      const secretaries = await listSecretaries(enquiring, enquiry.forumId);
      const { enquiry: settled, isFirst } = await enquiries.answer(
        enquiry.id,
        { text, by: secretary, at: now },
        press.worthAdding === 'true',
        intentsOfAnswering(enquiry, secretaries, now),
      );
      const { answer } = settled;
      // A press that came twice is told the same twice.
      const isOwn = answer !== null && isSamePerson(answer.by.person, secretary.person);
      if (isFirst || (isOwn && answer.text === text))
        return secretaryCard(settled, forum, { lead: phrases.answerSent });
      if (answer === null) return secretaryCard(settled, forum);
      return secretaryCard(settled, forum, {
        lead: phrases.answeredByOther(isOwn ? phrases.me : (answer.by.name ?? phrases.anotherSecretary)),
      });
    },
  };
}
