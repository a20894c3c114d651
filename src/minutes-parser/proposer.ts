/**
 * The line that opens a recommendation.
 *
 *     Direktøren for Børn, Sundhed & Velfærd indstiller,
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
const longestProposer = 160;
const verb = 'indstiller';

export interface ProposerLine {
  proposer: string;
  /** The words after "indstiller,"; empty as a rule, for the points follow on lines of their own. */
  rest: string;
}

/** The proposer of a line ending in "indstiller," (or "indstiller:", "indstiller, at"); undefined for prose that only holds the word. */
export function readProposer(text: string): ProposerLine | undefined {
  const line = readProposalSentence(text);
  return line !== undefined && /^(?:at)?:?$/u.test(line.rest) && isMarked(text) ? line : undefined;
}

/** As `readProposer`, but the first point may follow in the same paragraph: "Kommunaldirektøren indstiller, at punktet drøftes." */
export function readProposalSentence(text: string): ProposerLine | undefined {
  const at = text.slice(0, longestProposer + verb.length + 2).indexOf(verb);
  if (at < 2 || !/^\s/u.test(text[at - 1] ?? '') || /^\p{L}/u.test(text[at + verb.length] ?? '')) return undefined;
  const proposer = text.slice(0, at).trim();
  if (!/^\p{Lu}/u.test(proposer) || /[!?:;]|[^.\s]{7,}\.\s/u.test(proposer)) return undefined;
  return {
    proposer,
    rest: text
      .slice(at + verb.length)
      .replace(/^\s*[,:]?\s*/u, '')
      .trim(),
  };
}

/** True for a line after which the points begin. */
export function endsProposer(line: string): boolean {
  return /indstiller\s*[,:]$/u.test(line.slice(-20).trimEnd());
}

function isMarked(text: string): boolean {
  return /indstiller\s*(?:[,:]|,? at:?)$/u.test(text.slice(-24).trimEnd());
}

/** True when the proposer is one of the administration's own offices, and not a body whose recommendation is quoted. */
export function isOwnOffice(proposer: string): boolean {
  return /^(?:konst|fung|fg|kst)?(?:itueret|erende)?\.? ?(?:\p{L}*direktør|\p{L}*chef|\p{L}*leder|sekretariat|centerchef)/iu.test(
    proposer,
  );
}
