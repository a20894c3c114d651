import { stopWords } from '../../danish/stop-words.js';
import type { AgendaItem } from '../../domain/agenda-item.js';
import { analyseText } from '../../search/analyse-text.js';

/** What a decision does with the points of its recommendation, each by its number from 1. */
export interface PointsOfDecision {
  /** Of these it says nothing. */
  passedOver: readonly number[];
  /** These it says, by their number, are not approved, or not yet. */
  excepted: readonly number[];
}

const none: PointsOfDecision = { passedOver: [], excepted: [] };

const pointWord = String.raw`(?:indstilling(?:en|ens|erne|ernes)? )?(?:punkt(?:et|erne|er)?|pkt\.?|indstillingspunkt(?:erne|er)?|ad\.?)`;
const numbers = String.raw`\d{1,2}(?:(?:, | og |,| samt |-|–| til )\d{1,2}){0,12}(?!\d|[.,:]\d)`;
/** "punkt 1 og 2", "pkt. 1-3"; not the item of another meeting or of an agenda. */
const reference = new RegExp(
  String.raw`(?<!\p{L})${pointWord} (${numbers})(?! (?:på|i) (?:dagsordenen|mødet)| (?:fra|den) )`,
  'giu',
);

const counted: Readonly<Record<string, number>> = { to: 2, tre: 3, fire: 4, fem: 5, seks: 6 };
const pointNouns = "(?:indstilling(?:er|erne)?|indstillingspunkter(?:ne)?|punkter(?:ne)?|at'er(?:ne)?|led)";
const someOf = new RegExp(
  String.raw`(?<!\p{L})de (?:(?<before>to|tre|fire|fem|seks|\d) (?<end>første|sidste)|(?<end2>første|sidste) (?<after>to|tre|fire|fem|seks|\d))(?: ${pointNouns}(?!\p{L})|[.,]|$)`,
  'giu',
);
const ordinals = ['første', 'anden', 'tredje', 'fjerde', 'femte'];
const ordinal = '(?:første|andet|anden|tredje|fjerde|femte|sidste)';
const oneOf = new RegExp(
  String.raw`(?<!\p{L})(${ordinal})(?:(?:,| og| samt) (${ordinal}))? (?:indstilling|punkt|pkt|led)(?!\p{L})`,
  'giu',
);

/** "bortset fra punkt 3", "dog ikke pkt. 2": what comes next is left out. */
const except =
  /(?:bortset fra|med undtagelse af|undtagen|undtaget|på nær|(?:dog|men) ikke|ekskl(?:usive|\.)?|uden)(?: for)?(?: \p{L}+){0,2} ?$/iu;
/** "Pkt. 3 udskydes": what is said right after. */
const refused =
  /^(?: (?:blev|bliver|er|dog|derfor|også)){0,3} (?:udsættes|udsat|udskydes|udskudt|udgår|udgik|afventer|afvises|afvist|tages (?:af|ud)|blev taget (?:af|ud)|ikke|godkendes ikke|blev ikke)(?!\p{L})/iu;

/** "Chefforum godkendte indstillingerne", "som indstillet": a yes to all that no number limits. */
const yesToAll =
  /(?<!\p{L})(?:indstilling(?:en|erne)|som (?:indstillet|foreslået|anbefalet)|(?:alle|samtlige) (?:\p{L}+ )?(?:punkter|indstillinger))(?!\p{L})(?!(?:s)? (?:punkt|pkt|første|andet|ad))/iu;

interface Named {
  at: number;
  end: number;
  points: number[];
}

function readNumbers(text: string): number[] {
  const points: number[] = [];
  for (const part of text.split(/, ?| og | samt /)) {
    const [first = 0, last = first] = part.split(/-|–| til /).map(Number);
    for (let point = first; point <= last && points.length < 30; point += 1) points.push(point);
  }
  return points;
}

/** Every place where the decision names points, by number or by their place in the list. */
function findNamed(text: string, count: number): Named[] {
  const upTo = (many: number, end: string | undefined): number[] =>
    Array.from({ length: count }, (_, index) => index + 1).filter((point) =>
      end?.toLowerCase() === 'sidste' ? point > count - many : point <= many,
    );
  const found: Named[] = [];
  const add = ({ 0: { length }, index }: RegExpMatchArray, points: number[]): void => {
    found.push({ at: index ?? 0, end: (index ?? 0) + length, points });
  };
  for (const match of text.matchAll(reference)) add(match, readNumbers(match[1] ?? ''));
  for (const match of text.matchAll(someOf)) {
    const { before, after, end, end2 } = match.groups ?? {};
    const many = (before ?? after ?? '').toLowerCase();
    add(match, upTo(counted[many] ?? Number(many), end ?? end2));
  }
  for (const match of text.matchAll(oneOf)) {
    const words = [match[1], match[2]].flatMap((word) => word?.toLowerCase() ?? []);
    add(
      match,
      words.map((word) => (word === 'sidste' ? count : word === 'andet' ? 2 : ordinals.indexOf(word) + 1)),
    );
  }
  // A number that the recommendation has not is another list's.
  return found.some(({ points }) => points.some((point) => point < 1 || point > count)) ? [] : found;
}

