import type { ExpressionBuilder, Kysely, Transaction } from 'kysely';
import { AppError } from '../domain/app-error.js';
import type { Department } from '../domain/department.js';
import type { Deputy, Membership } from '../domain/member.js';
import { intentsOfRegister } from '../domain/register-changed.js';
import { insertIntents } from './intents.js';
import { createKeptReads } from './kept-reads.js';
import { storeReplies } from './phrases.js';
import type { MemberStore, Register, RegisterChange } from './ports/members.js';
import { createRegisterGenerationReader } from './register-generation.js';
import type { DeputyRow, MembershipRow, Tables } from './tables.js';

/** Rows kept at most of what is asked of a register at every turn: some 300 KB. */
const keptRows = 1000;

const toMembership = (row: MembershipRow): Membership => ({
  id: row.id,
  forumId: row.forum_id,
  person: { tenantId: row.person_tenant_id, objectId: row.person_object_id },
  name: row.name,
  title: row.title,
  role: row.role,
  departmentId: row.department_id,
  from: row.first_day,
  to: row.last_day,
});

const toDeputy = (row: DeputyRow): Deputy => ({
  id: row.id,
  forumId: row.forum_id,
  principal: { tenantId: row.principal_tenant_id, objectId: row.principal_object_id },
  deputy: { tenantId: row.deputy_tenant_id, objectId: row.deputy_object_id },
  deputyName: row.deputy_name,
  from: row.first_day,
  to: row.last_day,
});

async function readDepartments(database: Kysely<Tables>, forumId: string): Promise<Department[]> {
  const departments = await database
    .selectFrom('departments')
    .select(['id', 'name'])
    .where('forum_id', '=', forumId)
    .orderBy('position')
    .execute();
  const aliases = await database
    .selectFrom('department_aliases')
    .selectAll()
    .where('forum_id', '=', forumId)
    .orderBy('position')
    .execute();
  return departments.map(({ id, name }) => ({
    id,
    forumId,
    name,
    aliases: aliases
      .filter(({ department_id }) => department_id === id)
      .map(({ body, first_day, last_day }) => ({ text: body, from: first_day, to: last_day })),
  }));
}

const membershipsOf = (database: Kysely<Tables>, forumId: string) =>
  database.selectFrom('memberships').selectAll().where('forum_id', '=', forumId).orderBy('position');

/** Rows that hold on an ISO date. */
const holdingOn =
  (on: string) =>
  ({ and, or, eb }: ExpressionBuilder<Tables, 'memberships' | 'deputies'>) =>
    and([eb('first_day', '<=', on), or([eb('last_day', 'is', null), eb('last_day', '>=', on)])]);

const deputiesOf = (database: Kysely<Tables>, forumId: string) =>
  database.selectFrom('deputies').selectAll().where('forum_id', '=', forumId).orderBy('position');

async function writeDepartments(transaction: Transaction<Tables>, departments: readonly Department[]): Promise<void> {
  for (const [position, { id, forumId, name, aliases }] of departments.entries()) {
    await transaction.insertInto('departments').values({ id, forum_id: forumId, position, name }).execute();
    for (const [place, { text, from, to }] of aliases.entries())
      await transaction
        .insertInto('department_aliases')
        .values({ forum_id: forumId, department_id: id, position: place, body: text, first_day: from, last_day: to })
        .execute();
  }
}

async function writeMemberships(transaction: Transaction<Tables>, memberships: readonly Membership[]): Promise<void> {
  for (const [position, { id, forumId, person, name, title, role, departmentId, from, to }] of memberships.entries())
    await transaction
      .insertInto('memberships')
      .values({
        id,
        forum_id: forumId,
        position,
        person_tenant_id: person.tenantId,
        person_object_id: person.objectId,
        name,
        title,
        role,
        department_id: departmentId,
        first_day: from,
        last_day: to,
      })
      .execute();
}

async function writeDeputies(transaction: Transaction<Tables>, deputies: readonly Deputy[]): Promise<void> {
  for (const [position, { id, forumId, principal, deputy, deputyName, from, to }] of deputies.entries())
    await transaction
      .insertInto('deputies')
      .values({
        id,
        forum_id: forumId,
        position,
        principal_tenant_id: principal.tenantId,
        principal_object_id: principal.objectId,
        deputy_tenant_id: deputy.tenantId,
        deputy_object_id: deputy.objectId,
        deputy_name: deputyName,
        first_day: from,
        last_day: to,
      })
      .execute();
}

const keepChange = (transaction: Transaction<Tables>, forumId: string, { note, by, at }: RegisterChange) =>
  transaction
    .insertInto('member_changes')
    .values({
      forum_id: forumId,
      changed_at: at.toISOString(),
      by_tenant_id: by?.tenantId ?? null,
      by_object_id: by?.objectId ?? null,
      note,
    })
    .execute();

async function readRevision(database: Kysely<Tables>, forumId: string): Promise<number> {
  const row = await database
    .selectFrom('registers')
    .select('revision')
    .where('forum_id', '=', forumId)
    .executeTakeFirst();
  return row?.revision ?? 0;
}

