/**
 * What one field of a municipality's work is written about with. Sentences have places to fill: `{t}` the topic, `{T}` with a
 * capital, `{d}` a department, `{p}` a person, `{y}` a year, `{n}` a number, `{m}` an amount in millions, `{date}` a date after
 * the meeting, `{b}` a body that is heard.
 */
export interface Theme {
  readonly topics: readonly string[];
  /** Sentences of the case that fit these topics and no others. */
  readonly case: readonly string[];
  readonly decisions: readonly string[];
}
