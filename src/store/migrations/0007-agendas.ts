import type { Migration } from './migration.js';

/**
 * Agendas of coming meetings, and what chefs propose for them. `agendas` holds each as it stands; `agenda_revisions` every
 * state it ever had. `source_revision` is the change a row's content comes from (its own number, unless an undo put it
 * back), `basis_revision` the row that an undo of that change returns to.
 */
export const agendas: Migration = {
  name: '0007-agendas',
  statements: [
    `create table agendas (
      id text primary key,
      forum_id text not null references forums (id),
      date text not null,
      state text not null,
      revision integer not null
    ) strict`,
    `create unique index agendas_live on agendas (forum_id, date)
      where state not in ('withdrawn', 'cancelled', 'archived')`,
    'create index agendas_by_state on agendas (forum_id, state, date)',
    `create table agenda_revisions (
      forum_id text not null references forums (id),
      agenda_id text not null references agendas (id),
      revision integer not null,
      source_revision integer not null,
      basis_revision integer,
      content text not null,
      note text not null,
      reason text,
      by_tenant_id text,
      by_object_id text,
      changed_at text not null,
      primary key (agenda_id, revision)
    ) strict`,
    `create table agenda_proposals (
      sequence integer primary key,
      id text not null unique,
      forum_id text not null references forums (id),
      state text not null,
      revision integer not null,
      content text not null,
      agenda_id text references agendas (id),
      accepted_revision integer
    ) strict`,
    'create index agenda_proposals_by_state on agenda_proposals (forum_id, state)',
    'create index agenda_proposals_by_agenda on agenda_proposals (agenda_id) where agenda_id is not null',
  ],
};
