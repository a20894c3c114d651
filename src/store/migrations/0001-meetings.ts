import type { Migration } from './migration.js';

const partOfItem = `
  forum_id text not null,
  meeting_id text not null,
  item_position integer not null,
  position integer not null,`;

const belongsToItem = `
  primary key (meeting_id, item_position, position),
  foreign key (meeting_id, item_position) references items (meeting_id, position) on delete cascade`;

/**
 * Forums, meetings and their documents. `documents` is the record: every version with its original bytes and the
 * document as it was read. The tables after it are drawn from the version in force, to be asked of.
 */
export const meetings: Migration = {
  name: '0001-meetings',
  statements: [
    `create table forums (
      id text primary key,
      tenant_id text not null,
      name text not null,
      unique (tenant_id, name)
    ) strict`,
    `create table meetings (
      id text primary key,
      forum_id text not null references forums (id),
      kind text not null,
      date text not null,
      version integer not null,
      start_time text,
      end_time text,
      place text,
      unique (forum_id, date, kind)
    ) strict`,
    `create table documents (
      forum_id text not null references forums (id),
      meeting_id text not null references meetings (id) on delete cascade,
      version integer not null,
      file_name text not null,
      sha256 text not null,
      imported_at text not null,
      closed_items text not null,
      content_sha256 text not null,
      content text not null,
      original blob not null,
      primary key (meeting_id, version)
    ) strict`,
    'create index documents_by_file_name on documents (forum_id, file_name)',
    `create table items (
      forum_id text not null,
      meeting_id text not null references meetings (id) on delete cascade,
      position integer not null,
      number integer not null,
      access text not null check (access in ('open', 'closed')),
      kind text not null,
      title text not null,
      topic text not null,
      case_number text,
      start_time text,
      end_time text,
      duration_minutes integer,
      proposer text,
      decision text,
      first_line integer not null,
      last_line integer not null,
      primary key (meeting_id, position)
    ) strict`,
    'create index items_by_access on items (meeting_id, access)',
    'create index items_by_case_number on items (forum_id, case_number) where case_number is not null',
    `create table sections (${partOfItem}
      kind text not null,
      heading text not null,
      body text not null,
      first_line integer not null,
      last_line integer not null,${belongsToItem}
    ) strict`,
    `create table recommendation_points (${partOfItem}
      body text not null,${belongsToItem}
    ) strict`,
    `create table outcomes (${partOfItem}
      code text not null,
      point integer,
      body text not null,${belongsToItem}
    ) strict`,
    `create table commitments (${partOfItem}
      body text not null,
      owner text,
      due_on text,
      due_text text,
      due_meeting text,
      inferred integer not null,${belongsToItem}
    ) strict`,
    'create index commitments_by_due on commitments (forum_id, due_on) where due_on is not null',
    `create table attachments (${partOfItem}
      title text not null,${belongsToItem}
    ) strict`,
    `create table persons (
      forum_id text not null,
      meeting_id text not null references meetings (id) on delete cascade,
      item_position integer,
      role text not null,
      position integer not null,
      name text not null,
      title text,
      foreign key (meeting_id, item_position) references items (meeting_id, position) on delete cascade
    ) strict`,
    'create index persons_by_meeting on persons (meeting_id, item_position)',
  ],
};
