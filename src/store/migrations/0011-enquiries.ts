import type { Migration } from './migration.js';

/**
 * Questions sent on to the secretariat, with who asked and what was answered. `question_key` is the question without case,
 * marks and spaces: what is not taken back is there once a person and forum.
 */
export const enquiries: Migration = {
  name: '0011-enquiries',
  statements: [
    `create table enquiries (
      sequence integer primary key,
      id text not null unique,
      forum_id text not null references forums (id),
      access text not null check (access in ('open', 'closed')),
      asker_tenant_id text not null,
      asker_object_id text not null,
      asker_name text,
      question text not null,
      context text,
      question_key text not null,
      searched text not null,
      asked_at text not null,
      state text not null check (state in ('open', 'answered', 'taken_back')),
      answer text,
      answered_by_tenant_id text,
      answered_by_object_id text,
      answered_by_name text,
      answered_at text,
      is_worth_adding integer not null check (is_worth_adding in (0, 1)),
      check ((state = 'answered') = (answer is not null and answered_by_object_id is not null and answered_at is not null))
    ) strict`,
    `create unique index enquiries_once on enquiries (forum_id, asker_tenant_id, asker_object_id, question_key)
      where state <> 'taken_back'`,
    "create index enquiries_open on enquiries (forum_id) where state = 'open'",
    'create index enquiries_worth_adding on enquiries (forum_id) where is_worth_adding = 1',
    'create index enquiries_by_age on enquiries (asked_at)',
  ],
};
