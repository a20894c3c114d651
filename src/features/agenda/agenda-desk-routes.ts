import { inBothLanguages } from '../../routing/in-both-languages.js';
import type { CardVerb, Command } from '../../routing/routes.js';
import type { Job, MessageComposer } from '../../routing/unasked.js';
import { type AgendaWork, createAgendaJobs } from './agenda-jobs.js';
import { createChangeDraftItemVerb } from './draft/change-draft-item.verb.js';
import { createChangeDraftStateVerb } from './draft/change-draft-state.verb.js';
import type { AgendaDesk } from './draft/desk.js';
import { createAcceptFindingsVerb, createShowFindingsVerb } from './draft/findings.verb.js';
import { createSaveDraftItemVerb, createShowDraftItemFormVerb } from './draft/item-form.verb.js';
import { createSaveMeetingFormVerb, createShowMeetingFormVerb } from './draft/meeting-form.verb.js';
import { createPreviewDraftVerb } from './draft/preview-draft.verb.js';
import {
  createPublishDraftVerb,
  createScheduleDraftVerb,
  createShowScheduleFormVerb,
} from './draft/publish-draft.verb.js';
import { createReplaceAgendaVerb } from './draft/replace-agenda.verb.js';
import { createShowDraftItemVerb, createShowDraftVerb } from './draft/show-draft.verb.js';
import { createShowDraftCommand, createShowDraftsCommand } from './draft/show-drafts.command.js';
import { createShowDraftsVerb } from './draft/show-drafts.verb.js';
import { createPersonalComposers } from './personal-composers.js';
import {
  createAcceptProposalVerb,
  createReturnProposalVerb,
  createShowReturnFormVerb,
} from './proposals/answer-proposal.verb.js';
import {
  createChangeProposalStateVerb,
  createProposeItemCommand,
  createSaveProposalVerb,
  createShowProposalFormVerb,
} from './proposals/propose-item.verb.js';
import {
  createShowOwnProposalsCommand,
  createShowProposalsVerb,
  createShowProposalVerb,
} from './proposals/show-proposals.verb.js';

/** Making agendas: the secretary's drafts, the chefs' proposals, and what happens to both by itself. */
export function createAgendaDeskRoutes(desk: AgendaDesk & AgendaWork): {
  commands: readonly Command[];
  verbs: readonly CardVerb[];
  composers: readonly MessageComposer[];
  jobs: readonly Job[];
} {
  return inBothLanguages({
    commands: [
      createProposeItemCommand(desk),
      createShowOwnProposalsCommand(desk),
      createShowDraftsCommand(desk),
      createShowDraftCommand(desk),
    ],
    verbs: [
      createShowDraftsVerb(desk),
      createShowDraftVerb(desk),
      createShowDraftItemVerb(desk),
      createChangeDraftItemVerb(desk),
      createShowDraftItemFormVerb(desk),
      createSaveDraftItemVerb(desk),
      createShowMeetingFormVerb(desk),
      createSaveMeetingFormVerb(desk),
      createShowFindingsVerb(desk),
      createAcceptFindingsVerb(desk),
      createPreviewDraftVerb(desk),
      createPublishDraftVerb(desk),
      createShowScheduleFormVerb(desk),
      createScheduleDraftVerb(desk),
      createChangeDraftStateVerb(desk),
      createReplaceAgendaVerb(desk),
      createShowProposalsVerb(desk),
      createShowProposalVerb(desk),
      createShowProposalFormVerb(desk),
      createSaveProposalVerb(desk),
      createChangeProposalStateVerb(desk),
      createAcceptProposalVerb(desk),
      createShowReturnFormVerb(desk),
      createReturnProposalVerb(desk),
    ],
    composers: createPersonalComposers(desk),
    jobs: createAgendaJobs(desk),
  });
}
