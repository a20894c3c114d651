import type { Migration } from './migration.js';

const place = (name: string): string => `${name}_tenant_id text not null, ${name}_object_id text not null,`;

const reference = `
  conversation_id text not null,
  tenant_id text not null,
  team_id text,
  sdk_version integer not null,
  sdk_reference text not null`;

/**
 * Who belongs to which forum, and the ways to write to people and channels. The register of a forum is replaced as a
 * whole; every version of it is kept, with who made it, since it decides who may read what.
 */
export const members: Migration = {
  name: '0005-members',
  statements: [
    `create table registers (
      forum_id text primary key references forums (id),
      revision integer not null,
      reader_tier text check (reader_tier in ('members', 'directors', 'named_readers', 'tenant'))
    ) strict`,
    `create table register_versions (
      forum_id text not null references forums (id),
      revision integer not null,
      content text not null,
      primary key (forum_id, revision)
    ) strict`,
    `create table member_changes (
      id integer primary key,
      forum_id text not null references forums (id),
      changed_at text not null,
      by_tenant_id text,
      by_object_id text,
      note text not null
    ) strict`,
    'create index member_changes_by_forum on member_changes (forum_id, id)',
    `create table departments (
      id text primary key,
      forum_id text not null references forums (id),
      position integer not null,
      name text not null
    ) strict`,
    'create index departments_by_forum on departments (forum_id, position)',
    `create table department_aliases (
      forum_id text not null references forums (id),
      department_id text not null references departments (id) on delete cascade,
      position integer not null,
      body text not null,
      first_day text,
      last_day text,
      primary key (department_id, position)
    ) strict`,
    `create table memberships (
      id text primary key,
      forum_id text not null references forums (id),
      position integer not null,
      ${place('person')}
      name text not null,
      title text,
      role text not null check (role in ('chair', 'director', 'department_head', 'secretary', 'reader')),
      department_id text references departments (id),
      first_day text not null,
      last_day text
    ) strict`,
    'create index memberships_by_forum on memberships (forum_id, position)',
    'create index memberships_by_person on memberships (person_tenant_id, person_object_id)',
    'create index memberships_by_department on memberships (department_id) where department_id is not null',
    `create table deputies (
      id text primary key,
      forum_id text not null references forums (id),
      position integer not null,
      ${place('principal')}
      ${place('deputy')}
      deputy_name text not null,
      first_day text not null,
      last_day text
    ) strict`,
    'create index deputies_by_forum on deputies (forum_id, position)',
    'create index deputies_by_person on deputies (deputy_tenant_id, deputy_object_id)',
    // A person is one of their tenant, not of a forum: one way leads to them, whatever forum writes.
    `create table personal_conversations (
      person_tenant_id text not null,
      person_object_id text not null,${reference},
      primary key (person_tenant_id, person_object_id)
    ) strict`,
    `create table bound_channels (
      forum_id text primary key references forums (id),${reference},
      unique (conversation_id)
    ) strict`,
  ],
};
