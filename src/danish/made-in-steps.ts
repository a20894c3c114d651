/** Something that takes long to make and is made once: in steps beside other work, or at once for whoever needs it before. */
export class MadeInSteps<Made> {
  readonly #make: () => Generator<void, Made>;
  #steps: Generator<void> | undefined;
  #made: { value: Made } | undefined;

  /** @param make in steps of a few milliseconds */
  constructor(make: () => Generator<void, Made>) {
    this.#make = make;
  }

  *#run(): Generator<void> {
    try {
      this.#made = { value: yield* this.#make() };
    } finally {
      // Where it failed, whoever comes next tries again, and is told why.
      this.#steps = undefined;
    }
  }

  /** Goes through the steps that are left; several may do so at the same time, and share them. */
  *prepare(): Generator<void> {
    if (this.#made === undefined) yield* this.#steps ?? this.#begin();
  }

  get(): Made {
    while (this.#made === undefined) (this.#steps ?? this.#begin()).next();
    return this.#made.value;
  }

  #begin(): Generator<void> {
    this.#steps = this.#run();
    return this.#steps;
  }
}
