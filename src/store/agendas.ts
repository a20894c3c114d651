import type { Kysely, Transaction } from 'kysely';
import type { Agenda, AgendaProposal } from '../domain/agenda.js';
import { liveAgendaStates } from '../domain/agenda-state.js';
import { AppError } from '../domain/app-error.js';
import { type Intents, noIntents } from '../domain/outgoing-message.js';
import { type AgendaRevisionRow, toAgenda, toPersonKey, toProposal } from './agenda-rows.js';
import { insertIntents } from './intents.js';
import { storeReplies } from './phrases.js';
import type { AgendaChange, AgendaStore } from './ports.js';
import type { Tables } from './tables.js';

const agendaNotFound = (): AppError =>
  new AppError('not_found', 'no such agenda', { reply: storeReplies.agendaNotFound });
const proposalNotFound = (): AppError =>
  new AppError('not_found', 'no such proposal', { reply: storeReplies.proposalNotFound });
const changedSince = (): AppError =>
  new AppError('conflict', 'it was changed since it was read', { reply: storeReplies.changedSince });

/** @throws AppError `conflict` when another live agenda of the forum has the date. */
async function refuseSecondOnDate(transaction: Transaction<Tables>, agenda: Agenda): Promise<void> {
  if (!liveAgendaStates.includes(agenda.state)) return;
  const other = await transaction
    .selectFrom('agendas')
    .select('id')
    .where('forum_id', '=', agenda.forumId)
    .where('date', '=', agenda.date)
    .where('state', 'in', liveAgendaStates)
    .where('id', '!=', agenda.id)
    .executeTakeFirst();
  if (other !== undefined)
    throw new AppError('conflict', `the forum has an agenda for ${agenda.date} already`, {
      reply: storeReplies.agendaOnDate,
    });
}

const insertRevision = (
  transaction: Transaction<Tables>,
  agenda: Agenda,
  { note, reason, by, at }: AgendaChange,
  origin: Pick<AgendaRevisionRow, 'source_revision' | 'basis_revision'>,
) =>
  transaction
    .insertInto('agenda_revisions')
    .values({
      forum_id: agenda.forumId,
      agenda_id: agenda.id,
      revision: agenda.revision,
      ...origin,
      content: JSON.stringify(agenda),
      note,
      reason: reason ?? null,
      by_tenant_id: by?.tenantId ?? null,
      by_object_id: by?.objectId ?? null,
      changed_at: at.toISOString(),
    })
    .execute();

/** The row of an agenda, held against the revision its writer read. */
async function getForChange(transaction: Transaction<Tables>, agendaId: string, revision: number) {
  const row = await transaction.selectFrom('agendas').selectAll().where('id', '=', agendaId).executeTakeFirst();
  if (row === undefined) throw agendaNotFound();
  if (row.revision !== revision) throw changedSince();
  return row;
}

async function putInForce(
  transaction: Transaction<Tables>,
  agenda: Agenda,
  change: AgendaChange,
  origin: Pick<AgendaRevisionRow, 'source_revision' | 'basis_revision'>,
): Promise<void> {
  await refuseSecondOnDate(transaction, agenda);
  await transaction
    .updateTable('agendas')
    .set({ date: agenda.date, state: agenda.state, revision: agenda.revision })
    .where('id', '=', agenda.id)
    .execute();
  await insertRevision(transaction, agenda, change, origin);
}

/** Saves a new version in a transaction. Throws `conflict` when `agenda.revision` is not the one in force. */
export async function saveChanged(
  transaction: Transaction<Tables>,
  agenda: Agenda,
  change: AgendaChange,
  intents: Intents,
): Promise<Agenda> {
  const { forum_id, revision } = await getForChange(transaction, agenda.id, agenda.revision);
  const saved: Agenda = { ...agenda, forumId: forum_id, revision: revision + 1 };
  await putInForce(transaction, saved, change, { source_revision: saved.revision, basis_revision: revision });
  await insertIntents(transaction, forum_id, intents, change.at);
  return saved;
}

async function getRevision(transaction: Transaction<Tables>, agendaId: string, revision: number) {
  return transaction
    .selectFrom('agenda_revisions')
    .selectAll()
    .where('agenda_id', '=', agendaId)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow(agendaNotFound);
}

/** Proposals the change accepted are open again: what they say was never lost. */
async function proposeAgain(transaction: Transaction<Tables>, agendaId: string, acceptedRevision: number) {
  const accepted = await transaction
    .selectFrom('agenda_proposals')
    .select(['id', 'revision'])
    .where('agenda_id', '=', agendaId)
    .where('accepted_revision', '=', acceptedRevision)
    .execute();
  for (const { id, revision } of accepted)
    await transaction
      .updateTable('agenda_proposals')
      .set({ state: 'proposed', revision: revision + 1, agenda_id: null, accepted_revision: null })
      .where('id', '=', id)
      .execute();
}

async function undo(
  transaction: Transaction<Tables>,
  agendaId: string,
  revision: number,
  change: AgendaChange,
  intentsOf: (restored: Agenda) => Intents,
): Promise<Agenda> {
  const { forum_id } = await getForChange(transaction, agendaId, revision);
  const present = await getRevision(transaction, agendaId, revision);
  if (toAgenda(present.content, revision).publishedAt !== null)
    throw new AppError('conflict', 'a published agenda is not undone, it is withdrawn', {
      reply: storeReplies.agendaPublished,
    });
  if (present.basis_revision === null)
    throw new AppError('conflict', 'there is no change left to undo', { reply: storeReplies.nothingToUndo });
  const basis = await getRevision(transaction, agendaId, present.basis_revision);
  const restored = toAgenda(basis.content, revision + 1);
  const { source_revision, basis_revision } = basis;
  await putInForce(transaction, restored, change, { source_revision, basis_revision });
  await proposeAgain(transaction, agendaId, present.source_revision);
  await insertIntents(transaction, forum_id, intentsOf(restored), change.at);
  return restored;
}

