import { searchFields } from '../../domain/search-entry.js';
import type { Migration } from './migration.js';

const columns = searchFields.map((field) => `"${field}"`).join(', ');
const valuesOf = (row: 'old' | 'new'): string => searchFields.map((field) => `${row}."${field}"`).join(', ');

/**
 * Terms come ready made and are split at blanks only, so every mark is part of a word: `00.13.00-a00-1-18` and
 * `dato:2023-04` stay whole. `ascii` leaves letters outside a–z as they are (`unicode61` would split at marks it
 * does not know). Case is the analysis' own affair.
 */
const tokenizer = `ascii tokenchars '!"#$%&()*+,-./:;<=>?@[\\]^_\`{|}~'''`;

const putIn = (access: string): string => `
  insert into search_${access} (rowid, ${columns}) values (new.id, ${valuesOf('new')});
  insert into search_words_${access} (forum_id, word, entry_count)
    select new.forum_id, value, 1 from json_each(new.words) where true
    on conflict do update set entry_count = entry_count + 1;`;

const takeOut = (access: string): string => `
  insert into search_${access} (search_${access}, rowid, ${columns}) values ('delete', old.id, ${valuesOf('old')});
  update search_words_${access} set entry_count = entry_count - 1
    where forum_id = old.forum_id and word in (select value from json_each(old.words));
  delete from search_words_${access}
    where forum_id = old.forum_id and word in (select value from json_each(old.words)) and entry_count <= 0;`;

/**
 * An index and a table of words for each access. One index for both would let closed text move the scores of open
 * text, and its words be guessed from spelling repair. The index keeps no text of its own: it reads the entries in
 * force through a view, and triggers keep it in step.
 */
const tablesFor = (access: 'open' | 'closed'): string[] => [
  `create view search_${access}_content as
    select id, ${columns} from search_entries where in_force = 1 and access = '${access}'`,
  `create virtual table search_${access} using fts5 (${columns},
    content = 'search_${access}_content', content_rowid = 'id', detail = full, tokenize = "${tokenizer.replaceAll('"', '""')}")`,
  // Without this, words of deleted text can be read from the file until the index happens to be merged.
  `insert into search_${access} (search_${access}, rank) values ('secure-delete', 1)`,
  `create table search_words_${access} (
    forum_id text not null,
    word text not null,
    entry_count integer not null,
    primary key (forum_id, word)
  ) strict, without rowid`,
  `create trigger search_${access}_added after insert on search_entries
    when new.in_force = 1 and new.access = '${access}' begin ${putIn(access)} end`,
  `create trigger search_${access}_removed after delete on search_entries
    when old.in_force = 1 and old.access = '${access}' begin ${takeOut(access)} end`,
  `create trigger search_${access}_retired after update of in_force on search_entries
    when old.in_force = 1 and new.in_force = 0 and old.access = '${access}' begin ${takeOut(access)} end`,
  `create trigger search_${access}_returned after update of in_force on search_entries
    when old.in_force = 0 and new.in_force = 1 and new.access = '${access}' begin ${putIn(access)} end`,
];

/** Search entries of every version, and the index over those in force. */
export const searchIndex: Migration = {
  name: '0002-search-index',
  statements: [
    `create table search_entries (
      id integer primary key,
      forum_id text not null,
      meeting_id text not null,
      version integer not null,
      in_force integer not null,
      item_number integer,
      access text not null check (access in ('open', 'closed')),
      ${searchFields.map((field) => `"${field}" text not null,`).join('\n      ')}
      words text not null,
      foreign key (meeting_id, version) references documents (meeting_id, version) on delete cascade
    ) strict`,
    'create index search_entries_by_document on search_entries (meeting_id, version)',
    'create index search_entries_in_force on search_entries (forum_id, access) where in_force = 1',
    'create table search_state (generation integer not null) strict',
    'insert into search_state (generation) values (0)',
    ...tablesFor('open'),
    ...tablesFor('closed'),
  ],
};
