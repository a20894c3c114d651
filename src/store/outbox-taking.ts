import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { MessageHandle } from '../domain/conversation-reference.js';
import type { MessageState } from '../domain/outgoing-message.js';
import { type NamedPace, spend } from './outbox-pace.js';
import type { OutgoingMessageRow } from './outbox-rows.js';
import { toOutgoingMessage, tooLate } from './outgoing-message-row.js';
import type { JobState, LeasedMessage, Paces, TakeMessagesOptions, TakeOptions } from './ports.js';
import type { Tables } from './tables.js';

/** How far ahead a try is ever put off; one that lies further is from before the clock was set back. */
export const longestDelayMs = 60 * 60 * 1000;

/** The instants a taking compares with, as they stand in the rows. */
export interface Moment {
  now: string;
  leaseUntil: string;
  /** A `not_before` beyond it is from before the clock was set back. */
  furthest: string;
}

export const momentOf = ({ now, leaseMs }: TakeOptions): Moment => ({
  now: now.toISOString(),
  leaseUntil: new Date(now.getTime() + leaseMs).toISOString(),
  furthest: new Date(now.getTime() + longestDelayMs).toISOString(),
});

/**
 * The row is in a state. Written into the statement: SQLite uses the indexes on the rows of one state only where it can read
 * it, and else looks through all that was sent in a year.
 */
export const isInState = (state: MessageState | JobState) => sql<boolean>`state = ${sql.lit(state)}`;

/** Nobody holds the row: its lease is over, or reaches further than one can, since the clock was set back. */
export const isFree = ({ now, leaseUntil }: Moment) =>
  sql<boolean>`(lease_until is null or lease_until <= ${now} or lease_until > ${leaseUntil})`;

/** The row's time has come. */
export const isDue = ({ now, furthest }: Moment) =>
  sql<boolean>`(due_at <= ${now} and (not_before is null or not_before <= ${now} or not_before > ${furthest}))`;

/** Nobody is disturbed by it who is not at work. */
export const mayDisturb = (arePeopleAtWork: boolean) =>
  arePeopleAtWork ? sql<boolean>`1 = 1` : sql<boolean>`(recipient_kind = 'forum_channel' or at_any_hour = 1)`;

/** Drops what waited too long, and of a series all that is due but the latest. */
export async function dropPointless(
  transaction: Transaction<Tables>,
  table: 'outgoing_messages' | 'jobs',
  moment: Moment,
): Promise<void> {
  const drop = (note: string) =>
    transaction
      .updateTable(table)
      .set({ state: 'dropped', note, settled_at: moment.now, holder: null, lease_until: null })
      .where(isInState('waiting'))
      .where(isFree(moment));
  await drop(tooLate).where('drop_after', '<', moment.now).execute();
  await drop('a later one of its series is due')
    .where('due_at', '<=', moment.now)
    .where('series', 'is not', null)
    .where(
      sql<boolean>`exists (
        select 1 from ${sql.table(table)} as later
        where later.series = ${sql.ref(`${table}.series`)} and later.state = 'waiting' and later.due_at <= ${moment.now}
          and (later.due_at, later.sequence) > (${sql.ref(`${table}.due_at`)}, ${sql.ref(`${table}.sequence`)}))`,
    )
    .execute();
}

/** What was being handed over when its holder disappeared. */
async function giveUpLost(transaction: Transaction<Tables>, moment: Moment): Promise<void> {
  const lost = () => transaction.updateTable('outgoing_messages').where(isInState('sending')).where(isFree(moment));
  await lost()
    .where('is_update', '=', 1)
    .set({
      state: 'waiting',
      note: 'its sender disappeared while it changed a message',
      holder: null,
      lease_until: null,
    })
    .execute();
  await lost()
    .set({ state: 'uncertain', note: 'its sender disappeared while it was handed over', settled_at: moment.now })
    .execute();
}

