/** A thing of the kind asked for, found in a passage. */
export interface Found {
  text: string;
  start: number;
  end: number;
  /** 0–1: how fully it answers; a name more than an office, an office more than "cheferne". */
  quality: number;
}

export const toFound = (match: RegExpMatchArray): Found => {
  const start = match.index ?? 0;
  return { text: match[0], start, end: start + match[0].length, quality: 1 };
};

export const overlaps = (
  found: { start: number; end: number },
  others: readonly { start: number; end: number }[],
): boolean => others.some((other) => other.start < found.end && found.start < other.end);
