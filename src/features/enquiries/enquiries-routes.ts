import { inBothLanguages } from '../../routing/in-both-languages.js';
import type { Routes } from '../../routing/routes.js';
import { createAnswerEnquiryVerb } from './answer-enquiry.verb.js';
import { createAskSecretariatVerb } from './ask-secretariat.verb.js';
import type { Enquiring } from './enquiring.js';
import { createEnquiryComposers } from './enquiry-composers.js';
import { createMarkEnquiryVerb, createShowEnquiryVerb, createTakeBackEnquiryVerb } from './settle-enquiry.verbs.js';
import { createShowEnquiriesCommand } from './show-enquiries.command.js';

/** "Spørg sekretariatet", from the press to the answer. */
export const createEnquiriesRoutes = (enquiring: Enquiring): Pick<Routes, 'commands' | 'verbs' | 'composers'> =>
  inBothLanguages({
    commands: [createShowEnquiriesCommand(enquiring)],
    verbs: [
      createAskSecretariatVerb(enquiring),
      createShowEnquiryVerb(enquiring),
      createAnswerEnquiryVerb(enquiring),
      createTakeBackEnquiryVerb(enquiring),
      createMarkEnquiryVerb(enquiring),
    ],
    composers: createEnquiryComposers(enquiring),
  });