/** Words that say what is done with a point, and not what it is about. */
const saysNoTopic =
  /^(?:godkend|indstil|beslut|chefforum|foreslå|igangsæt|forum|frem|fortsæt|afskaf|gennemfør|orienter|drøft|tilslut)/u;

interface Telling {
  /** The word itself. */
  whole: string;
  /** The last part of a compound: "film" of "velkomstfilm". */
  head: string;
  /** Every term it is found under. */
  terms: string[];
}

const plain = (term: string): string => term.replace(/^~/, '');

/** What tells a text apart: its words and numbers but for those that any recommendation has. */
const tellingWords = (text: string): Telling[] =>
  analyseText(text).flatMap((unit) => {
    const isNumber = unit.kind === 'number' && unit.folded.length > 1;
    const isWord = unit.kind === 'word' && unit.folded.length > 3 && !stopWords.has(unit.folded);
    if (!isNumber && (!isWord || saysNoTopic.test(unit.text.toLowerCase()))) return [];
    const terms = unit.terms.map(plain);
    const [whole = unit.folded] = terms;
    return [{ whole, head: terms.at(-1) ?? whole, terms }];
  });

const share = (part: number, of: number): number => (of === 0 ? 0 : part / of);

/** Points that only ask to hear of something or to talk of it are answered by doing so. */
const asksNothing = /efterretning|drøftes\.?$|orienteres/u;
const asksForPeople = /(?<!\p{L})(?:udpeg|vælg|valg af|nedsæt|findes)/u;

/** How much of a point's own words a decision must repeat to speak of it, where no other word of it is the others'. */
const spokenOf = 0.5;
/** In telling words that no other point has, a compound as two: fewer may be said in other words. */
const fewestOwn = 2;

/** In letters: shorter words begin too many others. */
const shortestBeginning = 4;

interface Own {
  point: number;
  /** Of its own words, a compound as two, how many the decision has. */
  said: number;
  count: number;
}

/** A compound tells as much as two words. */
const weigh = (words: readonly Telling[]): number =>
  words.reduce((sum, { terms }) => sum + (terms.length > 1 ? 2 : 1), 0);

/** Of each point the words that no other point has, and how many of them the decision says. */
function ownWords(points: readonly string[], decision: string): Own[] {
  const inDecision = new Set(tellingWords(decision).flatMap(({ terms }) => terms));
  // "buddy" is said by "buddyordningen", whether the dictionary takes that apart or not.
  const begins = (whole: string): boolean =>
    whole.length >= shortestBeginning && [...inDecision].some((term) => term.startsWith(whole));
  const all = points.map(tellingWords);
  return all.map((words, index) => {
    const others = new Set(all.filter((_, other) => other !== index).flatMap((of) => of.map(({ whole }) => whole)));
    const own = words.filter(({ whole }) => !others.has(whole));
    const said = own.filter(
      ({ whole, head }) =>
        inDecision.has(whole) || (head.length >= shortestBeginning && inDecision.has(head)) || begins(whole),
    );
    return { point: index + 1, said: weigh(said), count: weigh(own) };
  });
}

/**
 * Which points of a recommendation its decision passes over, and which it says are not approved.
 *
 * A decision may name points by number ("godkendte punkt 1 og 2", "de to første"), say yes to all of them with an exception
 * ("bortset fra punkt 3"), or answer in words of its own: then a point is passed over that has two words or more of its own, none of which
 * stand in the decision, where the decision repeats those of another point.
 */
export function readPointsOfDecision({
  decision,
  recommendation,
  outcomes,
}: Pick<AgendaItem, 'decision' | 'recommendation' | 'outcomes'>): PointsOfDecision {
  const points = recommendation?.points ?? [];
  const decides = outcomes.some(({ code }) => code !== 'none' && code !== 'unclassified');
  if (decision === null || points.length < 2 || !decides) return none;
  const text = decision.replace(/\s+/g, ' ');
  const named = findNamed(text, points.length);
  const excepted = new Set(
    named
      .filter(
        ({ at, end }) => except.test(text.slice(Math.max(0, at - 60), at)) || refused.test(text.slice(end, end + 60)),
      )
      .flatMap(({ points: of }) => of),
  );
  const sorted = [...excepted].sort((one, other) => one - other);
  const own = ownWords(points, text);
  const isSpokenOf = ({ point, said, count }: Own): boolean =>
    named.some(({ points: of }) => of.includes(point)) ||
    outcomes.some((outcome) => outcome.point === point) ||
    share(said, count) >= spokenOf ||
    (said > 0 && count > fewestOwn) ||
    asksNothing.test(points[point - 1] ?? '') ||
    (asksForPeople.test(points[point - 1] ?? '') && outcomes.some(({ code }) => code === 'nominated'));
  const isOfWhole = outcomes.some(
    ({ code, point }) => point === null && (code === 'postponed' || code === 'withdrawn'),
  );
  if (isOfWhole || yesToAll.test(text)) return { passedOver: [], excepted: sorted };
  const isLimited = named.length > 0 || outcomes.every(({ point }) => point !== null);
  const repeats = own.some((one) => one.said > 0 && share(one.said, one.count) >= spokenOf);
  const passedOver = own.filter(
    (one) => !isSpokenOf(one) && (isLimited || (repeats && one.said === 0 && one.count >= fewestOwn)),
  );
  return { passedOver: passedOver.map(({ point }) => point), excepted: sorted };
}
