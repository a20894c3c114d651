import type { Migration } from './migration.js';

/**
 * What was done to rounds and plans, and by whom: the plan before the one in force, late answers set aside, the notes of a
 * round. `deletions` says what is to be deleted for its age, since when that is known to the secretary, and what came of it.
 */
export const inputHistory: Migration = {
  name: '0010-input-history',
  statements: [
    'alter table input_plans add column before text',
    `alter table input_answers add column is_set_aside integer not null default 0
      check (is_set_aside in (0, 1) and not (is_set_aside = 1 and is_accepted = 1))`,
    `create table input_notes (
      id integer primary key,
      forum_id text not null references forums (id),
      round_id text not null references input_rounds (id) on delete cascade,
      note text not null,
      by_tenant_id text,
      by_object_id text,
      by_name text,
      noted_at text not null
    ) strict`,
    'create index input_notes_by_round on input_notes (round_id)',
    `create table deletions (
      kind text not null check (kind in ('input', 'draft')),
      agenda_id text not null,
      forum_id text not null references forums (id),
      notice_id text not null,
      forum_name text not null,
      date text not null,
      announced_at text not null,
      delete_at text not null,
      state text not null check (state in ('announced', 'kept', 'deleted')),
      settled_by_name text,
      settled_at text,
      primary key (kind, agenda_id)
    ) strict`,
    'create index deletions_by_notice on deletions (notice_id)',
  ],
};
