import { foldLetters } from '../../danish/letters.js';

/** A case number by its parts, in the one form in which they are compared; a part that was not said is absent. */
export interface CaseParts {
  /** `001300` */
  subject?: string;
  /** `a00-1-18`: facet, sequence without zeros before it, the year's last two digits. */
  tail?: string;
}

const subjectForm = String.raw`(?<s1>\d{2})[. ]?(?<s2>\d{2})[. ]?(?<s3>\d{2})`;
const tailForm = String.raw`(?<facet>[\p{L}\d.]{1,4})[ .–—-]+(?<sequence>\d{1,6})[ .–—/-]+(?<year>\d{4}|\d{2})`;

const forms: readonly RegExp[] = [
  new RegExp(`^${subjectForm}$`, 'u'),
  new RegExp(`^${subjectForm}[ .–—-]+${tailForm}$`, 'u'),
  new RegExp(String.raw`^(?=\p{L})${tailForm}$`, 'u'),
];

/**
 * Reads a case number as printed or typed: "00.13.00-A00-1-18", "00.13.00 a00 1 2018", and its beginning ("00.13.00") or its end
 * ("A00-1-18") alone. Undefined for anything else, a date among it.
 */
export function readCaseParts(text: string): CaseParts | undefined {
  const folded = foldLetters(text).trim().replace(/\s+/g, ' ');
  if (folded.length > 40) return undefined;
  for (const form of forms) {
    const { s1, s2, s3, facet, sequence, year } = form.exec(folded)?.groups ?? {};
    const subject = s1 === undefined ? undefined : `${s1}${s2}${s3}`;
    const tail = facet === undefined ? undefined : `${facet}-${Number(sequence)}-${year?.slice(-2)}`;
    if (subject !== undefined || tail !== undefined)
      return { ...(subject !== undefined && { subject }), ...(tail !== undefined && { tail }) };
  }
  return undefined;
}

/** Whether a number is the one that was asked for, as far as it was said. */
export const isAskedCase = (asked: CaseParts, { subject, tail }: CaseParts): boolean =>
  (asked.subject === undefined || asked.subject === subject) && (asked.tail === undefined || asked.tail === tail);

/** The same for every way of writing the same number. */
export const caseKeyOf = (text: string): string => {
  const { subject, tail } = readCaseParts(text) ?? {};
  return subject !== undefined && tail !== undefined ? `${subject}-${tail}` : foldLetters(text).replace(/\s/g, '');
};
