import { formatDate } from '../../src/danish/date-format.js';
import { addDays } from '../../src/danish/dates.js';
import { bodies, departments, firstNames, lastNames } from './names.js';
import { createRandom } from './random.js';

/** Writes one generated meeting: every choice in it follows from the seed. */
export class Writer {
  readonly #random: () => number;
  readonly #date: string;

  /** @param date the meeting's ISO date; dates and years in the text lie around it. */
  constructor(seed: number, date: string) {
    this.#random = createRandom(seed);
    this.#date = date;
  }

  /** A whole number from low to high, both included. */
  number(low: number, high: number): number {
    return low + Math.floor(this.#random() * (high - low + 1));
  }

  pick<T>(choices: readonly [T, ...T[]] | readonly T[]): T {
    const choice = choices[this.number(0, choices.length - 1)];
    if (choice === undefined) throw new RangeError('nothing to choose from');
    return choice;
  }

  /** So many different ones, or all there are. */
  some<T>(choices: readonly T[], count: number): T[] {
    const left = [...choices];
    return Array.from({ length: Math.min(count, left.length) }, () => {
      const [taken] = left.splice(this.number(0, left.length - 1), 1);
      if (taken === undefined) throw new RangeError('nothing to choose from');
      return taken;
    });
  }

  person(): string {
    return `${this.pick(firstNames)} ${this.pick(lastNames)}`;
  }

  caseNumber(): string {
    const two = (number: number) => String(number).padStart(2, '0');
    const subject = [this.number(0, 29), this.number(0, 59), this.number(0, 20)].map(two).join('.');
    const facet = `${this.pick(['A', 'G', 'P', 'S', 'K'])}${two(this.number(0, 29))}`;
    return `${subject}-${facet}-${this.number(1, 90)}-${this.#date.slice(2, 4)}`;
  }

  /** Fills the places of a sentence; the topic stays the same throughout an item. */
  fill(form: string, topic: string): string {
    return form
      .replace('{t}', topic)
      .replace('{T}', topic.charAt(0).toUpperCase() + topic.slice(1))
      .replace(/\{(\w+)\}/g, (_, name: string) => this.#fillPlace(name));
  }

  #fillPlace(name: string): string {
    switch (name) {
      case 'd':
        return this.pick(departments);
      case 'p':
        return this.person();
      case 'b':
        return this.pick(bodies);
      case 'y':
        return String(Number(this.#date.slice(0, 4)) + this.number(-1, 2));
      case 'm':
        return `${this.number(1, 40)},${this.number(1, 9)}`;
      case 'n':
        return String(this.number(2, 60));
      case 'date':
        return formatDate(addDays(this.#date, this.number(7, 150)));
      default:
        throw new RangeError(`no such place: {${name}}`);
    }
  }
}
