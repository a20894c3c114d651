import { inBothLanguages } from '../../../routing/in-both-languages.js';
import type { CardVerb, Routes } from '../../../routing/routes.js';
import type { MessageComposer } from '../../../routing/unasked.js';
import type { MinutesDesk } from './minutes-desk.js';
import { createMinutesNoteComposer } from './minutes-note.js';
import { createReceiveFile } from './receive-file.route.js';
import {
  createArchiveReviewVerb,
  createDiscardReviewVerb,
  createShowReviewVerb,
  createTakeBackReviewVerb,
} from './review.verb.js';

/** Files sent to the bot, and the way of minutes from a file into the archive. */
export function createFilesRoutes(desk: MinutesDesk): {
  file: Routes['file'];
  verbs: readonly CardVerb[];
  composers: readonly MessageComposer[];
} {
  return inBothLanguages({
    file: createReceiveFile(desk),
    verbs: [
      createShowReviewVerb(desk),
      createArchiveReviewVerb(desk),
      createDiscardReviewVerb(desk),
      createTakeBackReviewVerb(desk),
    ],
    composers: [createMinutesNoteComposer(desk.minutes)],
  });
}
