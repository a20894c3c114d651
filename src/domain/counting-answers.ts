import type { InputAnswer } from './input.js';

/** What one respondent's versions of an answer to one request come to. */
export interface AnswerStanding {
  /** The version that counts: the newest that came in time or was taken in; null: none, or withdrawn. */
  counting: InputAnswer | null;
  /** A newer version that came too late and waits for the secretary; null: none. */
  late: InputAnswer | null;
}

const keyOf = ({ requestId, respondentId }: Pick<InputAnswer, 'requestId' | 'respondentId'>): string =>
  `${requestId} ${respondentId}`;

function standingOf(versions: readonly InputAnswer[]): AnswerStanding {
  const newestCounting = versions.findLast(({ isLate, isAccepted }) => !isLate || isAccepted);
  const newest = versions.at(-1);
  return {
    counting: newestCounting?.value === null ? null : (newestCounting ?? null),
    late: newest !== undefined && newest !== newestCounting && !newest.isSetAside ? newest : null,
  };
}

/** Looks up what counts of a respondent's answers to a request. `answers`: every version, of one pair oldest first. */
export function readStandings(
  answers: readonly InputAnswer[],
): (requestId: string, respondentId: string) => AnswerStanding {
  const byPair = new Map<string, InputAnswer[]>();
  for (const answer of answers) {
    const versions = byPair.get(keyOf(answer));
    if (versions === undefined) byPair.set(keyOf(answer), [answer]);
    else versions.push(answer);
  }
  return (requestId, respondentId) => standingOf(byPair.get(keyOf({ requestId, respondentId })) ?? []);
}
