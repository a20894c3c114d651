import { compactEntries } from '../sqlite/compact-entries.js';
import type { Migration } from './migration.js';

/**
 * Terms come ready made and are split at blanks only, so every mark is part of a word: `00.13.00-a00-1-18` and
 * `dato:2023-04` stay whole. `ascii` leaves letters outside a–z as they are (`unicode61` would split at marks it
 * does not know). Case is the analysis' own affair.
 */
const tokenizer = `ascii tokenchars '!"#$%&()*+,-./:;<=>?@[\\]^_\`{|}~'''`;

/**
 * An index for each access: one for both would let closed text move the scores of open text. It says which entries hold a
 * term and no more; how often and where is read from the few entries that may answer.
 */
const indexFor = (access: 'open' | 'closed'): string[] => [
  `create virtual table search_${access} using fts5 (terms,
    content = '', detail = none, columnsize = 0, tokenize = "${tokenizer.replaceAll('"', '""')}")`,
  // Without this, words of deleted text can be read from the file until the index happens to be merged.
  `insert into search_${access} (search_${access}, rank) values ('secure-delete', 1)`,
];

const withoutTextOf = (access: 'open' | 'closed'): string[] => [
  ...['added', 'removed', 'retired', 'returned'].map((change) => `drop trigger search_${access}_${change}`),
  `drop table search_${access}`,
  `drop view search_${access}_content`,
];

/**
 * Search entries without text: their terms and words are numbers in a list of terms. Text took seven times the bytes, and
 * most of the time of a question went into reading it.
 */
export const compactSearchIndex: Migration = {
  name: '0004-compact-search-index',
  statements: [
    ...withoutTextOf('open'),
    ...withoutTextOf('closed'),
    'drop index search_entries_by_document',
    'drop index search_entries_in_force',
    'alter table search_entries rename to search_entries_in_full',
    // The number of a term is given in order of appearance, so that common ones are small.
    'create table search_terms (id integer primary key, term text not null unique) strict',
    `create table search_entries (
      id integer primary key,
      forum_id text not null,
      meeting_id text not null,
      version integer not null,
      in_force integer not null,
      item_number integer,
      access text not null check (access in ('open', 'closed')),
      title text not null,
      term_count integer not null,
      foreign key (meeting_id, version) references documents (meeting_id, version)
    ) strict`,
    'create index search_entries_by_document on search_entries (meeting_id, version)',
    // Apart, so that counting entries reads none of it.
    `create table search_entry_terms (
      id integer primary key references search_entries (id) on delete cascade,
      terms blob not null,
      words blob not null
    ) strict`,
    ...indexFor('open'),
    ...indexFor('closed'),
  ],
  rewrite: (database) => {
    compactEntries(database);
    database.exec('drop table search_entries_in_full');
  },
};
