/** What was used last, up to a size; what was used longest ago makes room. */
export class BoundedCache<K, V> {
  readonly #kept = new Map<K, V>();
  readonly #limit: number;
  readonly #sizeOf: (key: K, value: V) => number;
  #size = 0;

  /** @param sizeOf how much of the limit an entry takes, the same whenever it is asked */
  constructor(limit: number, sizeOf: (key: K, value: V) => number) {
    this.#limit = limit;
    this.#sizeOf = sizeOf;
  }

  get(key: K): V | undefined {
    const known = this.#kept.get(key);
    if (known === undefined) return undefined;
    // The oldest stand first in a Map.
    this.#kept.delete(key);
    this.#kept.set(key, known);
    return known;
  }

  put(key: K, value: V): void {
    const before = this.#kept.get(key);
    if (before !== undefined) this.#drop(key, before);
    this.#kept.set(key, value);
    this.#size += this.#sizeOf(key, value);
    for (const [oldest, old] of this.#kept) {
      if (this.#size <= this.#limit) return;
      this.#drop(oldest, old);
    }
  }

  #drop(key: K, value: V): void {
    this.#kept.delete(key);
    this.#size -= this.#sizeOf(key, value);
  }
}
