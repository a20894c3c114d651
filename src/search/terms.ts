/*
 * The terms of the search index. A plain word is its bare stem; everything else carries a mark, so that no word of
 * a text can be taken for it. Terms hold no blanks.
 */

/** A word that stands inside a longer one: "møde" in "borgermøde". */
export const partTerm = (stem: string): string => `~${stem}`;

/** A date, a month or a year as far as it is stated; each coarser unit goes with the finer. */
export interface DateUnit {
  year: number | null;
  /** 1–12 */
  month: number | null;
  /** 1–31 */
  day: number | null;
}

const two = (number: number): string => String(number).padStart(2, '0');

export const dateTerm = (year: number, month: number, day: number): string => `dato:${year}-${two(month)}-${two(day)}`;
export const dayTerm = (month: number, day: number): string => `dag:${two(month)}-${two(day)}`;
export const monthTerm = (year: number, month: number): string => `maaned:${year}-${two(month)}`;
export const monthNameTerm = (month: number): string => `maanedsnavn:${two(month)}`;
export const yearTerm = (year: number): string => `aar:${year}`;

/** Every term a stated date is found by, finest first: the whole date, the day, the month, the year. */
export function dateTerms({ year, month, day }: DateUnit): string[] {
  const terms: string[] = [];
  if (year !== null && month !== null && day !== null) terms.push(dateTerm(year, month, day));
  if (month !== null && day !== null) terms.push(dayTerm(month, day));
  if (year !== null && month !== null) terms.push(monthTerm(year, month));
  if (month !== null) terms.push(monthNameTerm(month));
  if (year !== null) terms.push(yearTerm(year));
  return terms;
}

export const caseNumberTerm = (folded: string): string => `sag:${folded}`;
export const subjectTerm = (subject: string): string => `emne:${subject}`;
/** The end of a case number, as people say it: facet, sequence and year. */
export const caseTailTerm = (folded: string): string => `sagsled:${folded}`;
