import { z } from 'zod';
import { verbs } from '../../../cards/button.js';
import { pressedId, pressedPage, readPress } from '../../../cards/read-press.js';
import type { Agenda, AgendaEntry } from '../../../domain/agenda.js';
import { AppError } from '../../../domain/app-error.js';
import type { InputPlan } from '../../../domain/input.js';
import type { CardVerb } from '../../../routing/routes.js';
import type { Turn } from '../../../routing/turn.js';
import type { Card } from '../brief/brief-card.js';
import { newPlan } from '../round/new-plan.js';
import { specsOf } from '../round/plan-requests.js';
import { deskReplies } from './desk-phrases.js';
import { currentItemPlan, itemPlanFields, itemPlanForm, readItemPlan } from './item-plan-form.js';
import { planCard } from './plan-card.js';
import { planFields, planFieldsOf, planForm, readPlanForm } from './plan-form.js';
import { planPhrases as phrases } from './plan-phrases.js';
import { type InputDesk, requirePersonal } from './round-desk.js';

const pressed = z.object({ agenda: pressedId, page: pressedPage });
const revision = z.number().int().min(0);
const pressedForm = planFields.extend({ agenda: pressedId, revision });
const pressedEntry = z.object({ agenda: pressedId, entry: pressedId });
const pressedEntryForm = z.object({
  agenda: pressedId,
  entry: pressedId,
  revision,
  suggested: z.literal(true).optional(),
  ...itemPlanFields.shape,
});
const pressedUndo = z.object({ agenda: pressedId, revision });

interface Planned {
  agenda: Agenda;
  plan: InputPlan;
}

/**
 * What is to be asked about an agenda that is not out yet, for somebody who may say so.
 *
 * @throws AppError `forbidden`, `not_found`, or `conflict` once the round has begun: from then on the round is what counts.
 */
async function plannedFor(desk: InputDesk, turn: Turn, agendaId: string): Promise<Planned> {
  const rights = await desk.rightsOf(turn);
  rights.requireSomewhere('manage_input', 'open');
  requirePersonal(turn);
  const agenda = await desk.agendas.getAgenda(agendaId);
  rights.require(agenda.forumId, 'manage_input', 'closed');
  if ((await desk.input.findRoundOf(agendaId)) !== undefined)
    throw new AppError('conflict', 'the round has begun', { reply: deskReplies.roundBegan });
  return { agenda, plan: (await desk.input.findPlan(agendaId)) ?? newPlan(agenda) };
}

/** Saves a changed plan. The first change saves what held before as well, so that it can be undone. */
async function savePlan({ input }: InputDesk, before: InputPlan, after: InputPlan): Promise<InputPlan> {
  const basis = before.revision === 0 ? await input.savePlan(before) : before;
  return input.savePlan({ ...after, revision: basis.revision });
}

/** Somebody else changed it meanwhile: the newest is shown, and nothing is saved. */
const isOld = ({ plan }: Planned, seen: number): boolean => plan.revision !== seen;

const stale = ({ agenda, plan }: Planned): Card => planCard(agenda, plan, { lead: phrases.stale });

/** Where `work` was overtaken while it saved, the newest plan is shown. */
async function orNewest(desk: InputDesk, { agenda, plan }: Planned, work: () => Promise<Card>): Promise<Card> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
    return stale({ agenda, plan: (await desk.input.findPlan(agenda.id)) ?? plan });
  }
}

export function createShowPlanVerb(desk: InputDesk): CardVerb<z.infer<typeof pressed>> {
  return {
    verb: verbs.showInputPlan,
    read: (data) => readPress(pressed, data),
    async run(turn, { agenda: agendaId, page }) {
      const { agenda, plan } = await plannedFor(desk, turn, agendaId);
      return planCard(agenda, plan, { page });
    },
  };
}

export function createShowPlanFormVerb(desk: InputDesk): CardVerb<z.infer<typeof pressed>> {
  return {
    verb: verbs.showInputPlanForm,
    read: (data) => readPress(pressed, data),
    async run(turn, { agenda }) {
      const { plan } = await plannedFor(desk, turn, agenda);
      return planForm(plan, planFieldsOf(plan));
    },
  };
}

export function createSavePlanVerb(desk: InputDesk): CardVerb<z.infer<typeof pressedForm>> {
  return {
    verb: verbs.saveInputPlan,
    read: (data) => readPress(pressedForm, data),
    async run(turn, { agenda: agendaId, revision: seen, ...values }) {
      const planned = await plannedFor(desk, turn, agendaId);
      const { agenda, plan } = planned;
      if (isOld(planned, seen)) return stale(planned);
      const form = readPlanForm(values);
      if ('faults' in form) return planForm(plan, values, form.faults);
      return orNewest(desk, planned, async () =>
        planCard(agenda, await savePlan(desk, plan, { ...plan, ...form.read }), { lead: phrases.saved }),
      );
    },
  };
}

const entryOf = ({ entries }: Agenda, entryId: string): AgendaEntry | undefined =>
  entries.find(({ id, isWithdrawn }) => id === entryId && !isWithdrawn);

export function createShowItemPlanVerb(desk: InputDesk): CardVerb<z.infer<typeof pressedEntry>> {
  return {
    verb: verbs.showItemPlan,
    read: (data) => readPress(pressedEntry, data),
    async run(turn, { agenda: agendaId, entry: entryId }) {
      const { agenda, plan } = await plannedFor(desk, turn, agendaId);
      const entry = entryOf(agenda, entryId);
      return entry === undefined
        ? planCard(agenda, plan, { lead: phrases.stale })
        : itemPlanForm(agenda, entry, plan, currentItemPlan(plan, entry));
    },
  };
}

export function createSaveItemPlanVerb(desk: InputDesk): CardVerb<z.infer<typeof pressedEntryForm>> {
  return {
    verb: verbs.saveItemPlan,
    read: (data) => readPress(pressedEntryForm, data),
    async run(turn, { agenda: agendaId, entry: entryId, revision: seen, suggested, ...values }) {
      const planned = await plannedFor(desk, turn, agendaId);
      const { agenda, plan } = planned;
      const entry = entryOf(agenda, entryId);
      if (isOld(planned, seen) || entry === undefined) return stale(planned);
      const { [entryId]: _before, ...others } = plan.specs;
      const form = suggested ? undefined : readItemPlan(values, specsOf(plan, entry));
      if (form !== undefined && 'faults' in form) return itemPlanForm(agenda, entry, plan, values, form.faults);
      const specs = form === undefined ? others : { ...others, [entryId]: form.specs };
      return orNewest(desk, planned, async () =>
        planCard(agenda, await savePlan(desk, plan, { ...plan, specs }), { lead: phrases.saved }),
      );
    },
  };
}

export function createUndoPlanVerb(desk: InputDesk): CardVerb<z.infer<typeof pressedUndo>> {
  return {
    verb: verbs.undoInputPlan,
    read: (data) => readPress(pressedUndo, data),
    async run(turn, { agenda: agendaId, revision: seen }) {
      const planned = await plannedFor(desk, turn, agendaId);
      return orNewest(desk, planned, async () =>
        planCard(planned.agenda, await desk.input.undoPlan(agendaId, seen), { lead: phrases.undone }),
      );
    },
  };
}