/** The oldest due message of every conversation in which nothing is under way. */
function listCandidates(
  transaction: Transaction<Tables>,
  moment: Moment,
  { limit, arePeopleAtWork }: TakeMessagesOptions,
  { refreshMs }: Paces,
) {
  const refreshedBefore = new Date(Date.parse(moment.now) - refreshMs).toISOString();
  return (
    transaction
      .with('busy', (query) =>
        query
          .selectFrom('outgoing_messages')
          .select('conversation')
          .where(isInState('sending'))
          .unionAll(
            query
              .selectFrom('outgoing_messages')
              .select('conversation')
              .where(isInState('waiting'))
              .where(({ or, and, not, eb }) =>
                or([
                  not(isFree(moment)),
                  // One that is to be tried again keeps its place.
                  and([eb('attempts', '>', 0), eb('due_at', '<=', moment.now), not(isDue(moment))]),
                ]),
              ),
          ),
      )
      .with('doubtful', (query) =>
        query
          .selectFrom('outgoing_messages')
          .select('slot')
          .where(isInState('uncertain'))
          .where('slot', 'is not', null),
      )
      .with('due', (query) =>
        query
          .selectFrom('outgoing_messages')
          .leftJoin('message_slots', 'message_slots.slot', 'outgoing_messages.slot')
          // Whole rows would be sorted; the few that are taken are read below.
          .select('outgoing_messages.sequence')
          .select(sql<number>`row_number() over (partition by conversation order by due_at, sequence)`.as('place'))
          .where(isInState('waiting'))
          .where(isDue(moment))
          .where(mayDisturb(arePeopleAtWork))
          .where(({ eb, selectFrom }) => eb('conversation', 'not in', selectFrom('busy').select('conversation')))
          .where(({ eb, or, and, selectFrom }) =>
            or([
              eb('action', '=', 'create'),
              and([
                eb('outgoing_messages.slot', 'not in', selectFrom('doubtful').select('doubtful.slot')),
                or([
                  eb('touched_at', 'is', null),
                  eb('touched_at', '<=', refreshedBefore),
                  eb('touched_at', '>', moment.now),
                ]),
              ]),
            ]),
          ),
      )
      .selectFrom('due')
      .innerJoin('outgoing_messages', 'outgoing_messages.sequence', 'due.sequence')
      .selectAll('outgoing_messages')
      .where('place', '=', 1)
      .orderBy('due_at')
      .orderBy('outgoing_messages.sequence')
      // More than are wanted, since a pace may hold some back.
      .limit(limit * 4)
      .execute()
  );
}

/** The limits a message counts against. What is late has no burst: people are not to find five messages at once. */
function pacesOf(row: Selectable<OutgoingMessageRow>, paces: Paces, now: Date): NamedPace[] {
  const isLate = now.getTime() - Date.parse(row.due_at) > paces.lateAfterMs;
  return [
    ...paces.conversation.map((pace, index) => ({
      ...pace,
      burst: isLate && index === 0 ? 1 : pace.burst,
      name: `${row.conversation}/${index}`,
    })),
    ...paces.overall.map((pace, index) => ({ ...pace, name: `overall/${index}` })),
  ];
}

async function findHandle(database: Kysely<Tables>, slot: string | null) {
  if (slot === null) return undefined;
  return database.selectFrom('message_slots').selectAll().where('slot', '=', slot).executeTakeFirst();
}

async function lease(
  transaction: Transaction<Tables>,
  row: Selectable<OutgoingMessageRow>,
  { holder, now, leaseMs }: TakeOptions,
): Promise<LeasedMessage> {
  const until = new Date(now.getTime() + leaseMs);
  const fence = row.fence + 1;
  await transaction
    .updateTable('outgoing_messages')
    .set({ fence, holder, lease_until: until.toISOString() })
    .where('id', '=', row.id)
    .execute();
  const toHandle = (found: { conversation_id: string; activity_id: string } | undefined): MessageHandle | null =>
    found === undefined ? null : { conversationId: found.conversation_id, activityId: found.activity_id };
  const own = row.action === 'refresh' ? await findHandle(transaction, row.slot) : undefined;
  return {
    ...toOutgoingMessage(row),
    lease: { holder, fence, until },
    handle: toHandle(own),
    failedUpdates: own?.failed_updates ?? 0,
    thread: toHandle(await findHandle(transaction, row.in_thread_of)),
  };
}

/** Takes due messages; see `OutboxStore.takeMessages`. */
export async function takeMessages(
  transaction: Transaction<Tables>,
  options: TakeMessagesOptions,
  paces: Paces,
): Promise<LeasedMessage[]> {
  const moment = momentOf(options);
  await giveUpLost(transaction, moment);
  await dropPointless(transaction, 'outgoing_messages', moment);
  const taken: LeasedMessage[] = [];
  for (const row of await listCandidates(transaction, moment, options, paces)) {
    if (taken.length === options.limit) break;
    if (await spend(transaction, pacesOf(row, paces, options.now), options.now))
      taken.push(await lease(transaction, row, options));
  }
  return taken;
}
