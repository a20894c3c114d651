import type { Migration } from './migration.js';

/** Minutes sent as a file until they are looked through, and files offered to persons until they are taken. */
export const files: Migration = {
  name: '0009-files',
  statements: [
    `create table pending_documents (
      id text primary key,
      forum_id text not null references forums (id),
      tenant_id text not null,
      object_id text not null,
      state text not null check (state in ('waiting', 'archived', 'taken_back', 'discarded')),
      file_name text not null,
      sha256 text not null,
      original blob not null,
      content text not null,
      content_sha256 text not null,
      meeting_id text,
      version integer,
      expires_at text not null
    ) strict`,
    'create index pending_documents_by_expiry on pending_documents (expires_at)',
    `create table offered_files (
      handle text primary key,
      tenant_id text not null,
      object_id text not null,
      name text not null,
      description text not null,
      bytes blob not null,
      expires_at text not null
    ) strict`,
    'create index offered_files_by_expiry on offered_files (expires_at)',
  ],
};
