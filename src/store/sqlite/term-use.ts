import type { Database, Statement } from 'better-sqlite3';
import type { Steps } from '../../domain/steps.js';
import type { SearchEntryTermsRow } from '../tables.js';
import { quoteTerm } from './quote-term.js';
import { numbersIn } from './term-table.js';

/** How many terms are asked about in one step. */
const termsAStep = 100;

/** Whether an entry has a term: asked of the index, so that nothing is read but what may have it. */
export class TermUse {
  readonly #isInForce: Statement<{ term: string; quoted: string }, number>;
  readonly #readOthers: Statement<[], Pick<SearchEntryTermsRow, 'terms' | 'words'>>;

  constructor(database: Database) {
    const inIndex = (['open', 'closed'] as const).flatMap((access) => [
      `exists (select 1 from search_${access} where search_${access} match :quoted)`,
      `exists (select 1 from forums cross join search_words_${access} as held
        where held.forum_id = forums.id and held.word = :term)`,
    ]);
    this.#isInForce = database
      .prepare<{ term: string; quoted: string }, number>(`select ${inIndex.join(' or ')}`)
      .pluck();
    this.#readOthers = database.prepare(
      `select held.terms, held.words
        from search_entries as entry join search_entry_terms as held on held.id = entry.id where entry.in_force = 0`,
    );
  }

  /**
   * Those of the terms that no entry of any version has: words of deleted text must not stay behind. In steps.
   *
   * @param terms by their numbers
   */
  *findUnused(terms: ReadonlyMap<number, string>): Steps<ReadonlySet<number>> {
    const unused = new Set<number>();
    let asked = 0;
    for (const [id, term] of terms) {
      if (this.#isInForce.get({ term, quoted: quoteTerm(term) }) !== 1) unused.add(id);
      asked += 1;
      if (asked % termsAStep === 0) yield;
    }
    // Entries of earlier versions are not in the index; most archives have few.
    for (const row of unused.size === 0 ? [] : this.#readOthers.all())
      for (const id of numbersIn(row)) unused.delete(id);
    return unused;
  }
}