/** @throws AppError as `AgendaStore.saveProposal`. */
async function saveProposal(
  transaction: Transaction<Tables>,
  proposal: AgendaProposal,
  accepted: { agenda_id: string; accepted_revision: number } | null,
): Promise<AgendaProposal> {
  const { id, forumId } = proposal;
  const known = await transaction
    .selectFrom('agenda_proposals')
    .select('revision')
    .where('id', '=', id)
    .executeTakeFirst();
  if ((known?.revision ?? 0) !== proposal.revision) throw known === undefined ? proposalNotFound() : changedSince();
  const saved: AgendaProposal = { ...proposal, revision: proposal.revision + 1 };
  const row = {
    state: saved.state,
    revision: saved.revision,
    content: JSON.stringify(saved),
    ...(accepted ?? { agenda_id: null, accepted_revision: null }),
  };
  if (known === undefined)
    await transaction
      .insertInto('agenda_proposals')
      .values({ id, forum_id: forumId, ...row })
      .execute();
  else await transaction.updateTable('agenda_proposals').set(row).where('id', '=', id).execute();
  return saved;
}

export function createAgendaStore(database: Kysely<Tables>): AgendaStore {
  const inTransaction = <T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> =>
    database.transaction().execute(work);

  const revisions = () =>
    database
      .selectFrom('agenda_revisions')
      .innerJoin('agendas', 'agendas.id', 'agenda_revisions.agenda_id')
      .select(['agenda_revisions.content', 'agenda_revisions.revision']);

  return {
    createAgenda: (agenda, change) =>
      inTransaction(async (transaction) => {
        const made: Agenda = { ...agenda, revision: 1 };
        await refuseSecondOnDate(transaction, made);
        const { id, forumId, date, state, revision } = made;
        await transaction.insertInto('agendas').values({ id, forum_id: forumId, date, state, revision }).execute();
        await insertRevision(transaction, made, change, { source_revision: 1, basis_revision: null });
        return made;
      }),

    saveAgenda: (agenda, change, intents) =>
      inTransaction((transaction) => saveChanged(transaction, agenda, change, intents)),

    undoChange: (agendaId, revision, change, intentsOf = () => noIntents) =>
      inTransaction((transaction) => undo(transaction, agendaId, revision, change, intentsOf)),

    async getAgenda(agendaId) {
      const row = await revisions()
        .where('agendas.id', '=', agendaId)
        .whereRef('agenda_revisions.revision', '=', 'agendas.revision')
        .executeTakeFirstOrThrow(agendaNotFound);
      return toAgenda(row.content, row.revision);
    },

    async getAgendaAt(agendaId, revision) {
      const row = await revisions()
        .where('agendas.id', '=', agendaId)
        .where('agenda_revisions.revision', '=', revision)
        .executeTakeFirstOrThrow(agendaNotFound);
      return toAgenda(row.content, row.revision);
    },

    async listAgendas(forumId, states) {
      const rows = await revisions()
        .where('agendas.forum_id', '=', forumId)
        .where('agendas.state', 'in', states)
        .whereRef('agenda_revisions.revision', '=', 'agendas.revision')
        .orderBy('agendas.date')
        .orderBy('agendas.id')
        .execute();
      return rows.map(({ content, revision }) => toAgenda(content, revision));
    },

    async listChanges(agendaId) {
      const rows = await database
        .selectFrom('agenda_revisions')
        .select(['revision', 'note', 'reason', 'by_tenant_id', 'by_object_id', 'changed_at'])
        .where('agenda_id', '=', agendaId)
        .orderBy('revision', 'desc')
        .execute();
      return rows.map((row) => ({
        revision: row.revision,
        note: row.note,
        reason: row.reason,
        by: toPersonKey(row),
        at: new Date(row.changed_at),
      }));
    },

    saveProposal: (proposal, intents, at) =>
      inTransaction(async (transaction) => {
        const saved = await saveProposal(transaction, proposal, null);
        await insertIntents(transaction, proposal.forumId, intents, at);
        return saved;
      }),

    acceptProposal: (proposal, agenda, change, intents) =>
      inTransaction(async (transaction) => {
        const changed = await saveChanged(transaction, agenda, change, intents);
        const saved = await saveProposal(
          transaction,
          { ...proposal, state: 'accepted' },
          { agenda_id: changed.id, accepted_revision: changed.revision },
        );
        return { proposal: saved, agenda: changed };
      }),

    async getProposal(proposalId) {
      const row = await database
        .selectFrom('agenda_proposals')
        .selectAll()
        .where('id', '=', proposalId)
        .executeTakeFirstOrThrow(proposalNotFound);
      return toProposal(row);
    },

    async listProposals(forumId, states) {
      const rows = await database
        .selectFrom('agenda_proposals')
        .selectAll()
        .where('forum_id', '=', forumId)
        .where('state', 'in', states)
        .orderBy('sequence')
        .execute();
      return rows.map(toProposal);
    },
  };
}
