import type { Kysely } from 'kysely';
import { AppError } from '../domain/app-error.js';
import type { ConversationReference } from '../domain/conversation-reference.js';
import { compileOnce, someText } from './compile-once.js';
import { storeReplies } from './phrases.js';
import type { ConversationStore } from './ports/members.js';
import type { BoundChannelRow, PersonalConversationRow, Tables } from './tables.js';

type ReferenceRow = Omit<BoundChannelRow, 'forum_id'>;

const toRow = ({ conversationId, tenantId, teamId, sdk }: ConversationReference): ReferenceRow => ({
  conversation_id: conversationId,
  tenant_id: tenantId,
  team_id: teamId,
  sdk_version: sdk.version,
  sdk_reference: sdk.reference,
});

/** undefined for a row written in a form this program does not know: no way leads there until it is kept anew. */
function toReference(
  row: BoundChannelRow | PersonalConversationRow | undefined,
  kind: ConversationReference['kind'],
): ConversationReference | undefined {
  if (row?.sdk_version !== 1) return undefined;
  return {
    conversationId: row.conversation_id,
    tenantId: row.tenant_id,
    kind,
    teamId: row.team_id,
    sdk: { version: 1, reference: row.sdk_reference },
  };
}

function checkKind(reference: ConversationReference, kind: ConversationReference['kind']): void {
  if (reference.kind !== kind)
    throw new AppError('invalid_input', `a ${reference.kind} conversation cannot be kept as a ${kind} one`);
}

export function createConversationStore(database: Kysely<Tables>): ConversationStore {
  // Read at every turn.
  const readPersonal = compileOnce(
    database
      .selectFrom('personal_conversations')
      .selectAll()
      .where('person_tenant_id', '=', someText)
      .where('person_object_id', '=', someText),
  );

  return {
    async savePersonal({ tenantId, objectId }, reference) {
      checkKind(reference, 'personal');
      await database.transaction().execute((transaction) =>
        transaction
          .insertInto('personal_conversations')
          .values({ person_tenant_id: tenantId, person_object_id: objectId, ...toRow(reference) })
          .onConflict((conflict) =>
            conflict.columns(['person_tenant_id', 'person_object_id']).doUpdateSet(toRow(reference)),
          )
          .execute(),
      );
    },

    async findPersonal({ tenantId, objectId }) {
      const [row] = await readPersonal(database, tenantId, objectId);
      return toReference(row, 'personal');
    },

    async forgetPersonal({ tenantId, objectId }) {
      await database
        .transaction()
        .execute((transaction) =>
          transaction
            .deleteFrom('personal_conversations')
            .where('person_tenant_id', '=', tenantId)
            .where('person_object_id', '=', objectId)
            .execute(),
        );
    },

    async bindChannel(forumId, reference) {
      checkKind(reference, 'channel');
      await database.transaction().execute(async (transaction) => {
        const taken = await transaction
          .selectFrom('bound_channels')
          .select('forum_id')
          .where('conversation_id', '=', reference.conversationId)
          .where('forum_id', '!=', forumId)
          .executeTakeFirst();
        if (taken !== undefined)
          throw new AppError('conflict', 'the channel is bound to another forum', {
            reply: storeReplies.channelOfAnotherForum,
          });
        await transaction
          .insertInto('bound_channels')
          .values({ forum_id: forumId, ...toRow(reference) })
          .onConflict((conflict) => conflict.column('forum_id').doUpdateSet(toRow(reference)))
          .execute();
      });
    },

    async releaseChannel(forumId) {
      await database
        .transaction()
        .execute((transaction) => transaction.deleteFrom('bound_channels').where('forum_id', '=', forumId).execute());
    },

    async findChannel(forumId) {
      const row = await database
        .selectFrom('bound_channels')
        .selectAll()
        .where('forum_id', '=', forumId)
        .executeTakeFirst();
      return toReference(row, 'channel');
    },

    async findForumOf(conversationId) {
      const row = await database
        .selectFrom('bound_channels')
        .select('forum_id')
        .where('conversation_id', '=', conversationId)
        .executeTakeFirst();
      return row?.forum_id;
    },
  };
}
