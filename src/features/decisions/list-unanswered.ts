import { foldLetters } from '../../danish/letters.js';
import type { Audience } from '../../domain/access.js';
import { AppError } from '../../domain/app-error.js';
import type { CitedItem } from '../../domain/asked-question.js';
import type { KeptQuestion, MinutesStore, QuestionLog } from '../../store/ports.js';

/** An item an answer in doubt rested on. */
export interface DoubtedItem {
  /** ISO date. */
  meetingDate: string;
  itemNumber: number;
  title: string;
}

/** One question, however often and in whatever spelling it was asked in vain. */
export interface UnansweredQuestion {
  /** As it was last asked. */
  question: string;
  /** The question before, in a follow-up. */
  context: string | null;
  count: number;
  /** ISO dates. */
  firstAsked: string;
  lastAsked: string;
  /** How often nothing was found. */
  notFound: number;
  thumbsDown: number;
  /** Newest first. */
  comments: string[];
  /** What the answers with a thumb down rested on. */
  cited: DoubtedItem[];
}

/** Same words in the same order are the same question, whatever the case, spelling of å and marks. */
const sameQuestion = ({ question, context }: KeptQuestion): string =>
  [question, context ?? '']
    .map((text) =>
      foldLetters(text)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    )
    .join('\n');

const thumbsDown = ({ feedback }: KeptQuestion) => feedback.filter(({ reaction }) => reaction === 'dislike');

/** Titles are read anew, and as the audience may see them now: an item may have been closed since. */
async function describeCited(
  minutes: Pick<MinutesStore, 'getItem'>,
  audience: Audience,
  cited: readonly CitedItem[],
): Promise<DoubtedItem[]> {
  const items = new Map<string, DoubtedItem>();
  for (const { meetingId, itemNumber } of cited) {
    if (itemNumber === null) continue;
    try {
      const { meetingDate, item } = await minutes.getItem(audience, meetingId, itemNumber);
      items.set(`${meetingId} ${itemNumber}`, { meetingDate, itemNumber, title: item.topic });
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
    }
  }
  return [...items.values()];
}

/**
 * What was asked in vain: nothing was found, or somebody gave the answer a thumb down. Newest first.
 *
 * @param since ISO date, included.
 */
export async function listUnanswered(
  { questions, minutes }: { questions: Pick<QuestionLog, 'listUnanswered'>; minutes: Pick<MinutesStore, 'getItem'> },
  audience: Audience,
  since?: string,
): Promise<UnansweredQuestion[]> {
  const groups = new Map<string, [KeptQuestion, ...KeptQuestion[]]>();
  for (const forumId of audience.forumIds)
    for (const kept of await questions.listUnanswered(forumId, since)) {
      const key = sameQuestion(kept);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [kept]);
      else group.push(kept);
    }

  const unanswered: UnansweredQuestion[] = [];
  for (const group of groups.values()) {
    const [newest] = group;
    const dates = group.map(({ askedOn }) => askedOn).sort();
    const doubted = group.filter((kept) => thumbsDown(kept).length > 0);
    unanswered.push({
      question: newest.question,
      context: newest.context,
      count: group.length,
      firstAsked: dates[0] ?? newest.askedOn,
      lastAsked: dates.at(-1) ?? newest.askedOn,
      notFound: group.filter(({ status }) => status === 'not_found').length,
      thumbsDown: group.reduce((sum, kept) => sum + thumbsDown(kept).length, 0),
      comments: doubted.flatMap((kept) => thumbsDown(kept).flatMap(({ comment }) => comment ?? [])),
      cited: await describeCited(
        minutes,
        audience,
        doubted.flatMap(({ cited }) => cited),
      ),
    });
  }
  return unanswered.sort((one, other) => other.lastAsked.localeCompare(one.lastAsked));
}
