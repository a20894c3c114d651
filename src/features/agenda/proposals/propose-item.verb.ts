import { z } from 'zod';
import { button, verbs } from '../../../cards/button.js';
import { pressedId, readPress } from '../../../cards/read-press.js';
import { formatLongDate, toLocalTime } from '../../../danish/date-format.js';
import type { AgendaProposal } from '../../../domain/agenda.js';
import { AppError } from '../../../domain/app-error.js';
import { newId } from '../../../domain/new-id.js';
import { noIntents } from '../../../domain/outgoing-message.js';
import type { CardVerb, Command } from '../../../routing/routes.js';
import type { Turn } from '../../../routing/turn.js';
import { intentsOfAnswer, intentsOfProposing } from '../agenda-intents.js';
import { type AgendaDesk, askWhichForum, type Card, forumsFor, meantForum } from '../draft/desk.js';
import { formPhrases } from '../draft/form-phrases.js';
import { bareItem, fieldsOf, type ItemFields, itemFields, itemForm, readItemForm } from '../draft/item-form.js';
import { readDateField } from '../draft/meeting-form.js';
import { proposalButtons, proposalPhrases } from './phrases.js';
import { listOpenAgendas, proposalFor, viewProposal, withProposal } from './view-proposal.js';

interface FormView {
  proposal: AgendaProposal | null;
  forumId: string;
  values: ItemFields;
  forDate: string | null;
  faults?: readonly string[];
}

/** Meetings one can propose for: those whose agenda is being made, and the next one in any case. */
async function meetingChoices(desk: AgendaDesk, forumId: string, chosen: string | null) {
  const dates = (await listOpenAgendas(desk, { forumId, forDate: null })).map(({ date }) => date);
  const all = [...new Set([...dates, ...(chosen === null ? [] : [chosen])])].sort();
  return [
    { title: formPhrases.nextMeeting, value: 'next' },
    ...all.map((date) => ({ title: formatLongDate(date), value: date })),
  ];
}

async function proposalForm(desk: AgendaDesk, { proposal, forumId, values, forDate, faults }: FormView): Promise<Card> {
  const title = proposal === null ? proposalPhrases.newItem : proposalPhrases.change;
  const data = proposal === null ? { forum: forumId } : { proposal: proposal.id, revision: proposal.revision };
  const save = (name: string, to: string) => button(name, verbs.saveProposal, { ...data, to });
  return itemForm({
    title,
    summary: proposal === null ? proposalPhrases.newItemSummary : title,
    lead: proposalPhrases.formLead,
    ...(faults === undefined ? {} : { faults }),
    values,
    ...(proposal === null ? {} : { before: proposal.item }),
    isSecretary: false,
    meetings: { chosen: forDate ?? 'next', choices: await meetingChoices(desk, forumId, forDate) },
    buttons: [
      save(proposalButtons.propose, 'proposed'),
      save(proposalButtons.saveDraft, 'draft'),
      proposal === null
        ? button(proposalButtons.own, verbs.showProposals, { own: true })
        : button(proposalButtons.back, verbs.showProposal, { proposal: proposal.id }),
    ],
  });
}

const askForum = (desk: AgendaDesk, forumIds: readonly string[]): Promise<Card> =>
  askWhichForum(desk, forumIds, proposalPhrases.whichForum, verbs.showProposalForm);

async function newForm(desk: AgendaDesk, turn: Turn, chosen?: string): Promise<Card> {
  const { rights, forumIds } = await forumsFor(desk, turn, 'propose_item');
  const forumId = meantForum(forumIds, chosen);
  if (forumId === undefined) return askForum(desk, forumIds);
  rights.require(forumId, 'propose_item', 'open');
  const name = rights.nameIn(forumId) ?? '';
  const values = { ...fieldsOf({ item: bareItem('', 'decision'), wanted: null }), presenter: name };
  return proposalForm(desk, { proposal: null, forumId, values, forDate: null });
}

/** `nyt punkt`: a chef suggests an item. */
export function createProposeItemCommand(desk: AgendaDesk): Command {
  return {
    name: 'agenda.proposeItem',
    words: ['nyt punkt', 'foreslå punkt', 'foreslå et punkt', 'nyt dagsordenspunkt'],
    usage: 'nyt punkt',
    description: 'Foreslå et punkt til et kommende møde.',
    descriptionInEnglish: 'Suggest an item for a coming meeting.',
    accepts: (rest) => rest === '',
    run: (turn) => newForm(desk, turn),
  };
}

const pressedForm = z.object({ proposal: pressedId.optional(), forum: pressedId.optional() });

/** The form of a new proposal, or of one's own. */
export function createShowProposalFormVerb(desk: AgendaDesk): CardVerb<z.infer<typeof pressedForm>> {
  return {
    verb: verbs.showProposalForm,
    read: (data) => readPress(pressedForm, data),
    async run(turn, { proposal: proposalId, forum }) {
      if (proposalId === undefined) return newForm(desk, turn, forum);
      const seen = await proposalFor(desk, turn, proposalId);
      requireOwn(seen.isOwn);
      const { proposal } = seen;
      if (!isOpen(proposal)) return viewProposal(desk, seen, { lead: proposalPhrases.notOpen(proposal.state) });
      const { forumId, forDate } = proposal;
      return proposalForm(desk, { proposal, forumId, values: fieldsOf(proposal), forDate });
    },
  };
}

