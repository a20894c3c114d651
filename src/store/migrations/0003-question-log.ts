import type { Migration } from './migration.js';

/**
 * What was asked, what became of it, and what people said of the answers. No column says who: `message_key` is a
 * fingerprint by which feedback finds its question, and is emptied after a while.
 */
export const questionLog: Migration = {
  name: '0003-question-log',
  statements: [
    `create table asked_questions (
      id integer primary key,
      forum_id text not null references forums (id),
      asked_on text not null,
      question text not null,
      context text,
      status text not null check (status in ('answered', 'maybe', 'not_found')),
      cited text not null,
      message_key text
    ) strict`,
    'create index asked_questions_by_day on asked_questions (forum_id, asked_on)',
    'create index asked_questions_by_message on asked_questions (message_key) where message_key is not null',
    `create table question_feedback (
      id integer primary key,
      forum_id text not null references forums (id),
      question_id integer not null references asked_questions (id) on delete cascade,
      given_on text not null,
      reaction text not null check (reaction in ('like', 'dislike')),
      comment text
    ) strict`,
    'create index question_feedback_by_question on question_feedback (question_id)',
  ],
};
