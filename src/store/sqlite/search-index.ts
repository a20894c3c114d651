import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Access, Audience } from '../../domain/access.js';
import { type Candidate, type QueryTerm, type SearchField, searchFields } from '../../domain/search-entry.js';
import type { SearchIndex } from '../ports.js';
import type { SearchEntryRow, Tables } from '../tables.js';

/**
 * How much a match in each field counts when candidates are chosen; the caller ranks them again.
 * Measured on minutes of this kind; attendance is low because the same names stand under every item.
 */
export const candidateFieldWeights: Readonly<Record<SearchField, number>> = {
  title: 3.5,
  decision: 1.6,
  recommendation: 1.2,
  summary: 1,
  case: 1,
  attachments: 1,
  attendance: 0.3,
  head: 0.6,
};

/** More terms than any question has; a bound on the work one question may ask for. */
const maximumTerms = 64;

const rankFunction = `bm25(${searchFields.map((field) => candidateFieldWeights[field].toFixed(2)).join(', ')})`;

/** A term as an FTS5 string: nothing in it is query syntax. SQLite ends a text at NUL, so NUL goes. */
const quoteTerm = (term: string): string => `"${term.replaceAll('\0', '').replaceAll('"', '""')}"`;

const isSearchable = (term: string): boolean => term.replaceAll('\0', '').trim() !== '';

/** The heaviest terms, each once, as one query that any of them satisfies; null when there is nothing to look for. */
function toAnyOfQuery(terms: readonly QueryTerm[]): string | null {
  const heaviestFirst = [...terms].sort((a, b) => b.weight - a.weight).map(({ term }) => term);
  const chosen = [...new Set(heaviestFirst.filter(isSearchable))].slice(0, maximumTerms);
  return chosen.length === 0 ? null : chosen.map(quoteTerm).join(' OR ');
}

const accessesOf = (audience: Audience): Access[] => (audience.sees === 'open' ? ['open'] : ['open', 'closed']);

const forumList = ({ forumIds }: Audience): RawBuilder<unknown> => sql`(${sql.join(forumIds)})`;

const fieldColumns = sql.join(searchFields.map((field) => sql.ref(`entry.${field}`)));

type CandidateRow = Pick<SearchEntryRow, 'meeting_id' | 'item_number' | SearchField> & { score: number };

const toCandidate = (row: CandidateRow): Candidate => ({
  meetingId: row.meeting_id,
  itemNumber: row.item_number,
  score: row.score,
  fields: {
    title: row.title,
    decision: row.decision,
    recommendation: row.recommendation,
    summary: row.summary,
    case: row.case,
    attachments: row.attachments,
    attendance: row.attendance,
    head: row.head,
  },
});

/** The search index over FTS5: one full-text table for open entries, one for closed ones. */
export function createSearchIndex(database: Kysely<Tables>): SearchIndex {
  const candidatesIn = async (access: Access, query: string, audience: Audience, limit: number) => {
    const index = sql.table(`search_${access}`);
    // FTS5 ranks while it sorts; the cross join keeps it in the outer loop, so that the limit ends the work.
    const { rows } = await sql<CandidateRow>`
      select entry.meeting_id, entry.item_number, ${fieldColumns}, -found.rank as score
      from ${index} as found cross join search_entries as entry on entry.id = found.rowid
      where ${index} match ${query} and found.rank match ${rankFunction}
        and entry.forum_id in ${forumList(audience)}
      order by found.rank limit ${limit}`.execute(database);
    return rows;
  };

  /** Whether there are forums the audience may not read; looking up each entry's forum costs ten times the count. */
  const hasOtherForums = async ({ forumIds }: Audience): Promise<boolean> => {
    const other = database.selectFrom('forums').select('id').where('id', 'not in', forumIds).limit(1);
    return (await other.executeTakeFirst()) !== undefined;
  };

  const countTerm = async (access: Access, term: string, within: Audience | 'all forums'): Promise<number> => {
    const index = sql.table(`search_${access}`);
    const ofForums =
      within === 'all forums'
        ? sql``
        : sql`and (select forum_id from search_entries where id = ${index}.rowid) in ${forumList(within)}`;
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from ${index} where ${index} match ${quoteTerm(term)} ${ofForums}`.execute(database);
    return rows[0]?.count ?? 0;
  };

  return {
    async findCandidates(terms, audience, limit) {
      const query = toAnyOfQuery(terms);
      if (query === null || audience.forumIds.length === 0 || limit <= 0) return [];
      const found: CandidateRow[] = [];
      for (const access of accessesOf(audience)) found.push(...(await candidatesIn(access, query, audience, limit)));
      return found
        .sort((a, b) => b.score - a.score)
        .slice(0, limit)
        .map(toCandidate);
    },

    async countEntries(terms, audience) {
      const { total } = await database
        .selectFrom('search_entries')
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .where('in_force', '=', sql.lit(1))
        .where('access', 'in', accessesOf(audience))
        .where('forum_id', 'in', audience.forumIds)
        .executeTakeFirstOrThrow();
      const within = (await hasOtherForums(audience)) ? audience : 'all forums';
      const byTerm = new Map<string, number>();
      for (const term of new Set(terms)) {
        let count = 0;
        if (isSearchable(term))
          for (const access of accessesOf(audience)) count += await countTerm(access, term, within);
        byTerm.set(term, count);
      }
      return { total, byTerm };
    },

    async listWords(audience) {
      const counts = new Map<string, number>();
      for (const access of accessesOf(audience)) {
        const words = await database
          .selectFrom(`search_words_${access}`)
          .select(['word', 'entry_count'])
          .where('forum_id', 'in', audience.forumIds)
          .execute();
        for (const { word, entry_count } of words) counts.set(word, (counts.get(word) ?? 0) + entry_count);
      }
      return counts;
    },

    async generation() {
      const state = await database.selectFrom('search_state').select('generation').executeTakeFirstOrThrow();
      return state.generation;
    },
  };
}
