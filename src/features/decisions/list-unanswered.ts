import { toLocalTime } from '../../danish/date-format.js';
import { toInstant } from '../../danish/local-time.js';
import { questionKey } from '../../danish/question-key.js';
import type { Audience } from '../../domain/access.js';
import { AppError } from '../../domain/app-error.js';
import type { CitedItem } from '../../domain/asked-question.js';
import type { Enquiry } from '../../domain/enquiry.js';
import type { EnquiryStore, KeptQuestion, MinutesStore, QuestionLog } from '../../store/ports.js';

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
  /** The secretariat was asked too, and finds that the minutes should have said it. */
  isWorthAdding: boolean;
}

const sameQuestion = ({ question, context }: KeptQuestion): string => questionKey(question, context);

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

/** Where it is known what was asked in vain. */
export interface Unanswered {
  questions: Pick<QuestionLog, 'listUnanswered'>;
  minutes: Pick<MinutesStore, 'getItem'>;
  enquiries: Pick<EnquiryStore, 'listWorthAdding'>;
}

/** A question the secretariat found worth adding, which the log of questions does not hold: one asked by a button. */
function fromEnquiry({ question, context, askedAt }: Enquiry): UnansweredQuestion {
  const { date } = toLocalTime(askedAt);
  const asked = { question, context, count: 1, firstAsked: date, lastAsked: date };
  return { ...asked, notFound: 1, thumbsDown: 0, comments: [], cited: [], isWorthAdding: true };
}

/**
 * What was asked in vain: nothing was found, or somebody gave the answer a thumb down. Newest first.
 *
 * @param since ISO date, included.
 */
export async function listUnanswered(
  { questions, minutes, enquiries }: Unanswered,
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

  const sinceMidnight = since === undefined ? undefined : toInstant(since, '00:00');
  const worthAdding = await enquiries.listWorthAdding(audience, sinceMidnight);
  const keyOf = ({ question, context }: Enquiry): string => questionKey(question, context);
  const worthByKey = new Map(worthAdding.toReversed().map((enquiry) => [keyOf(enquiry), enquiry]));
  const unanswered: UnansweredQuestion[] = [...worthByKey]
    .filter(([key]) => !groups.has(key))
    .map(([, enquiry]) => fromEnquiry(enquiry));
  for (const [key, group] of groups) {
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
      isWorthAdding: worthByKey.has(key),
    });
  }
  return unanswered.sort((one, other) => other.lastAsked.localeCompare(one.lastAsked));
}
