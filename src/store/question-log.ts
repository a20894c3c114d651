import type { Kysely, Selectable, Transaction } from 'kysely';
import type { CitedItem, Feedback } from '../domain/asked-question.js';
import type { KeptQuestion, QuestionLog } from './ports.js';
import { quickTransaction } from './quick-transaction.js';
import type { AskedQuestionRow, Tables } from './tables.js';

type ForumsQuestions = Pick<AskedQuestionRow, 'forum_id'>;

async function removeOld(transaction: Transaction<Tables>, { forum_id }: ForumsQuestions, before: string) {
  const { numDeletedRows } = await transaction
    .deleteFrom('asked_questions')
    .where('forum_id', '=', forum_id)
    .where('asked_on', '<', before)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

const forgetMessages = (transaction: Transaction<Tables>, { forum_id }: ForumsQuestions, before: string) =>
  transaction
    .updateTable('asked_questions')
    .set({ message_key: null })
    .where('forum_id', '=', forum_id)
    .where('asked_on', '<', before)
    .where('message_key', 'is not', null)
    .execute();

/** By question, oldest first. */
async function listFeedback(database: Kysely<Tables>, forumId: string): Promise<Map<number, Feedback[]>> {
  const rows = await database
    .selectFrom('question_feedback')
    .select(['question_id', 'given_on', 'reaction', 'comment'])
    .where('forum_id', '=', forumId)
    .orderBy('id')
    .execute();
  const byQuestion = new Map<number, Feedback[]>();
  for (const { question_id, given_on, reaction, comment } of rows) {
    const given = byQuestion.get(question_id) ?? [];
    byQuestion.set(question_id, [...given, { givenOn: given_on, reaction, comment }]);
  }
  return byQuestion;
}

const told = ['id', 'asked_on', 'question', 'context', 'status', 'cited'] as const;

export function createQuestionLog(database: Kysely<Tables>): QuestionLog {
  const ofForum = (forumId: string) =>
    database.selectFrom('asked_questions').select(told).where('forum_id', '=', forumId);

  const toKept = async (
    forumId: string,
    rows: readonly Pick<Selectable<AskedQuestionRow>, (typeof told)[number]>[],
  ): Promise<KeptQuestion[]> => {
    const feedback = await listFeedback(database, forumId);
    return rows.map((row) => ({
      askedOn: row.asked_on,
      question: row.question,
      context: row.context,
      status: row.status,
      cited: JSON.parse(row.cited) as CitedItem[],
      feedback: feedback.get(row.id) ?? [],
    }));
  };

  return {
    keepQuestion: (question, { removeBefore, forgetMessagesBefore }) =>
      quickTransaction(database, async (transaction) => {
        const ofForum = { forum_id: question.forumId };
        const removed = await removeOld(transaction, ofForum, removeBefore);
        await forgetMessages(transaction, ofForum, forgetMessagesBefore);
        await transaction
          .insertInto('asked_questions')
          .values({
            ...ofForum,
            asked_on: question.askedOn,
            question: question.question,
            context: question.context,
            status: question.status,
            cited: JSON.stringify(question.cited),
            message_key: question.messageKey,
          })
          .execute();
        return { removed };
      }),

    keepFeedback: ({ messageKey, givenOn, reaction, comment, replaces }) =>
      database.transaction().execute(async (transaction) => {
        const question = await transaction
          .selectFrom('asked_questions')
          .select(['id', 'forum_id'])
          .where('message_key', '=', messageKey)
          .orderBy('id', 'desc')
          .executeTakeFirst();
        if (question === undefined) return undefined;
        if (replaces !== null)
          await transaction
            .deleteFrom('question_feedback')
            .where('question_id', '=', question.id)
            .where('id', '=', Number(replaces))
            .execute();
        const { id } = await transaction
          .insertInto('question_feedback')
          .values({ forum_id: question.forum_id, question_id: question.id, given_on: givenOn, reaction, comment })
          .returning('id')
          .executeTakeFirstOrThrow();
        return String(id);
      }),

    async listQuestions(forumId) {
      return toKept(forumId, await ofForum(forumId).orderBy('id').execute());
    },

    async listUnanswered(forumId, since) {
      let query = ofForum(forumId)
        .where(({ or, eb, exists, selectFrom }) =>
          or([
            eb('status', '=', 'not_found'),
            exists(
              selectFrom('question_feedback')
                .select('question_feedback.id')
                .whereRef('question_feedback.question_id', '=', 'asked_questions.id')
                .where('reaction', '=', 'dislike'),
            ),
          ]),
        )
        .orderBy('asked_on', 'desc')
        .orderBy('id', 'desc');
      if (since !== undefined) query = query.where('asked_on', '>=', since);
      return toKept(forumId, await query.execute());
    },
  };
}
