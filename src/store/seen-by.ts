import type { ExpressionBuilder } from 'kysely';
import { type Audience, forumsSeenBy } from '../domain/access.js';
import type { Tables } from './tables.js';

/** A meeting's agenda is seen while there are no minutes. */
export const isSeen = ({ or, eb, not, exists, selectFrom }: ExpressionBuilder<Tables, 'meetings'>) =>
  or([
    eb('meetings.kind', '=', 'minutes'),
    not(
      exists(
        selectFrom('meetings as held')
          .select('held.id')
          .whereRef('held.forum_id', '=', 'meetings.forum_id')
          .whereRef('held.date', '=', 'meetings.date')
          .where('held.kind', '=', 'minutes'),
      ),
    ),
  ]);

/** Which items of the meetings chosen the audience may read. */
export const isItemSeenBy =
  (audience: Audience) =>
  ({ or, eb }: ExpressionBuilder<Tables, 'items' | 'meetings'>) =>
    or([eb('items.access', '=', 'open'), eb('meetings.forum_id', 'in', forumsSeenBy(audience, 'closed'))]);
