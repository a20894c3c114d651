import type { Kysely, Transaction } from 'kysely';
import { AppError } from '../domain/app-error.js';
import { dayMs } from '../domain/durations.js';
import type { InputRequest, InputRound, Respondent } from '../domain/input.js';
import { noIntents } from '../domain/outgoing-message.js';
import { saveChanged } from './agendas.js';
import { forumOfRound, insertNote, roundNotFound } from './input-notes.js';
import { fromRequest, fromRespondent, fromRound, toFlag, toRequest, toRespondent, toRound } from './input-rows.js';
import { insertIntents } from './intents.js';
import { storeReplies } from './phrases.js';
import type { InputStore, RespondentChange } from './ports.js';
import type { Tables } from './tables.js';

const daysKeptInView = 365;

/** The place of the next row of a round. */
const nextPosition = (known: readonly { position: number }[]): number =>
  Math.max(-1, ...known.map(({ position }) => position)) + 1;

async function saveRequests(
  transaction: Transaction<Tables>,
  forumId: string,
  roundId: string,
  requests: readonly InputRequest[],
): Promise<void> {
  const known = await transaction
    .selectFrom('input_requests')
    .select(['id', 'position'])
    .where('round_id', '=', roundId)
    .execute();
  const positions = new Map(known.map(({ id, position }) => [id, position]));
  let next = nextPosition(known);
  for (const request of requests) {
    const position = positions.get(request.id) ?? next++;
    const { id, ...columns } = fromRequest({ ...request, roundId }, forumId, position);
    await transaction
      .insertInto('input_requests')
      .values({ id, ...columns })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(columns).where('input_requests.round_id', '=', roundId),
      )
      .execute();
  }
}

/** Those who are there already stay as they are: somebody else was quicker. */
async function addRespondents(
  transaction: Transaction<Tables>,
  forumId: string,
  roundId: string,
  respondents: readonly Respondent[],
): Promise<void> {
  const known = await transaction
    .selectFrom('input_respondents')
    .select('position')
    .where('round_id', '=', roundId)
    .execute();
  let next = nextPosition(known);
  for (const respondent of respondents)
    await transaction
      .insertInto('input_respondents')
      .values(fromRespondent({ ...respondent, roundId }, forumId, next++))
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
}

/** The columns of what is changed and no others. */
const columnsOf = ({ delegate, delegateBy, remindNotBefore, hasLeft, seesClosed }: RespondentChange) => ({
  ...(delegate !== undefined && {
    delegate_tenant_id: delegate?.person.tenantId ?? null,
    delegate_object_id: delegate?.person.objectId ?? null,
    delegate_name: delegate?.name ?? null,
  }),
  ...(delegateBy !== undefined && { delegate_by: delegateBy }),
  ...(remindNotBefore !== undefined && { remind_not_before: remindNotBefore?.toISOString() ?? null }),
  ...(hasLeft !== undefined && { has_left: toFlag(hasLeft) }),
  ...(seesClosed !== undefined && { sees_closed: toFlag(seesClosed) }),
});

async function replaceRound(transaction: Transaction<Tables>, round: InputRound): Promise<InputRound> {
  const next = { ...round, revision: round.revision + 1 };
  const { id, forum_id: _forum, agenda_id: _agenda, ...columns } = fromRound(next);
  const { numUpdatedRows } = await transaction
    .updateTable('input_rounds')
    .set(columns)
    .where('id', '=', id)
    .where('revision', '=', round.revision)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n)
    throw new AppError('conflict', 'the input round was changed by somebody else', {
      reply: storeReplies.roundChanged,
    });
  return next;
}

/** Rounds with what they ask and whom. */
export const createInputRounds = (
  database: Kysely<Tables>,
): Omit<
  InputStore,
  'findPlan' | 'savePlan' | 'undoPlan' | 'saveAnswers' | 'decideLate' | 'listAnswers' | 'listNotes'
