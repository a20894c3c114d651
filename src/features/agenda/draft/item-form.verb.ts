import { z } from 'zod';
import { button, verbs } from '../../../cards/button.js';
import { pressedId, readPress } from '../../../cards/read-press.js';
import type { Agenda, AgendaEntry } from '../../../domain/agenda.js';
import type { CardVerb } from '../../../routing/routes.js';
import { editAgenda } from '../agenda-actions.js';
import { addEntry, changeEntry, newEntry, withItem } from '../entries.js';
import { type AgendaDesk, agendaFor, type Card } from './desk.js';
import { deskButtons, deskPhrases, deskReplies } from './desk-phrases.js';
import { seen } from './draft-card.js';
import { draftItemCard } from './draft-item-card.js';
import { formPhrases } from './form-phrases.js';
import { bareItem, fieldsOf, type ItemFields, itemFields, itemForm, readItemForm } from './item-form.js';
import { pressedRevision } from './pressed.js';
import { viewDraft, withAgenda } from './view-draft.js';

const pressedEntry = pressedRevision.extend({ entry: pressedId.optional() });
const pressedForm = pressedEntry.extend({ ...itemFields.shape, reason: z.string().max(200).default('') });

interface FormView {
  entry: AgendaEntry | undefined;
  values?: ItemFields;
  faults?: readonly string[];
}

function formOf(agenda: Agenda, { entry, values, faults }: FormView): Card {
  const title = entry === undefined ? deskPhrases.newItem : deskPhrases.changeItem(entry.item.number);
  const data = { ...seen(agenda), ...(entry === undefined ? {} : { entry: entry.id }) };
  return itemForm({
    title,
    summary: title,
    ...(agenda.publishedAt === null ? {} : { lead: deskPhrases.whyLead }),
    ...(faults === undefined ? {} : { faults }),
    values: values ?? fieldsOf(entry ?? { item: bareItem('', 'decision'), wanted: null }),
    ...(entry === undefined ? {} : { before: entry.item }),
    isSecretary: true,
    asksWhy: agenda.publishedAt !== null,
    buttons: [
      button(deskButtons.save, verbs.saveDraftItem, data),
      entry === undefined
        ? button(deskButtons.back, verbs.showDraft, { agenda: agenda.id })
        : button(deskButtons.back, verbs.showDraftItem, { agenda: agenda.id, entry: entry.id }),
    ],
  });
}

/** Opens the form of an item, or of a new one. */
export function createShowDraftItemFormVerb(desk: AgendaDesk): CardVerb<z.infer<typeof pressedEntry>> {
  return {
    verb: verbs.showDraftItemForm,
    read: (data) => readPress(pressedEntry, data),
    async run(turn, { agenda: agendaId, entry: entryId }) {
      const { agenda } = await agendaFor(desk, turn, agendaId);
      const entry = agenda.entries.find(({ id }) => id === entryId);
      if (entryId !== undefined && entry === undefined) return viewDraft(desk, agenda, { lead: deskReplies.itemGone });
      return formOf(agenda, { entry });
    },
  };
}

/** Whether the item somebody has changed is still the one they began with. */
async function isUntouched({ agendas }: AgendaDesk, agenda: Agenda, revision: number, entryId: string | undefined) {
  if (agenda.revision === revision || entryId === undefined) return true;
  if (revision > agenda.revision) return false;
  const before = (await agendas.getAgendaAt(agenda.id, revision)).entries.find(({ id }) => id === entryId);
  const now = agenda.entries.find(({ id }) => id === entryId);
  // A move changes the number, not the item.
  const bare = (entry: AgendaEntry | undefined) => entry && { ...entry, item: { ...entry.item, number: 0 } };
  return JSON.stringify(bare(before)) === JSON.stringify(bare(now));
}

/**
 * Saves the form of an item. What somebody wrote is never thrown away: where it cannot be read, or somebody else changed
 * the same item meanwhile, the form comes back with it.
 */
export function createSaveDraftItemVerb(desk: AgendaDesk): CardVerb<z.infer<typeof pressedForm>> {
  return {
    verb: verbs.saveDraftItem,
    read: (data) => readPress(pressedForm, data),
    run: (turn, { agenda: agendaId, revision, entry: entryId, reason, ...values }) =>
      withAgenda(desk, turn, { agenda: agendaId }, 'draft_agenda', async (agenda, by) => {
        const entry = agenda.entries.find(({ id }) => id === entryId);
        if (entryId !== undefined && entry === undefined)
          return viewDraft(desk, agenda, { lead: deskReplies.itemGone });
        if (!(await isUntouched(desk, agenda, revision, entryId)))
          return formOf(agenda, { entry, values, faults: [formPhrases.changedMeanwhile] });
        const read = readItemForm(values, entry?.item);
        if ('faults' in read) return formOf(agenda, { entry, values, faults: read.faults });
        const kept = entry ?? newEntry(read.item, { wanted: read.wanted });
        const entries =
          entry === undefined
            ? addEntry(agenda.entries, kept)
            : changeEntry(agenda.entries, entry.id, (each) => withItem(each, read.item, read.wanted));
        const edited: Agenda = { ...agenda, entries };
        const saved = await editAgenda(desk, agenda, edited, by, { reason });
        const shown = saved.entries.find(({ id }) => id === kept.id);
        return shown === undefined ? viewDraft(desk, saved) : draftItemCard(saved, shown);
      }),
  };
}
