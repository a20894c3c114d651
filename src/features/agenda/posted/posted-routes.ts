import { inBothLanguages } from '../../../routing/in-both-languages.js';
import type { CardVerb, Command } from '../../../routing/routes.js';
import type { MessageComposer } from '../../../routing/unasked.js';
import { createAgendaCardComposer } from './agenda-card.composer.js';
import { createAgendaNoteComposer, type NoteComposing } from './agenda-note.composer.js';
import { createGiveInputVerb } from './give-input.verb.js';
import type { Posted } from './posted.js';
import { createShowAgendaCommand } from './show-agenda.command.js';
import { createShowAgendaVerb } from './show-agenda.verb.js';
import { createShowEarlierVerb } from './show-earlier.verb.js';
import { createShowEntryVerb } from './show-entry.verb.js';

export interface PostedRoutes {
  commands: readonly Command[];
  verbs: readonly CardVerb[];
  composers: readonly MessageComposer[];
}

/** Everything about agendas that are out: reading them, and the messages that keep the channel up to date. */
export const createPostedRoutes = (posted: Posted & NoteComposing): PostedRoutes =>
  inBothLanguages({
    commands: [createShowAgendaCommand(posted)],
    verbs: [
      createShowAgendaVerb(posted),
      createShowEntryVerb(posted),
      createShowEarlierVerb(posted),
      createGiveInputVerb(posted),
    ],
    composers: [createAgendaCardComposer(posted), createAgendaNoteComposer(posted)],
  });
