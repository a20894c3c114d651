import type { Migration } from './migration.js';

/**
 * Input rounds: what is asked of whom before a meeting, and every version of every answer. `card_handles` is what the
 * random handles on personal cards stand for.
 */
export const input: Migration = {
  name: '0008-input',
  statements: [
    `create table input_plans (
      agenda_id text primary key,
      forum_id text not null references forums (id),
      plan text not null,
      revision integer not null
    ) strict`,
    `create table input_rounds (
      id text primary key,
      forum_id text not null references forums (id),
      agenda_id text not null unique,
      state text not null check (state in ('open', 'closed')),
      visibility text not null check (visibility in ('secretariat', 'directors', 'forum_after_deadline')),
      naming text not null check (naming in ('person', 'department')),
      deadline_at text not null,
      opened_at text not null,
      closed_at text,
      remind_hours_before text not null,
      revision integer not null
    ) strict`,
    `create table input_requests (
      id text primary key,
      forum_id text not null references forums (id),
      round_id text not null references input_rounds (id) on delete cascade,
      position integer not null,
      entry_id text,
      access text not null check (access in ('open', 'closed')),
      spec text not null,
      is_withdrawn integer not null check (is_withdrawn in (0, 1))
    ) strict`,
    'create index input_requests_by_round on input_requests (round_id, position)',
    `create table input_respondents (
      id text primary key,
      forum_id text not null references forums (id),
      round_id text not null references input_rounds (id) on delete cascade,
      position integer not null,
      tenant_id text not null,
      object_id text not null,
      name text not null,
      title text,
      department_id text,
      department_name text,
      sees_closed integer not null check (sees_closed in (0, 1)),
      delegate_tenant_id text,
      delegate_object_id text,
      delegate_name text,
      remind_not_before text,
      has_left integer not null check (has_left in (0, 1))
    ) strict`,
    'create index input_respondents_by_round on input_respondents (round_id, position)',
    'create index input_respondents_by_person on input_respondents (tenant_id, object_id)',
    `create index input_respondents_by_delegate on input_respondents (delegate_tenant_id, delegate_object_id)
      where delegate_object_id is not null`,
    `create table input_answers (
      id text primary key,
      forum_id text not null references forums (id),
      request_id text not null references input_requests (id) on delete cascade,
      respondent_id text not null references input_respondents (id) on delete cascade,
      version integer not null,
      nonce text not null,
      value text,
      answered_by_tenant_id text not null,
      answered_by_object_id text not null,
      answered_by_name text not null,
      is_on_behalf integer not null check (is_on_behalf in (0, 1)),
      is_late integer not null check (is_late in (0, 1)),
      is_accepted integer not null check (is_accepted in (0, 1)),
      entry_revision integer not null,
      answered_at text not null,
      unique (request_id, respondent_id, version),
      unique (request_id, respondent_id, nonce)
    ) strict`,
    'create index input_answers_by_respondent on input_answers (respondent_id)',
    `create table card_handles (
      handle text primary key,
      forum_id text not null references forums (id),
      tenant_id text not null,
      object_id text not null,
      purpose text not null,
      payload text not null,
      expires_at text not null,
      use_count integer not null
    ) strict`,
    'create index card_handles_by_expiry on card_handles (expires_at)',
  ],
};