/** A row of one forum in the register of another would give rights there. */
function checkForum(forumId: string, { departments, memberships, deputies }: Register): void {
  if ([...departments, ...memberships, ...deputies].some((row) => row.forumId !== forumId))
    throw new AppError('invalid_input', 'a register holds rows of another forum');
}

export function createMemberStore(database: Kysely<Tables>): MemberStore {
  const keptReads = createKeptReads(createRegisterGenerationReader(database), keptRows);

  return {
    async getRegister(forumId) {
      return {
        departments: await readDepartments(database, forumId),
        memberships: (await membershipsOf(database, forumId).execute()).map(toMembership),
        deputies: (await deputiesOf(database, forumId).execute()).map(toDeputy),
      };
    },

    async getRegisterAt(forumId, revision) {
      if (revision === 0) return { departments: [], memberships: [], deputies: [] };
      const row = await database
        .selectFrom('register_versions')
        .select('content')
        .where('forum_id', '=', forumId)
        .where('revision', '=', revision)
        .executeTakeFirst();
      if (row === undefined)
        throw new AppError('not_found', 'the register has no such revision', { reply: storeReplies.registerNotFound });
      return JSON.parse(row.content) as Register;
    },

    saveRegister(forumId, register, basis, change) {
      return database.transaction().execute(async (transaction) => {
        checkForum(forumId, register);
        if ((await readRevision(transaction, forumId)) !== basis)
          throw new AppError('conflict', 'the register was changed meanwhile', { reply: storeReplies.registerChanged });
        const revision = basis + 1;
        for (const table of ['deputies', 'memberships', 'departments'] as const)
          await transaction.deleteFrom(table).where('forum_id', '=', forumId).execute();
        await writeDepartments(transaction, register.departments);
        await writeMemberships(transaction, register.memberships);
        await writeDeputies(transaction, register.deputies);
        await transaction
          .insertInto('registers')
          .values({ forum_id: forumId, revision, reader_tier: null })
          .onConflict((conflict) => conflict.column('forum_id').doUpdateSet({ revision }))
          .execute();
        await transaction
          .insertInto('register_versions')
          .values({ forum_id: forumId, revision, content: JSON.stringify(register) })
          .execute();
        await keepChange(transaction, forumId, change);
        await insertIntents(transaction, forumId, intentsOfRegister(forumId, revision, change.at), change.at);
        return revision;
      });
    },

    async registerRevision(forumId) {
      const [revision = 0] = await keptReads(['revision', forumId], async () => [
        await readRevision(database, forumId),
      ]);
      return revision;
    },

    findMemberships: ({ tenantId, objectId }, on) =>
      keptReads(['memberships of', tenantId, objectId, on], async () => {
        const rows = await database
          .selectFrom('memberships')
          .selectAll()
          .where('person_tenant_id', '=', tenantId)
          .where('person_object_id', '=', objectId)
          .where(holdingOn(on))
          .orderBy('forum_id')
          .orderBy('position')
          .execute();
        return rows.map(toMembership);
      }),

    findDeputies: ({ tenantId, objectId }, on) =>
      keptReads(['deputies of', tenantId, objectId, on], async () => {
        const rows = await database
          .selectFrom('deputies')
          .selectAll()
          .where('deputy_tenant_id', '=', tenantId)
          .where('deputy_object_id', '=', objectId)
          .where(holdingOn(on))
          .orderBy('forum_id')
          .orderBy('position')
          .execute();
        return rows.map(toDeputy);
      }),

    listMemberships: (forumId, on) =>
      keptReads(['memberships in', forumId, on], async () => {
        const rows = await membershipsOf(database, forumId).where(holdingOn(on)).execute();
        return rows.map(toMembership);
      }),

    listDeputies: (forumId) =>
      keptReads(['deputies in', forumId], async () => (await deputiesOf(database, forumId).execute()).map(toDeputy)),

    listDepartments: (forumId) => readDepartments(database, forumId),

    async getReaderTier(forumId) {
      const [tier] = await keptReads(['tier', forumId], () =>
        database.selectFrom('registers').select('reader_tier').where('forum_id', '=', forumId).execute(),
      );
      return tier?.reader_tier ?? null;
    },

    setReaderTier: (forumId, tier, change) =>
      database.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('registers')
          .values({ forum_id: forumId, revision: 0, reader_tier: tier })
          .onConflict((conflict) => conflict.column('forum_id').doUpdateSet({ reader_tier: tier }))
          .execute();
        await keepChange(transaction, forumId, change);
      }),

    async listRegisterChanges(forumId, limit) {
      const rows = await database
        .selectFrom('member_changes')
        .selectAll()
        .where('forum_id', '=', forumId)
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ note, by_tenant_id, by_object_id, changed_at }) => ({
        note,
        by: by_tenant_id === null || by_object_id === null ? null : { tenantId: by_tenant_id, objectId: by_object_id },
        at: new Date(changed_at),
      }));
    },
  };
}
