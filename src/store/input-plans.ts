import type { Kysely } from 'kysely';
import { AppError } from '../domain/app-error.js';
import type { InputPlan } from '../domain/input.js';
import { storeReplies } from './phrases.js';
import type { InputStore } from './ports.js';
import type { Tables } from './tables.js';

const planChanged = (): AppError =>
  new AppError('conflict', 'the input plan was changed by somebody else', { reply: storeReplies.roundChanged });

/** What is to be asked about agendas. */
export const createInputPlans = (database: Kysely<Tables>): Pick<InputStore, 'findPlan' | 'savePlan' | 'undoPlan'> => ({
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
});
