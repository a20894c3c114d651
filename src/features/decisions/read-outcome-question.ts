import { foldLetters, foldQuestion } from '../../danish/letters.js';
import { readLatestMeetings } from './read-meeting-reference.js';
import { readOnlyName } from './read-only-name.js';
import { readPeriod } from './read-period.js';

/** What may have become of an item, as one asks for it. */
export type OutcomeKind =
  | 'postponed'
  | 'withdrawn'
  | 'refused'
  | 'remarked'
  | 'approved'
  | 'noted'
  | 'nominated'
  | 'discussed';

/** A question about every item that ended in one way. */
export interface OutcomeQuestion {
  kind: OutcomeKind;
  /** Whose items, as typed; empty: everybody's. */
  whose: string;
}

/** The first that is said counts: "godkendt med bemærkninger" is said with "godkendt". Letters folded. */
const kindWords: readonly [OutcomeKind, RegExp][] = [
  ['remarked', /godkend\p{L}* (?:\p{L}+ )?med (?:bemaerkning|aendring|forbehold|rettelse)/u],
  [
    'refused',
    /afvis|nedstem|forkast|fravalg|(?:sagt|sagde|siger) (?:\p{L}+ )?nej(?!\p{L})|ikke (?:\p{L}+ )?(?:godkend|vedtag|tiltraad)/u,
  ],
  ['postponed', /(?<!\p{L})(?:udsat|udsatte|udsatt|udskudt|udskudte|udskoed|udsaettelser?)(?!\p{L})/u],
  ['withdrawn', /(?<!\p{L})(?:udgaaet|udgaaede|udgik|trukket|pillet|taget af)(?!\p{L})/u],
  ['nominated', /(?<!\p{L})(?:udpeget|udpegede|udpegninger|udpegning|udpegelser)(?!\p{L})/u],
  ['noted', /(?<!\p{L})til efterretning(?!\p{L})/u],
  ['discussed', /(?<!\p{L})(?:kun|bare|blot) droeft|droeft\p{L}* (?:\p{L}+ ){0,2}uden (?:\p{L}+ ){0,3}beslut/u],
  ['approved', /(?<!\p{L})(?:godkendt|godkendte|tiltraadt|tiltraadte|(?:sagt|sagde) (?:\p{L}+ )?ja)(?!\p{L})/u],
];

/** In which way something ended, as a question says it; undefined where it names none. */
export function readOutcomeKind(text: string): OutcomeKind | undefined {
  const folded = foldLetters(text);
  return kindWords.find(([, words]) => words.test(folded))?.[0];
}

/** All of them are asked for, and not "blev punktet udsat?". Letters folded. */
const asksForAll =
  /(?<!\p{L})(?:hvad|hvilke|hvilket|hvilken|mange|alle|alt|liste|oversigt|vis|nogen|nogle|noget|punkter|sager|udpegninger|beslutninger|hvem)(?!\p{L})/u;

/** Every word that may stand in such a question; with any other it is about one thing. Letters folded. */
const around: ReadonlySet<string> = new Set(
  foldLetters(
    `hvad hvilke hvilket hvilken hvem hvor mange punkt punkter punkterne dagsordenspunkter sag sager sagerne emner emne beslutninger
    beslutning indstillinger udpegninger udpegning udpegelser udsættelser alt alle ting noget nogen nogle en er det der den de som har have
    havde fået fik få blev blevet bliver er var været vi vores chefforum chefforummet forummet man i på fra for af om til med ved siden efter før
    under gennem årene tiden møde mødet møder møderne referat referatet referaterne dagsorden dagsordenen sidste seneste gang år året
    liste oversigt over vis mig giv find nævn og så også egentlig indtil nu stå står stod
    udsat udsatte udsatt udskudt udskudte udskød udskudt udgået udgåede udgik trukket tilbage taget tog pillet efterretning
    afvist afviste afvis nedstemt forkastet forkastede fravalgt fravalgte sagt sagde nej ja ikke
    godkendt godkendte tiltrådt tiltrådte bemærkning bemærkninger ændring ændringer forbehold rettelser
    udpeget udpegede drøftet drøftede kun bare blot uden at beslutte besluttet`,
  ).split(/\s+/),
);

/**
 * "hvad blev udsat i 2020", "alle udpegninger i 2024", "hvad har M&T fået godkendt i år": which way of ending is asked about. Undefined where
 * something else is asked, such as how one thing ended.
 *
 * @param today ISO date.
 */
export function readOutcomeQuestion(text: string, today: string): OutcomeQuestion | undefined {
  const folded = foldQuestion(text);
  const kind = readOutcomeKind(text);
  if (kind === undefined || !asksForAll.test(folded)) return undefined;
  const lower = text.toLowerCase();
  const whose = readOnlyName(text, around, [readPeriod(lower, today), readLatestMeetings(lower)]);
  return whose === undefined ? undefined : { kind, whose };
}
