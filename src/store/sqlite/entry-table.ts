import type { SearchEntryRow } from '../tables.js';

type EntryFacts = Pick<SearchEntryRow, 'forum_id' | 'term_count'> & { id: number };

/** Terms of a usual entry, and how far a longer one counts less; from there on a longer one counts no less. */
const usualLength = 200;
const lengthShare = 0.2;
const longest = 3;

/** The entries of one index, by number: whose they are and how long. A few bytes each, so that no question reads them. */
export class EntryTable {
  readonly #ids: Uint32Array;
  readonly #norms: Float32Array;
  readonly #forums: Uint16Array;
  readonly #forumIds: readonly string[];
  /** What was found for the forums asked for last. */
  #last: { key: string; marked: Uint8Array | undefined; total: number } | undefined;
  readonly highestId: number;

  constructor(rows: readonly EntryFacts[]) {
    this.highestId = rows.reduce((highest, { id }) => Math.max(highest, id), 0);
    this.#ids = Uint32Array.from(rows, ({ id }) => id);
    this.#norms = new Float32Array(this.highestId + 1);
    this.#forums = new Uint16Array(this.highestId + 1);
    this.#forumIds = [...new Set(rows.map(({ forum_id }) => forum_id))];
    const forumNumbers = new Map(this.#forumIds.map((id, number) => [id, number]));
    for (const { id, forum_id, term_count } of rows) {
      this.#norms[id] = 1 - lengthShare + lengthShare * Math.min(longest, term_count / usualLength);
      this.#forums[id] = forumNumbers.get(forum_id) ?? 0;
    }
  }

  /** Which entries the forums have, 1 by number (undefined: all of them), and how many. */
  of(forumIds: readonly string[]): { marked: Uint8Array | undefined; total: number } {
    const key = forumIds.join(' ');
    if (this.#last?.key === key) return this.#last;
    if (this.#forumIds.every((id) => forumIds.includes(id))) {
      this.#last = { key, marked: undefined, total: this.#ids.length };
      return this.#last;
    }
    const marked = new Uint8Array(this.highestId + 1);
    let total = 0;
    for (const id of this.#ids) {
      if (!forumIds.includes(this.#forumIds[this.#forums[id] ?? 0] ?? '')) continue;
      marked[id] = 1;
      total += 1;
    }
    this.#last = { key, marked, total };
    return this.#last;
  }

  /** The entries with the highest scores, lowered for length, best first; equals in the order they were saved. */
  best(scores: Float32Array, marked: Uint8Array | undefined, limit: number): { id: number; score: number }[] {
    const ids = this.#ids;
    const found = new Float32Array(ids.length);
    let highest = 0;
    for (let place = 0; place < ids.length; place += 1) {
      const id = ids[place] ?? 0;
      if (marked !== undefined && marked[id] !== 1) continue;
      const score = (scores[id] ?? 0) / (this.#norms[id] ?? 1);
      found[place] = score;
      if (score > highest) highest = score;
    }
    const least = leastOfBest(found, highest, limit);
    const best: { id: number; score: number }[] = [];
    for (let place = 0; place < ids.length; place += 1) {
      const score = found[place] ?? 0;
      if (score > 0 && score >= least) best.push({ id: ids[place] ?? 0, score });
    }
    return best.sort((one, other) => other.score - one.score || one.id - other.id).slice(0, limit);
  }
}

const steps = 1024;

/** A score that at least `limit` entries reach, and hardly more: found by counting, since sorting all takes ten times as long. */
function leastOfBest(scores: Float32Array, highest: number, limit: number): number {
  const counts = new Uint32Array(steps + 1);
  const scale = highest === 0 ? 0 : steps / highest;
  for (let place = 0; place < scores.length; place += 1) {
    const step = Math.floor((scores[place] ?? 0) * scale);
    counts[step] = (counts[step] ?? 0) + 1;
  }
  let reached = 0;
  for (let step = steps; step > 0; step -= 1) {
    reached += counts[step] ?? 0;
    // A step lower, for what dividing and multiplying round away.
    if (reached >= limit) return ((step - 1) * highest) / steps;
  }
  return 0;
}
