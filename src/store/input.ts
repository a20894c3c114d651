import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { AppError } from '../domain/app-error.js';
import type { InputPlan } from '../domain/input.js';
import {
  fromRequest,
  fromRespondent,
  fromRound,
  type InputRoundRow,
  toAnswer,
  toNote,
  toRequest,
  toRespondent,
  toRound,
} from './input-rows.js';
import { insertIntents } from './intents.js';
import { storeReplies } from './phrases.js';
import type { AnswerToSave, InputStore, RoundNote, SavedAnswer } from './ports.js';
import type { Tables } from './tables.js';

const roundNotFound = (): AppError =>
  new AppError('not_found', 'no such input round', { reply: storeReplies.roundNotFound });

const daysKeptInView = 365;

async function forumOfRound(transaction: Transaction<Tables>, roundId: string): Promise<string> {
  const row = await transaction
    .selectFrom('input_rounds')
    .select('forum_id')
    .where('id', '=', roundId)
    .executeTakeFirst();
  if (row === undefined) throw roundNotFound();
  return row.forum_id;
}

async function insertNote(
  transaction: Transaction<Tables>,
  forumId: string,
  roundId: string,
  note: RoundNote | undefined,
): Promise<void> {
  if (note === undefined) return;
  await transaction
    .insertInto('input_notes')
    .values({
      forum_id: forumId,
      round_id: roundId,
      note: note.note,
      by_tenant_id: note.by?.tenantId ?? null,
      by_object_id: note.by?.objectId ?? null,
      by_name: note.byName,
      noted_at: note.at.toISOString(),
    })
    .execute();
}

const planChanged = (): AppError =>
  new AppError('conflict', 'the input plan was changed by somebody else', { reply: storeReplies.roundChanged });

/** Adds or replaces rows by id, those that are new after those that are there. */
async function saveByPosition<Row extends { id: string; position: number }>(
  known: readonly { id: string; position: number }[],
  rows: readonly Row[],
  save: (row: Row) => Promise<unknown>,
): Promise<void> {
  const positions = new Map(known.map(({ id, position }) => [id, position]));
  let next = Math.max(-1, ...positions.values()) + 1;
  for (const row of rows) await save({ ...row, position: positions.get(row.id) ?? next++ });
}

/** The round in which a respondent is asked a request, at the moment of answering. */
async function findAsked(
  transaction: Transaction<Tables>,
  { requestId, respondentId }: AnswerToSave,
): Promise<Pick<InputRoundRow, 'forum_id' | 'state' | 'deadline_at'>> {
  const asked = await transaction
    .selectFrom('input_requests')
    .innerJoin('input_rounds', 'input_rounds.id', 'input_requests.round_id')
    .innerJoin('input_respondents', 'input_respondents.round_id', 'input_rounds.id')
    .select(['input_rounds.forum_id', 'input_rounds.state', 'input_rounds.deadline_at'])
    .where('input_requests.id', '=', requestId)
    .where('input_respondents.id', '=', respondentId)
    .executeTakeFirst();
  if (asked === undefined) throw roundNotFound();
  return asked;
}

