import { foldLetters, foldQuestion } from '../../danish/letters.js';
import { readLatestMeetings } from './read-meeting-reference.js';
import { readOnlyName } from './read-only-name.js';
import { readPeriod } from './read-period.js';

/** A question about how often somebody came, or did not. */
export interface AttendanceCount {
  counts: 'absences' | 'presences';
  /** Who, as typed; undefined: who most often. */
  whose: string | undefined;
}

/** Letters folded. */
const asksHowOften =
  /(?<!\p{L})(?:hvor mange (?:gange|moeder|afbud)|hvor (?:tit|ofte)|antal(?:let af)? (?:moeder|gange|afbud))(?!\p{L})/u;
const asksWhoMost = /(?<!\p{L})hvem(?!\p{L}).{0,60}(?<!\p{L})(?:oftest|flest|mest|hyppigst)(?!\p{L})/u;
const absences =
  /(?<!\p{L})(?:afbud|fravaer\p{L}*|mangle[tdr]?\p{L}*|udeble\p{L}*|meldt fra|meldte fra|ikke (?:\p{L}+ )?(?:med|til stede|deltag\p{L}*|moedt))(?!\p{L})/u;
const presences =
  /(?<!\p{L})(?:deltag\p{L}*|deltog|med (?:til|paa|i)|vaeret med|til stede|tilstede|moedt|moedte|moedt op)(?!\p{L})/u;

/** Every word that may stand around the name. Letters folded. */
const around: ReadonlySet<string> = new Set(
  foldLetters(
    `hvor mange gange møder møde mødet møderne tit ofte antal antallet af hvem har havde haft fået er var været blev kom i på til fra for ved med om
    fraværende fravær afbud meldt meldte fra manglet manglede mangler udeblevet udeblev ikke deltaget deltog deltager stede tilstede mødt mødte
    op oftest flest mest hyppigst chefforum chefforummet forummet vi os den de det der som så nu egentlig siden gennem årene tiden året år
    sidste seneste`,
  ).split(/\s+/),
);

/**
 * "hvor mange gange har Ida været fraværende", "hvor mange møder var Ida med til i 2024", "hvem har oftest afbud". Undefined where something
 * else is asked, such as how many came to one thing.
 *
 * @param today ISO date.
 */
export function readAttendanceCount(text: string, today: string): AttendanceCount | undefined {
  const folded = foldQuestion(text);
  const isMost = asksWhoMost.test(folded);
  if (!isMost && !asksHowOften.test(folded)) return undefined;
  const counts = absences.test(folded) ? 'absences' : presences.test(folded) ? 'presences' : undefined;
  if (counts === undefined) return undefined;
  const lower = text.toLowerCase();
  const whose = readOnlyName(text, around, [readPeriod(lower, today), readLatestMeetings(lower)]);
  if (whose === undefined || (whose === '') !== isMost) return undefined;
  return { counts, whose: isMost ? undefined : whose };
}