> => ({
  openRound: ({ round, requests, respondents }, intents) =>
    database.transaction().execute(async (transaction) => {
      const { numInsertedOrUpdatedRows } = await transaction
        .insertInto('input_rounds')
        .values(fromRound(round))
        .onConflict((conflict) => conflict.column('agenda_id').doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows !== 1n)
        throw new AppError('conflict', 'the agenda has an input round already', { reply: storeReplies.roundExists });
      await saveRequests(transaction, round.forumId, round.id, requests);
      await addRespondents(transaction, round.forumId, round.id, respondents);
      await insertIntents(transaction, round.forumId, intents, round.openedAt);
    }),

  async getRound(roundId) {
    const row = await database.selectFrom('input_rounds').selectAll().where('id', '=', roundId).executeTakeFirst();
    if (row === undefined) throw roundNotFound();
    return toRound(row);
  },

  async findRoundOf(agendaId) {
    const row = await database
      .selectFrom('input_rounds')
      .selectAll()
      .where('agenda_id', '=', agendaId)
      .executeTakeFirst();
    return row === undefined ? undefined : toRound(row);
  },

  saveRound: (round, at, intents, note, agenda) =>
    database.transaction().execute(async (transaction) => {
      const next = await replaceRound(transaction, round);
      if (agenda !== undefined) await saveChanged(transaction, agenda.agenda, agenda.change, noIntents);
      await insertNote(transaction, round.forumId, round.id, note);
      await insertIntents(transaction, round.forumId, intents, at);
      return next;
    }),

  async listRequests(roundId) {
    const rows = await database
      .selectFrom('input_requests')
      .selectAll()
      .where('round_id', '=', roundId)
      .orderBy('position')
      .execute();
    return rows.map(toRequest);
  },

  saveRequests: (roundId, requests, at, intents) =>
    database.transaction().execute(async (transaction) => {
      const forumId = await forumOfRound(transaction, roundId);
      await saveRequests(transaction, forumId, roundId, requests);
      await insertIntents(transaction, forumId, intents, at);
    }),

  async listRespondents(roundId, respondentId) {
    let query = database
      .selectFrom('input_respondents')
      .selectAll()
      .where('round_id', '=', roundId)
      .orderBy('position');
    if (respondentId !== undefined) query = query.where('id', '=', respondentId);
    return (await query.execute()).map(toRespondent);
  },

  saveRespondents: (roundId, { joined = [], changed = [] }, at, intents, note) =>
    database.transaction().execute(async (transaction) => {
      const forumId = await forumOfRound(transaction, roundId);
      await addRespondents(transaction, forumId, roundId, joined);
      for (const change of changed)
        await transaction
          .updateTable('input_respondents')
          .set(columnsOf(change))
          .where('id', '=', change.id)
          .where('round_id', '=', roundId)
          .execute();
      await insertNote(transaction, forumId, roundId, note);
      await insertIntents(transaction, forumId, intents, at);
    }),

  async listRoundsOf(person, now) {
    const oldest = new Date(now.getTime() - daysKeptInView * dayMs).toISOString();
    const rows = await database
      .selectFrom('input_rounds')
      .selectAll('input_rounds')
      .where(({ exists, selectFrom, and, or, eb }) =>
        and([
          or([eb('state', '=', 'open'), eb('closed_at', '>', oldest)]),
          exists(
            selectFrom('input_respondents')
              .select('input_respondents.id')
              .whereRef('input_respondents.round_id', '=', 'input_rounds.id')
              .where((of) =>
                of.or([
                  of.and([of('tenant_id', '=', person.tenantId), of('object_id', '=', person.objectId)]),
                  of.and([
                    of('delegate_tenant_id', '=', person.tenantId),
                    of('delegate_object_id', '=', person.objectId),
                  ]),
                ]),
              ),
          ),
        ]),
      )
      .orderBy('deadline_at', 'desc')
      .execute();
    return rows.map(toRound);
  },
});
