import { foldLetters, foldQuestion } from '../../danish/letters.js';
import { readOnlyName } from './read-only-name.js';
import { readPeriod } from './read-period.js';

/** A question about all that somebody promised. */
export interface PromiseQuestion {
  /** Who, as typed; empty: everything anybody promised. */
  whose: string;
  /** "frister": only those that are due some day. */
  onlyDeadlines: boolean;
  /** Only those whose deadline has passed. */
  onlyPassed: boolean;
}

/** What asks for promises by name. Letters folded. */
const nouns =
  /(?<!\p{L})(?:opgaver|opgaverne|tilsagn|tilsagnene|loefter|loefterne|haengepartier|frister|fristerne|forpligtelser|to-?do)(?!\p{L})/u;

/** What asks for them by what somebody is to do; a name must stand between. Letters folded. */
const verbs: readonly RegExp[] = [
  /^(?:og )?(?:hvad|hvilke ting|alt hvad)(?: er det)? (?:skal|skulle|mangler|skylder|lovede)(?!\p{L})/u,
  /^(?:og )?hvad har .{2,60} (?:lovet|sagt ja til|paa sin tavle|paa tavlen)(?!\p{L})/u,
  /^(?:og )?hvad (?:er|blev) .{2,60} (?:bedt om|ansvarlige? for|sat til)(?!\p{L})/u,
  /^(?:og )?hvad (?:haenger paa|ligger hos|venter vi paa fra|staar .{2,60} for|foelger .{2,60} op paa)(?!\p{L})/u,
];

const deadlines = /(?<!\p{L})frister(?:ne)?(?!\p{L})/u;

const passed = /(?<!\p{L})(?:overskred\p{L}*|passere\p{L}*|udloeb\p{L}*|forsinke\p{L}*|forfald\p{L}*)(?!\p{L})/u;

/** Every word that may stand around the name; with any other the question is about one thing, and not about all. Letters folded. */
const around: ReadonlySet<string> = new Set(
  foldLetters(
    `hvad hvilke hvilket ting alt alle og er der det den de som har have skal skulle mangler skylder lovede lovet sagt ja blevet blev
    bedt sat ansvarlig ansvarlige opgaver opgaverne opgave tilsagn tilsagnene løfter løfterne hængepartier frister fristerne forpligtelser
    todo to do gøre lave følge følger op på levere nå huske aflevere sørge for stå står tage af sig vende tilbage med komme sende ordne arbejde
    bidrage til hos fra om at i inden før efter siden lige nu stadig endnu egentlig os vi venter hænger ligger sin tavle tavlen liste over
    oversigt vis mig giv åbne åben kommende udestående uløste overskredet overskredne passeret passerede udløbet udløbne forsinket
    forsinkede forfaldne fristen deres hans hendes fået`,
  ).split(/\s+/),
);

/** Whether it asks for what somebody promised, or for what somebody is to do, if nothing but a name stands in it. */
const mayAsk = (folded: string): boolean => nouns.test(folded) || verbs.some((form) => form.test(folded));

/** Whether a question may be about all that one person promised, so that a name in small letters is one. */
export const asksForPromises = (text: string): boolean =>
  mayAsk(foldQuestion(text)) && (readOnlyName(text, around) ?? '') !== '';

/**
 * "hvad skal M&T gøre", "opgaver til Jonas", "hvilke frister er overskredet": whose promises are asked for. Undefined where something else is
 * asked, such as what somebody is to do about one thing.
 *
 * @param today ISO date.
 */
export function readPromiseQuestion(text: string, today: string): PromiseQuestion | undefined {
  const folded = foldQuestion(text);
  if (!mayAsk(folded)) return undefined;
  const whose = readOnlyName(text, around, [readPeriod(text.toLowerCase(), today)]);
  if (whose === undefined || (whose === '' && !nouns.test(folded))) return undefined;
  return { whose, onlyDeadlines: deadlines.test(folded), onlyPassed: passed.test(folded) };
}
