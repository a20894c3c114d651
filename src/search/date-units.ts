import { monthNames } from '../danish/dates.js';
import type { DateUnit } from './terms.js';

/** A date found in a text, with the letters it covers. */
export interface FoundDate extends DateUnit {
  start: number;
  end: number;
}

/** "13." of "13. april", also as the first half of a range ("10.-11. september", "10. og 11. september"). */
const rangeStart = String.raw`(?:(?<first>\d{1,2})\.?\s?(?:-|–|og|til|\/)\s?)?`;
const monthPattern =
  '(?:jan(?:uar)?|feb(?:ruar)?|mar(?:ts)?|apr(?:il)?|maj|jun[i]?|jul[i]?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

const monthAlone = new RegExp(
  String.raw`(?<!\p{L})(?<name>${monthNames.filter((name) => name !== 'marts').join('|')}|marts)(?!\p{L})`,
  'giu',
);

/** How every month begins, at the beginning of a word: looked for after the letters, which most places do not have. */
const monthBeginning = '(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)';
const wordBeginning = String.raw`(?<!\p{L}\p{L}{3})`;

/** A form, and what it cannot do without: most texts hold no date, and a look for that is much cheaper than the form. */
interface Form {
  needs: RegExp;
  form: RegExp;
}

/** Each form once; earlier forms win where two cover the same letters. */
const forms: readonly Form[] = [
  { needs: /\d-\d/u, form: /(?<![\d.])(?<year>(?:19|20)\d\d)-(?<month>\d{1,2})-(?<day>\d{1,2})(?![\d-])/gu },
  {
    needs: new RegExp(String.raw`\d\.?\s?${monthBeginning}`, 'iu'),
    form: new RegExp(
      String.raw`(?<![\d.\p{L}])${rangeStart}(?<day>\d{1,2})\.?\s?(?<name>${monthPattern})(?!\p{L})\.?(?:,?\s?(?<year>(?:19|20)\d\d)(?!\d)|\s?['’](?<short>\d\d)(?!\d))?`,
      'giu',
    ),
  },
  {
    needs: /\d[./-]\d/u,
    form: /(?<![\d.,-])(?<day>\d{1,2})[./-](?<month>\d{1,2})[ ]?[./-][ ]?(?<year>(?:19|20)\d\d)(?![\d]|[.-]\d)/gu,
  },
  {
    needs: /\d[./-]\d/u,
    form: /(?<![\d.,-])(?<day>\d{1,2})[./-](?<month>\d{1,2})[./-](?<short>\d\d)(?![\d]|[.-][\p{L}\d])/gu,
  },
  { needs: /\d\/\d/u, form: /(?<![\d.,/-])(?<day>\d{1,2})\/(?<month>\d{1,2})(?:\s(?<year>(?:19|20)\d\d))?(?![\d/])/gu },
  {
    needs: new RegExp(String.raw`${monthBeginning}\p{L}{0,6}\.?\s?['’]?\d`, 'iu'),
    form: new RegExp(
      String.raw`(?<!\p{L})(?<name>${monthPattern})(?!\p{L})\.?(?:\s?(?<year>(?:19|20)\d\d)(?!\d)|\s?['’](?<short>\d\d)(?!\d))`,
      'giu',
    ),
  },
  { needs: new RegExp(`${monthBeginning}${wordBeginning}`, 'iu'), form: monthAlone },
  { needs: /\d{6}/u, form: /(?<![\d])(?<day>[0-3]\d)(?<month>[01]\d)(?<short>[12]\d)(?!\d)/gu },
  { needs: /(?:19|20)\d\d/u, form: /(?<![\d.,])(?<year>(?:19[5-9]|20[0-9])\d)(?!\d|[.,]\d)/gu },
];

type Groups = Partial<Record<'year' | 'short' | 'month' | 'name' | 'day' | 'first', string>>;

function monthOf(groups: Groups): number | null {
  if (groups.month !== undefined) return Number(groups.month);
  const name = groups.name?.toLowerCase();
  if (name === undefined) return null;
  const index = monthNames.findIndex((month) => month.startsWith(name.slice(0, 3)));
  return index < 0 ? null : index + 1;
}

function yearOf(groups: Groups): number | null {
  if (groups.year !== undefined) return Number(groups.year);
  return groups.short === undefined ? null : 2000 + Number(groups.short);
}

const plausible = ({ month, day }: DateUnit): boolean =>
  (month === null || (month >= 1 && month <= 12)) && (day === null || (day >= 1 && day <= 31));

/**
 * Every date, month with a name, and year in a text, in order: "13. april 2023", "13/4-23", "13.04.2023", "april 2023",
 * "CF 130423", "2023". A range gives both its days. Years alone only from 1950 to 2099.
 */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  const isFree = (start: number, end: number) => !found.some((date) => date.start < end && start < date.end);
  for (const { needs, form } of forms) {
    if (!needs.test(text)) continue;
    const here: FoundDate[] = [];
    for (const match of text.matchAll(form)) {
      const groups: Groups = match.groups ?? {};
      const date = {
        year: yearOf(groups),
        month: monthOf(groups),
        day: groups.day === undefined ? null : Number(groups.day),
        start: match.index,
        end: match.index + match[0].length,
      };
      if (!plausible(date) || !isFree(date.start, date.end)) continue;
      const first = groups.first;
      if (first !== undefined && plausible({ ...date, day: Number(first) })) here.push({ ...date, day: Number(first) });
      here.push(date);
    }
    found.push(...here);
  }
  return found.sort((one, other) => one.start - other.start);
}