async function saveVersion(
  transaction: Transaction<Tables>,
  answer: AnswerToSave,
  asked: Pick<InputRoundRow, 'forum_id' | 'state' | 'deadline_at'>,
  at: Date,
): Promise<SavedAnswer> {
  const { requestId, respondentId, nonce } = answer;
  const versions = () =>
    transaction
      .selectFrom('input_answers')
      .selectAll()
      .where('request_id', '=', requestId)
      .where('respondent_id', '=', respondentId);
  const repeated = await versions().where('nonce', '=', nonce).executeTakeFirst();
  if (repeated !== undefined) return { answer: toAnswer(repeated), isRepeat: true };
  const newest = await versions().orderBy('version', 'desc').executeTakeFirst();
  const row = await transaction
    .insertInto('input_answers')
    .values({
      id: randomUUID(),
      forum_id: asked.forum_id,
      request_id: requestId,
      respondent_id: respondentId,
      version: (newest?.version ?? 0) + 1,
      nonce,
      value: answer.value === null ? null : JSON.stringify(answer.value),
      answered_by_tenant_id: answer.answeredBy.tenantId,
      answered_by_object_id: answer.answeredBy.objectId,
      answered_by_name: answer.answeredByName,
      is_on_behalf: answer.isOnBehalf ? 1 : 0,
      // Decided here, where the round cannot change under the answer.
      is_late: asked.state === 'closed' || at >= new Date(asked.deadline_at) ? 1 : 0,
      is_accepted: 0,
      entry_revision: answer.entryRevision,
      answered_at: at.toISOString(),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return { answer: toAnswer(row), isRepeat: false };
}

export function createInputStore(database: Kysely<Tables>): InputStore {
  const saveRequests = async (
    transaction: Transaction<Tables>,
    forumId: string,
    roundId: string,
    requests: Parameters<InputStore['saveRequests']>[1],
  ): Promise<void> => {
    const known = await transaction
      .selectFrom('input_requests')
      .select(['id', 'position'])
      .where('round_id', '=', roundId)
      .execute();
    const rows = requests.map((request) => fromRequest({ ...request, roundId }, forumId, 0));
    await saveByPosition(known, rows, ({ id, ...columns }) =>
      transaction
        .insertInto('input_requests')
        .values({ id, ...columns })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet(columns).where('input_requests.round_id', '=', roundId),
        )
        .execute(),
    );
  };

  const saveRespondents = async (
    transaction: Transaction<Tables>,
    forumId: string,
    roundId: string,
    respondents: Parameters<InputStore['saveRespondents']>[1],
  ): Promise<void> => {
    const known = await transaction
      .selectFrom('input_respondents')
      .select(['id', 'position'])
      .where('round_id', '=', roundId)
      .execute();
    const rows = respondents.map((respondent) => fromRespondent({ ...respondent, roundId }, forumId, 0));
    await saveByPosition(known, rows, ({ id, ...columns }) =>
      transaction
        .insertInto('input_respondents')
        .values({ id, ...columns })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet(columns).where('input_respondents.round_id', '=', roundId),
        )
        .execute(),
    );
  };

  return {
    async findPlan(agendaId) {
      const row = await database
        .selectFrom('input_plans')
        .select(['plan', 'revision'])
        .where('agenda_id', '=', agendaId)
        .executeTakeFirst();
      return row === undefined ? undefined : { ...(JSON.parse(row.plan) as InputPlan), revision: row.revision };
    },

    savePlan: (plan) =>
      database.transaction().execute(async (transaction) => {
        const next = { ...plan, revision: plan.revision + 1 };
        const columns = { plan: JSON.stringify(next), revision: next.revision };
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('input_plans')
          .values({ agenda_id: plan.agendaId, forum_id: plan.forumId, ...columns })
          .onConflict((conflict) =>
            conflict
              .column('agenda_id')
              .doUpdateSet(({ ref }) => ({ ...columns, before: ref('input_plans.plan') }))
              .where('input_plans.revision', '=', plan.revision),
          )
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows !== 1n) throw planChanged();
        return next;
      }),

    undoPlan: (agendaId, revision) =>
      database.transaction().execute(async (transaction) => {
        const row = await transaction
          .selectFrom('input_plans')
          .selectAll()
          .where('agenda_id', '=', agendaId)
          .executeTakeFirst();
        if (row === undefined || row.revision !== revision) throw planChanged();
        if (row.before === null)
          throw new AppError('conflict', 'the input plan has no change to undo', { reply: storeReplies.nothingToUndo });
        const restored = { ...(JSON.parse(row.before) as InputPlan), revision: revision + 1 };
        await transaction
          .updateTable('input_plans')
          .set({ plan: JSON.stringify(restored), revision: restored.revision, before: row.plan })
          .where('agenda_id', '=', agendaId)
          .execute();
        return restored;
      }),

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
        await saveRespondents(transaction, round.forumId, round.id, respondents);
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

    saveRound: (round, at, intents, note) =>
      database.transaction().execute(async (transaction) => {
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
        await insertNote(transaction, round.forumId, id, note);
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

    async listRespondents(roundId) {
      const rows = await database
        .selectFrom('input_respondents')
        .selectAll()
        .where('round_id', '=', roundId)
        .orderBy('position')
        .execute();
      return rows.map(toRespondent);
    },

    saveRespondents: (roundId, respondents, at, intents, note) =>
      database.transaction().execute(async (transaction) => {
        const forumId = await forumOfRound(transaction, roundId);
        await saveRespondents(transaction, forumId, roundId, respondents);
        await insertNote(transaction, forumId, roundId, note);
        await insertIntents(transaction, forumId, intents, at);
      }),

    async listRoundsOf(person, now) {
      const oldest = new Date(now.getTime() - daysKeptInView * 24 * 60 * 60 * 1000).toISOString();
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

    async saveAnswer(answer, at, intents) {
      const [saved] = await this.saveAnswers([answer], at, intents);
      if (saved === undefined) throw roundNotFound();
      return saved;
    },

    saveAnswers: (answers, at, intents) =>
      database.transaction().execute(async (transaction) => {
        const saved: SavedAnswer[] = [];
        let forumId: string | undefined;
        for (const answer of answers) {
          const asked = await findAsked(transaction, answer);
          const one = await saveVersion(transaction, answer, asked, at);
          saved.push(one);
          if (!one.isRepeat) forumId = asked.forum_id;
        }
        if (forumId !== undefined) await insertIntents(transaction, forumId, intents, at);
        return saved;
      }),

    decideLate: (roundId, answerId, verdict, note) =>
      database.transaction().execute(async (transaction) => {
        const forumId = await forumOfRound(transaction, roundId);
        const { numUpdatedRows } = await transaction
          .updateTable('input_answers')
          .set({ is_accepted: verdict === 'accepted' ? 1 : 0, is_set_aside: verdict === 'set_aside' ? 1 : 0 })
          .where('id', '=', answerId)
          .where('is_late', '=', 1)
          .where('request_id', 'in', (of) =>
            of.selectFrom('input_requests').select('input_requests.id').where('round_id', '=', roundId),
          )
          .executeTakeFirstOrThrow();
        if (numUpdatedRows !== 1n)
          throw new AppError('not_found', 'no such late answer', { reply: storeReplies.answerNotFound });
        await insertNote(transaction, forumId, roundId, note);
      }),

    async listNotes(roundId) {
      const rows = await database
        .selectFrom('input_notes')
        .selectAll()
        .where('round_id', '=', roundId)
        .orderBy('id', 'desc')
        .execute();
      return rows.map(toNote);
    },

    async listAnswers(roundId, respondentId) {
      let query = database
        .selectFrom('input_answers')
        .selectAll('input_answers')
        .innerJoin('input_requests', 'input_requests.id', 'input_answers.request_id')
        .where('input_requests.round_id', '=', roundId)
        .orderBy('input_answers.request_id')
        .orderBy('input_answers.respondent_id')
        .orderBy('input_answers.version');
      if (respondentId !== undefined) query = query.where('input_answers.respondent_id', '=', respondentId);
      return (await query.execute()).map(toAnswer);
    },

    async listVersions(requestId, respondentId) {
      const rows = await database
        .selectFrom('input_answers')
        .selectAll()
        .where('request_id', '=', requestId)
        .where('respondent_id', '=', respondentId)
        .orderBy('version')
        .execute();
      return rows.map(toAnswer);
    },
  };
}
