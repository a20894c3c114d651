import { createShowBriefCommand } from '../brief/brief.command.js';
import { createBriefComposers } from '../brief/brief.composer.js';
import { createOfferBriefVerb, createShowBriefVerb } from '../brief/brief.verb.js';
import type { InputRoutes } from '../input-routes.js';
import {
  createSaveItemPlanVerb,
  createSavePlanVerb,
  createShowItemPlanVerb,
  createShowPlanFormVerb,
  createShowPlanVerb,
  createUndoPlanVerb,
} from './plan.verb.js';
import type { InputDesk } from './round-desk.js';
import { createShowStatusCommand } from './status.command.js';
import {
  createChangeRoundVerb,
  createDecideLateVerb,
  createSaveDeadlineVerb,
  createShowDeadlineFormVerb,
  createShowStatusVerb,
} from './status.verb.js';

/** The secretary's and the chair's side: what is asked, how it goes, and what came of it. */
export const createInputDeskRoutes = (desk: InputDesk): InputRoutes => ({
  commands: [createShowStatusCommand(desk), createShowBriefCommand(desk)],
  verbs: [
    createShowPlanVerb(desk),
    createShowPlanFormVerb(desk),
    createSavePlanVerb(desk),
    createShowItemPlanVerb(desk),
    createSaveItemPlanVerb(desk),
    createUndoPlanVerb(desk),
    createShowStatusVerb(desk),
    createChangeRoundVerb(desk),
    createShowDeadlineFormVerb(desk),
    createSaveDeadlineVerb(desk),
    createDecideLateVerb(desk),
    createShowBriefVerb(desk),
    createOfferBriefVerb(desk),
  ],
  composers: createBriefComposers(desk),
  jobs: [],
});
