import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { AppError } from '../domain/app-error.js';
import { forumOfRound, insertNote, roundNotFound } from './input-notes.js';
import { type InputRoundRow, toAnswer } from './input-rows.js';
import { insertIntents } from './intents.js';
import { storeReplies } from './phrases.js';
import type { AnswerToSave, InputStore, SavedAnswer } from './ports.js';
import type { Tables } from './tables.js';

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

/** What was answered, version by version. */
export const createInputAnswers = (
  database: Kysely<Tables>,
): Pick<InputStore, 'saveAnswers' | 'decideLate' | 'listAnswers'> => ({
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
});
