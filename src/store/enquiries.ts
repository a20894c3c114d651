import type { Kysely, Transaction } from 'kysely';
import { forumsSeenBy } from '../domain/access.js';
import { AppError } from '../domain/app-error.js';
import type { Enquiry } from '../domain/enquiry.js';
import { newId } from '../domain/new-id.js';
import type { PersonKey } from '../domain/person-key.js';
import { insertIntents } from './intents.js';
import { storeReplies } from './phrases.js';
import type { EnquiryStore, EnquiryToAsk } from './ports.js';
import type { Tables } from './tables.js';

export interface EnquiryRow {
  id: string;
  forum_id: string;
  access: Enquiry['access'];
  asker_tenant_id: string;
  asker_object_id: string;
  asker_name: string | null;
  question: string;
  context: string | null;
  question_key: string;
  /** JSON. */
  searched: string;
  asked_at: string;
  state: Enquiry['state'];
  answer: string | null;
  answered_by_tenant_id: string | null;
  answered_by_object_id: string | null;
  answered_by_name: string | null;
  answered_at: string | null;
  is_worth_adding: number;
}

const columns = [
  'id',
  'forum_id',
  'access',
  'asker_tenant_id',
  'asker_object_id',
  'asker_name',
  'question',
  'context',
  'question_key',
  'searched',
  'asked_at',
  'state',
  'answer',
  'answered_by_tenant_id',
  'answered_by_object_id',
  'answered_by_name',
  'answered_at',
  'is_worth_adding',
] as const satisfies readonly (keyof EnquiryRow)[];

const answerOf = (row: EnquiryRow): Enquiry['answer'] =>
  row.answer === null ||
  row.answered_at === null ||
  row.answered_by_tenant_id === null ||
  row.answered_by_object_id === null
    ? null
    : {
        text: row.answer,
        by: {
          person: { tenantId: row.answered_by_tenant_id, objectId: row.answered_by_object_id },
          name: row.answered_by_name,
        },
        at: new Date(row.answered_at),
      };

const toEnquiry = (row: EnquiryRow): Enquiry => ({
  id: row.id,
  forumId: row.forum_id,
  access: row.access,
  asker: { person: { tenantId: row.asker_tenant_id, objectId: row.asker_object_id }, name: row.asker_name },
  question: row.question,
  context: row.context,
  searched: JSON.parse(row.searched) as Enquiry['searched'],
  askedAt: new Date(row.asked_at),
  state: row.state,
  answer: answerOf(row),
  isWorthAdding: row.is_worth_adding === 1,
});

const notFound = (): AppError => new AppError('not_found', 'no such enquiry', { reply: storeReplies.enquiryNotFound });

async function getById(database: Kysely<Tables>, id: string): Promise<Enquiry> {
  const query = database.selectFrom('enquiries').select(columns).where('id', '=', id);
  return toEnquiry(await query.executeTakeFirstOrThrow(notFound));
}

async function findSame(
  transaction: Transaction<Tables>,
  asked: EnquiryToAsk,
  { tenantId, objectId }: PersonKey,
): Promise<Enquiry | undefined> {
  const row = await transaction
    .selectFrom('enquiries')
    .select(columns)
    .where('forum_id', '=', asked.forumId)
    .where('asker_tenant_id', '=', tenantId)
    .where('asker_object_id', '=', objectId)
    .where('question_key', '=', asked.questionKey)
    .where('state', '!=', 'taken_back')
    .executeTakeFirst();
  return row === undefined ? undefined : toEnquiry(row);
}

