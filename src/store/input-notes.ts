import type { Kysely, Transaction } from 'kysely';
import { AppError } from '../domain/app-error.js';
import { toNote } from './input-rows.js';
import { storeReplies } from './phrases.js';
import type { InputStore, RoundNote } from './ports.js';
import type { Tables } from './tables.js';

export const roundNotFound = (): AppError =>
  new AppError('not_found', 'no such input round', { reply: storeReplies.roundNotFound });

export async function forumOfRound(transaction: Transaction<Tables>, roundId: string): Promise<string> {
  const row = await transaction
    .selectFrom('input_rounds')
    .select('forum_id')
    .where('id', '=', roundId)
    .executeTakeFirst();
  if (row === undefined) throw roundNotFound();
  return row.forum_id;
}

export async function insertNote(
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

export const createInputNotes = (database: Kysely<Tables>): Pick<InputStore, 'listNotes'> => ({
  async listNotes(roundId) {
    const rows = await database
      .selectFrom('input_notes')
      .selectAll()
      .where('round_id', '=', roundId)
      .orderBy('id', 'desc')
      .execute();
    return rows.map(toNote);
  },
});
