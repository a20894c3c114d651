import { type Compilable, type Kysely, sql } from 'kysely';
import { type Access, type Audience, forumsSeenBy } from '../../domain/access.js';
import type { Candidate, QueryTerm } from '../../domain/search-entry.js';
import { createGenerationReader } from '../archive-generation.js';
import { compileOnce } from '../compile-once.js';
import type { SearchIndex } from '../ports.js';
import type { Tables } from '../tables.js';
import { EntryTable } from './entry-table.js';
import { titleTerm } from './entry-terms.js';
import { type Postings, PostingsCache, readPostings } from './postings.js';
import { quoteTerm } from './quote-term.js';
import { AskedTerms, decodeFields } from './term-lists.js';

/** More telling terms than any question has; a bound on the work one question may ask for. */
const maximumTerms = 40;

/** Memory for the postings of terms asked before, of each index. */
const cacheBytes = 4_000_000;

/** How much a term counts once more when it stands in the title. Measured: the share of right entries among the candidates. */
const titleShare = 1;

/** What is read of an index once and used until it changes. */
interface Held {
  entries: EntryTable;
  postings: PostingsCache;
}

/** No term holds what the index splits texts at: blanks and control characters. */
const isSearchable = (term: string): boolean => term !== '' && !/[\0-\x20\x7f]/.test(term);

/** The indexes an audience may look into, each with the forums whose entries it sees there. */
const seenBy = (audience: Audience): { access: Access; forumIds: readonly string[] }[] =>
  (['open', 'closed'] as const)
    .map((access) => ({ access, forumIds: forumsSeenBy(audience, access) }))
    .filter(({ forumIds }) => forumIds.length > 0);

/** How telling a term is: log of one over the share of entries that hold it. */
const rarityOf = (count: number, total: number): number => Math.log(1 + (total - count + 0.5) / (count + 0.5));

interface Scored {
  access: Access;
  id: number;
  score: number;
}

interface JoinedFacts {
  forum_id: string;
  ids: string;
  term_counts: string;
}

const toFacts = ({ forum_id, ids, term_counts }: JoinedFacts) => {
  const counts = term_counts.split(',');
  return ids.split(',').map((id, place) => ({ id: Number(id), forum_id, term_count: Number(counts[place]) }));
};

/** The reads of every question. */
function prepareReads(database: Kysely<Tables>) {
  const withValue = <Row>(statement: Compilable<Row>) => {
    const read = compileOnce(statement);
    return (value: string): Promise<Row[]> => read(database, value);
  };
  /** @returns reads with a list in the place of the statement's one value. */
  const withList = <Row>(statement: Compilable<Row>) => {
    const read = withValue(statement);
    return (list: readonly unknown[]): Promise<Row[]> => read(JSON.stringify(list));
  };
  const postingsOf = (access: Access) => {
    const index = sql.table(`search_${access}`);
    const statement = sql<{ term: number; ids: string | null }>`
        select asked.key as term, (select group_concat(rowid) from ${index} where ${index} match asked.value) as ids
          from json_each(${''}) as asked`;
    return withList({ compile: () => statement.compile(database) });
  };
  const facts = sql<JoinedFacts>`
    select forum_id, group_concat(id) as ids, group_concat(term_count) as term_counts
      from search_entries where in_force = 1 and access = ${''} group by forum_id`;
  return {
    /** The entries in force of each forum, joined: a row for each would take more than three times as long. */
    facts: withValue({ compile: () => facts.compile(database) }),
    /** The numbers of the entries that hold each of the quoted terms, joined, by the term's place in the list. */
    postings: { open: postingsOf('open'), closed: postingsOf('closed') },
    termNumbers: withList(
      database
        .selectFrom('search_terms')
        .select(['id', 'term'])
        .where('term', 'in', sql<string>`(select value from json_each(${''}))`),
    ),
    entries: withList(
      database
        .selectFrom('search_entries as entry')
        .innerJoin('search_entry_terms as held', 'held.id', 'entry.id')
        .innerJoin('meetings', 'meetings.id', 'entry.meeting_id')
        .select(['entry.id', 'entry.meeting_id', 'entry.item_number', 'entry.title', 'held.terms', 'meetings.date'])
        .where('entry.id', 'in', sql<number>`(select value from json_each(${''}))`),
    ),
  };
}