async function countOpen(transaction: Transaction<Tables>, { tenantId, objectId }: PersonKey): Promise<number> {
  const { open } = await transaction
    .selectFrom('enquiries')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('asker_tenant_id', '=', tenantId)
    .where('asker_object_id', '=', objectId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return Number(open);
}

export function createEnquiryStore(database: Kysely<Tables>): EnquiryStore {
  const inTransaction = <T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> =>
    database.transaction().execute(work);

  return {
    ask: (asked, mostOpen, intentsOf) =>
      inTransaction(async (transaction) => {
        const { questionKey, ...told } = asked;
        const { person, name } = told.asker;
        const same = await findSame(transaction, asked, person);
        if (same !== undefined) return { enquiry: same, isNew: false };
        if ((await countOpen(transaction, person)) >= mostOpen) return undefined;
        const enquiry: Enquiry = {
          ...told,
          id: newId(),
          state: 'open',
          answer: null,
          isWorthAdding: false,
        };
        await transaction
          .insertInto('enquiries')
          .values({
            id: enquiry.id,
            forum_id: asked.forumId,
            access: asked.access,
            asker_tenant_id: person.tenantId,
            asker_object_id: person.objectId,
            asker_name: name,
            question: asked.question,
            context: asked.context,
            question_key: questionKey,
            searched: JSON.stringify(asked.searched),
            asked_at: asked.askedAt.toISOString(),
            state: 'open',
            answer: null,
            answered_by_tenant_id: null,
            answered_by_object_id: null,
            answered_by_name: null,
            answered_at: null,
            is_worth_adding: 0,
          })
          .execute();
        await insertIntents(transaction, asked.forumId, intentsOf(enquiry), asked.askedAt);
        return { enquiry, isNew: true };
      }),

    getEnquiry: (id) => getById(database, id),

    answer: (id, { text, by, at }, isWorthAdding, intents) =>
      inTransaction(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('enquiries')
          .set({
            state: 'answered',
            answer: text,
            answered_by_tenant_id: by.person.tenantId,
            answered_by_object_id: by.person.objectId,
            answered_by_name: by.name,
            answered_at: at.toISOString(),
            is_worth_adding: isWorthAdding ? 1 : 0,
          })
          .where('id', '=', id)
          .where('state', '=', 'open')
          .executeTakeFirstOrThrow();
        const enquiry = await getById(transaction, id);
        const isFirst = numUpdatedRows === 1n;
        if (isFirst) await insertIntents(transaction, enquiry.forumId, intents, at);
        return { enquiry, isFirst };
      }),

    takeBack: (id, { tenantId, objectId }, intents, now) =>
      inTransaction(async (transaction) => {
        const enquiry = await getById(transaction, id);
        const { person } = enquiry.asker;
        if (person.tenantId !== tenantId || person.objectId !== objectId) throw notFound();
        if (enquiry.state !== 'open') return enquiry;
        await transaction.updateTable('enquiries').set({ state: 'taken_back' }).where('id', '=', id).execute();
        await insertIntents(transaction, enquiry.forumId, intents, now);
        return { ...enquiry, state: 'taken_back' };
      }),

    mark: (id, isWorthAdding) =>
      inTransaction(async (transaction) => {
        await transaction
          .updateTable('enquiries')
          .set({ is_worth_adding: isWorthAdding ? 1 : 0 })
          .where('id', '=', id)
          .execute();
        return await getById(transaction, id);
      }),

    async listEnquiries(forumId) {
      const query = database.selectFrom('enquiries').select(columns).where('forum_id', '=', forumId);
      return (await query.orderBy('sequence').execute()).map(toEnquiry);
    },

    async listOpen(forumId) {
      const rows = await database
        .selectFrom('enquiries')
        .select(columns)
        .where('forum_id', '=', forumId)
        .where('state', '=', 'open')
        .orderBy('sequence')
        .execute();
      return rows.map(toEnquiry);
    },

    async listWorthAdding(audience, since) {
      let query = database
        .selectFrom('enquiries')
        .select(columns)
        .where('is_worth_adding', '=', 1)
        .where(({ and, or, eb }) =>
          or(
            (['open', 'closed'] as const).map((access) =>
              and([eb('access', '=', access), eb('forum_id', 'in', forumsSeenBy(audience, access))]),
            ),
          ),
        )
        .orderBy('sequence', 'desc');
      if (since !== undefined) query = query.where('asked_at', '>=', since.toISOString());
      return (await query.execute()).map(toEnquiry);
    },

    removeBefore: (askedBefore) =>
      inTransaction(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('enquiries')
          .where('asked_at', '<', askedBefore.toISOString())
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      }),
  };
}