function requireOwn(isOwn: boolean): void {
  if (!isOwn) throw new AppError('forbidden', 'a proposal of somebody else', { reply: proposalPhrases.notYours });
}

const isOpen = ({ state }: AgendaProposal): boolean =>
  state === 'draft' || state === 'proposed' || state === 'returned';

/** Saves a proposal; whoever proposes it tells the secretaries. */
async function save(desk: AgendaDesk, proposal: AgendaProposal): Promise<AgendaProposal> {
  const now = desk.clock.now();
  if (proposal.state !== 'proposed') return desk.agendas.saveProposal(proposal, noIntents, now);
  const members = await desk.members.listMemberships(proposal.forumId, toLocalTime(now).date);
  const secretaries = members.filter(({ role }) => role === 'secretary').map(({ person }) => person);
  return desk.agendas.saveProposal(proposal, intentsOfProposing(proposal, secretaries, now), now);
}

const pressedSave = z.object({
  ...itemFields.shape,
  proposal: pressedId.optional(),
  revision: z.number().int().min(1).optional(),
  forum: pressedId.optional(),
  forDate: z.string().max(20).default('next'),
  to: z.enum(['draft', 'proposed']),
});

type Saved = z.infer<typeof pressedSave>;

const leadOf = (state: AgendaProposal['state']): string =>
  state === 'proposed' ? proposalPhrases.proposed : proposalPhrases.saved;

async function saveNew(desk: AgendaDesk, turn: Turn, press: Saved, forDate: string | null): Promise<Card> {
  const { rights, forumIds, person } = await forumsFor(desk, turn, 'propose_item');
  const forumId = meantForum(forumIds, press.forum);
  if (forumId === undefined) return askForum(desk, forumIds);
  rights.require(forumId, 'propose_item', 'open');
  const read = readItemForm(press);
  if ('faults' in read)
    return proposalForm(desk, { proposal: null, forumId, values: press, forDate, faults: read.faults });
  const proposal = await save(desk, {
    id: newId(),
    forumId,
    proposedBy: person,
    proposedByName: rights.nameIn(forumId) ?? '',
    item: read.item,
    wanted: read.wanted,
    forDate,
    state: press.to,
    note: null,
    revision: 0,
  });
  const isSecretary = rights.mayDo(forumId, 'draft_agenda', 'closed');
  return viewProposal(desk, { proposal, person, rights, isOwn: true, isSecretary }, { lead: leadOf(press.to) });
}

/** Saves the form of a proposal. What was written comes back where it cannot be read, or was changed elsewhere meanwhile. */
export function createSaveProposalVerb(desk: AgendaDesk): CardVerb<Saved> {
  return {
    verb: verbs.saveProposal,
    read: (data) => readPress(pressedSave, data),
    async run(turn, press) {
      const forDate = readDateField(press.forDate) ?? null;
      if (press.proposal === undefined) return saveNew(desk, turn, press, forDate);
      const seen = await proposalFor(desk, turn, press.proposal);
      requireOwn(seen.isOwn);
      const { proposal } = seen;
      if (!isOpen(proposal)) return viewProposal(desk, seen, { lead: proposalPhrases.notOpen(proposal.state) });
      const again = (faults: readonly string[]) =>
        proposalForm(desk, { proposal, forumId: proposal.forumId, values: press, forDate, faults });
      if (press.revision !== proposal.revision) return again([formPhrases.changedMeanwhile]);
      const read = readItemForm(press, proposal.item);
      if ('faults' in read) return again(read.faults);
      const saved = await save(desk, { ...proposal, item: read.item, wanted: read.wanted, forDate, state: press.to });
      return viewProposal(desk, { ...seen, proposal: saved }, { lead: leadOf(press.to) });
    },
  };
}

const pressedState = z.object({
  proposal: pressedId,
  revision: z.number().int().min(1),
  to: z.enum(['draft', 'proposed', 'taken_back']),
});

/** Proposes a draft, takes a proposal back to be a draft again, or throws a draft away. */
export function createChangeProposalStateVerb(desk: AgendaDesk): CardVerb<z.infer<typeof pressedState>> {
  return {
    verb: verbs.changeProposalState,
    read: (data) => readPress(pressedState, data),
    run: (turn, { to, ...press }) =>
      withProposal(desk, turn, press, async (seen) => {
        requireOwn(seen.isOwn);
        const { proposal } = seen;
        if (!isOpen(proposal)) return viewProposal(desk, seen, { lead: proposalPhrases.notOpen(proposal.state) });
        const next: AgendaProposal = { ...proposal, state: to };
        const now = desk.clock.now();
        const told = { ...intentsOfAnswer(proposal, now), messages: [] };
        const saved = to === 'proposed' ? await save(desk, next) : await desk.agendas.saveProposal(next, told, now);
        const leads = {
          draft: proposalPhrases.takenBack,
          proposed: proposalPhrases.proposed,
          taken_back: proposalPhrases.deleted,
        };
        return viewProposal(desk, { ...seen, proposal: saved }, { lead: leads[to] });
      }),
  };
}