/** The search index over FTS5: one full-text table for open entries, one for closed ones. */
export function createSearchIndex(database: Kysely<Tables>): SearchIndex {
  const held = new Map<Access, { generation: number; reading: Promise<Held> }>();

  const generation = createGenerationReader(database);
  const read = prepareReads(database);

  const readHeld = async (access: Access): Promise<Held> => ({
    entries: new EntryTable((await read.facts(access)).flatMap(toFacts)),
    postings: new PostingsCache(cacheBytes),
  });

  /** Read once, however many ask at the same time. */
  const heldOf = (access: Access, now: number): Promise<Held> => {
    const known = held.get(access);
    if (known?.generation === now) return known.reading;
    const fresh = { generation: now, reading: readHeld(access) };
    held.set(access, fresh);
    // Whoever asks next tries again.
    fresh.reading.catch(() => held.get(access) === fresh && held.delete(access));
    return fresh.reading;
  };

  /** The entries that hold each term. */
  const findPostings = async (
    access: Access,
    cache: PostingsCache,
    terms: readonly string[],
  ): Promise<Map<string, Postings>> => {
    const found = new Map<string, Postings>();
    const missing: string[] = [];
    for (const term of new Set(terms)) {
      const known = isSearchable(term) ? cache.get(term) : readPostings(null);
      if (known === undefined) missing.push(term);
      else found.set(term, known);
    }
    if (missing.length === 0) return found;
    for (const { term: place, ids } of await read.postings[access](missing.map(quoteTerm))) {
      const term = missing[place] ?? '';
      const postings = readPostings(ids);
      cache.put(term, postings);
      found.set(term, postings);
    }
    return found;
  };

  /** The best entries of one index: those that hold the most telling terms, in the title above all, and are not long. */
  const findBest = async (
    access: Access,
    { entries, postings: cache }: Held,
    terms: ReadonlyMap<string, number>,
    forumIds: readonly string[],
    limit: number,
  ): Promise<Scored[]> => {
    const postings = await findPostings(access, cache, [...terms.keys()]);
    const { marked, total } = entries.of(forumIds);
    const weighed = [...terms].flatMap(([term, weight]) => {
      const inText = postings.get(term);
      if (inText === undefined || inText.count === 0) return [];
      const count = marked === undefined ? inText.count : inText.countIn(marked);
      return [{ term, inText, worth: weight * rarityOf(count, total) }];
    });
    const telling = weighed.sort((one, other) => other.worth - one.worth).slice(0, maximumTerms);
    const inTitles = await findPostings(
      access,
      cache,
      telling.map(({ term }) => titleTerm(term)),
    );
    const scores = new Float32Array(entries.highestId + 1);
    for (const { term, inText, worth } of telling) {
      inText.addTo(scores, worth);
      inTitles.get(titleTerm(term))?.addTo(scores, titleShare * worth);
    }
    return entries.best(scores, marked, limit).map((found) => ({ ...found, access }));
  };

  /** The candidates themselves, with the places of the asked terms. */
  const readCandidates = async (best: readonly Scored[], terms: readonly string[]): Promise<Candidate[]> => {
    const asked = new AskedTerms(await read.termNumbers(terms));
    const rows = await read.entries(best.map(({ id }) => id));
    const rowOf = new Map(rows.map((row) => [row.id, row]));
    return best.flatMap(({ id, score }) => {
      const row = rowOf.get(id);
      if (row === undefined) return [];
      const { meeting_id: meetingId, item_number: itemNumber, date: meetingDate, title } = row;
      return [{ meetingId, itemNumber, meetingDate, score, title, fields: decodeFields(row.terms, asked) }];
    });
  };

  return {
    generation,

    async findCandidates(terms, audience, limit) {
      if (limit <= 0) return [];
      const heaviest = heaviestOf(terms);
      const now = await generation();
      const best: Scored[] = [];
      for (const { access, forumIds } of seenBy(audience))
        best.push(...(await findBest(access, await heldOf(access, now), heaviest, forumIds, limit)));
      best.sort((one, other) => other.score - one.score);
      return readCandidates(best.slice(0, limit), [...heaviest.keys()]);
    },

    async countEntries(terms, audience) {
      const byTerm = new Map<string, number>(terms.map((term) => [term, 0]));
      const now = await generation();
      let all = 0;
      for (const { access, forumIds } of seenBy(audience)) {
        const { entries, postings: cache } = await heldOf(access, now);
        const { marked, total } = entries.of(forumIds);
        all += total;
        for (const [term, postings] of await findPostings(access, cache, terms)) {
          const count = marked === undefined ? postings.count : postings.countIn(marked);
          byTerm.set(term, (byTerm.get(term) ?? 0) + count);
        }
      }
      return { total: all, byTerm };
    },

    async listWords(audience) {
      const counts = new Map<string, number>();
      for (const { access, forumIds } of seenBy(audience)) {
        const words = await database
          .selectFrom(`search_words_${access}`)
          .select(['word', 'entry_count'])
          .where('forum_id', 'in', forumIds)
          .execute();
        for (const { word, entry_count } of words) counts.set(word, (counts.get(word) ?? 0) + entry_count);
      }
      return counts;
    },
  };
}

/** Each term once, with its greatest weight. */
function heaviestOf(terms: readonly QueryTerm[]): Map<string, number> {
  const heaviest = new Map<string, number>();
  for (const { term, weight } of terms) heaviest.set(term, Math.max(weight, heaviest.get(term) ?? 0));
  return heaviest;
}
