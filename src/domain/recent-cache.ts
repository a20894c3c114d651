/**
 * What was used lately, for work that is asked for millions of times: a hit costs a look into a Map and nothing more, where
 * `BoundedCache` keeps the exact order. What was not used while twice as many others were is forgotten.
 */
export class RecentCache<K, V> {
  readonly #most: number;
  #recent = new Map<K, V>();
  #older = new Map<K, V>();

  /** @param most how many are surely kept; at times there are twice as many */
  constructor(most: number) {
    this.#most = most;
  }

  get(key: K): V | undefined {
    const recent = this.#recent.get(key);
    if (recent !== undefined) return recent;
    const older = this.#older.get(key);
    if (older !== undefined) this.put(key, older);
    return older;
  }

  put(key: K, value: V): void {
    if (this.#recent.size >= this.#most) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(key, value);
  }
}
