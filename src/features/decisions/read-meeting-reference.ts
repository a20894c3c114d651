import { readCount } from './read-period.js';

/** Letters of a question, from `start` to before `end`. */
export interface Span {
  start: number;
  end: number;
}

/** "sidste møde", "de sidste tre møder". */
export interface LatestMeetings extends Span {
  count: number;
  /** How many newer ones are passed over: 1 for "næstsidste møde". */
  skip: number;
}

/** "punkt 5" */
export interface ItemNumber extends Span {
  number: number;
}

const numberWord = '(?:\\d{1,2}|to|tre|fire|fem|seks|syv|otte|ni|ti)';
/** "de sidste møder", where nobody says how many. */
const aFew = 3;

const lastMeeting =
  /(?<!\p{L})(?:på |fra |i |ved |til )?(?:det |vores |vort )?(?<rank>sidste|seneste|nyeste|forrige|næstsidste) (?:møde(?:t|s)?|referat(?:et)?|chefforum(?:møde)?|dagsorden)(?!\p{L})/u;
const lastMeetings = new RegExp(
  String.raw`(?<!\p{L})(?:på |fra |i |ved )?(?:de |vores )?(?:(?<first>${numberWord}) )?(?:sidste|seneste|nyeste) (?:(?<count>${numberWord}) )?(?:møder|referater|gange)(?!\p{L})`,
  'u',
);
/** "sidste gang vi drøftede …" is a question, not a meeting. */
const lastTime =
  /(?<!\p{L})(?:ved |på )?sidste gang(?!\p{L})(?! (?:vi|det|den|der|at|man|nogen|chefforum|emnet)(?!\p{L}))/u;

const spanOf = (match: RegExpExecArray): Span => ({ start: match.index, end: match.index + match[0].length });

/**
 * The newest meetings, where a question names them by that. Undefined when it does not.
 *
 * @param text The question, lower case.
 */
export function readLatestMeetings(text: string): LatestMeetings | undefined {
  const several = lastMeetings.exec(text);
  if (several !== null) {
    const count = several.groups?.count ?? several.groups?.first;
    return { ...spanOf(several), count: count === undefined ? aFew : readCount(count), skip: 0 };
  }
  const one = lastMeeting.exec(text);
  if (one !== null) return { ...spanOf(one), count: 1, skip: one.groups?.rank === 'næstsidste' ? 1 : 0 };
  const time = /hvornår/u.test(text) ? null : lastTime.exec(text);
  return time === null ? undefined : { ...spanOf(time), count: 1, skip: 0 };
}

const ordinals = ['første', 'andet', 'tredje', 'fjerde', 'femte', 'sjette', 'syvende', 'ottende', 'niende', 'tiende'];

/** A number that goes on is a date ("punkt 16. marts", "punkt 16.3.23") or an amount. */
const notGoingOn = String.raw`(?![\d%])(?!\.?\s?(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\p{L}*)(?![./-]\d)`;
const itemForms: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<!\p{L})(?:på |under |i )?(?:dagsordens?)?(?:punkt|pkt|pk)(?:et)?\.?\s?(?:nr\.?|nummer)?\s?(?<number>\d{1,2})${notGoingOn}`,
    'u',
  ),
  /(?<!\p{L})(?:på |under )?(?:dagsordens?)?punkt (?:nr\.? |nummer )?(?<number>et|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv)(?!\p{L})/u,
  new RegExp(
    String.raw`(?<!\p{L})(?:på |under )?(?:det )?(?<number>\d{1,2}\.|${ordinals.join('|')}) (?:dagsordens?)?punkt(?:et)?(?!\p{L})`,
    'u',
  ),
];

/** A recommendation has points of its own. */
const ofRecommendation =
  /indstilling(?:en|ens|s)?(?:s| har| med)? (?:punkt|pkt)|(?:punkt|pkt)\.? ?\d{1,2}\.? (?:i|af|under) indstilling/u;

/**
 * The item a question names by its number: "punkt 5", "pkt. 3", "5. punkt". Undefined when it names none.
 *
 * @param text The question, lower case.
 */
export function readItemNumber(text: string): ItemNumber | undefined {
  if (ofRecommendation.test(text)) return undefined;
  for (const form of itemForms) {
    const match = form.exec(text);
    const word = match?.groups?.number;
    if (match === null || word === undefined) continue;
    const place = ordinals.indexOf(word) + 1;
    const number = place > 0 ? place : readCount(word.replace(/\.$/, ''));
    if (number > 0) return { ...spanOf(match), number };
  }
  return undefined;
}
