import type { Migration } from './migration.js';

/**
 * What is to be sent and done, what became of it, and what was received already.
 *
 * Rows hold recipes, not texts: the payload is ids. They outlive their sending by 13 months, so that no occurrence is
 * sent twice within a year. `fence` grows with every take and every verdict of a person; a holder with an older one
 * writes nothing. `message_slots` says where the message stands that a slot's refreshes change. `send_pace` holds, for
 * each limit, the instant (in ms) up to which its allowance is spent.
 */
export const outbox: Migration = {
  name: '0006-outbox',
  statements: [
    `create table outgoing_messages (
      sequence integer primary key,
      id text not null unique,
      forum_id text not null references forums (id),
      key text not null,
      kind text not null,
      recipient_kind text not null check (recipient_kind in ('forum_channel', 'person')),
      tenant_id text,
      object_id text,
      conversation text not null,
      payload text not null,
      action text not null check (action in ('create', 'refresh')),
      slot text,
      in_thread_of text,
      series text,
      at_any_hour integer not null check (at_any_hour in (0, 1)),
      due_at text not null,
      drop_after text,
      not_before text,
      state text not null check (state in
        ('waiting', 'sending', 'sent', 'uncertain', 'blocked', 'not_installed', 'not_found', 'failed', 'dropped')),
      attempts integer not null,
      note text,
      is_withdrawn integer not null check (is_withdrawn in (0, 1)),
      is_update integer not null check (is_update in (0, 1)),
      fence integer not null,
      holder text,
      lease_until text,
      told_in text,
      created_at text not null,
      settled_at text,
      unique (forum_id, key),
      check ((recipient_kind = 'person') = (object_id is not null and tenant_id is not null))
    ) strict`,
    "create index messages_to_send on outgoing_messages (due_at, sequence) where state = 'waiting'",
    "create index messages_being_sent on outgoing_messages (lease_until) where state = 'sending'",
    `create index messages_in_trouble on outgoing_messages (forum_id, state, settled_at)
      where state in ('uncertain', 'blocked', 'not_installed', 'not_found', 'failed', 'dropped')`,
    "create index messages_of_slot on outgoing_messages (slot, state) where state in ('waiting', 'sending', 'uncertain')",
    "create index messages_of_series on outgoing_messages (series) where state = 'waiting' and series is not null",
    'create index messages_by_age on outgoing_messages (settled_at) where settled_at is not null',
    'create index messages_by_notice on outgoing_messages (told_in) where told_in is not null',
    `create table message_slots (
      slot text primary key,
      forum_id text not null references forums (id),
      conversation_id text not null,
      activity_id text not null,
      touched_at text not null,
      failed_updates integer not null
    ) strict`,
    `create table send_pace (
      name text primary key,
      spent_until integer not null
    ) strict`,
    `create table jobs (
      sequence integer primary key,
      id text not null unique,
      forum_id text not null references forums (id),
      key text not null,
      kind text not null,
      payload text not null,
      series text,
      due_at text not null,
      drop_after text,
      not_before text,
      state text not null check (state in ('waiting', 'done', 'failed', 'dropped')),
      attempts integer not null,
      note text,
      is_withdrawn integer not null check (is_withdrawn in (0, 1)),
      fence integer not null,
      holder text,
      lease_until text,
      created_at text not null,
      settled_at text,
      unique (forum_id, key)
    ) strict`,
    "create index jobs_to_do on jobs (due_at, sequence) where state = 'waiting'",
    'create index jobs_of_series on jobs (series, due_at) where series is not null',
    'create index jobs_by_age on jobs (settled_at) where settled_at is not null',
    `create table inbound_keys (
      key text primary key,
      begun_at text not null,
      reply text
    ) strict, without rowid`,
    'create index inbound_by_age on inbound_keys (begun_at)',
  ],
};
