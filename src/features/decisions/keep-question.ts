import { createHash } from 'node:crypto';
import { removeInvisible } from '../../cards/remove-invisible.js';
import { onOneLine } from '../../cards/shorten.js';
import { toLocalTime } from '../../danish/date-format.js';
import { addDays } from '../../danish/dates.js';
import type { Audience } from '../../domain/access.js';
import type { Answer } from '../../domain/answer.js';
import type { Clock } from '../../domain/clock.js';
import type { Reply } from '../../routing/reply.js';
import type { Turn } from '../../routing/turn.js';
import type { MinutesStore, QuestionLog, QuestionRetention } from '../../store/ports.js';
import { mainSources } from './answer-card.js';
import type { Asked } from './card-parts.js';

export interface KeepingQuestions {
  questions: Pick<QuestionLog, 'keepQuestion'>;
  minutes: Pick<MinutesStore, 'getMeeting'>;
  clock: Clock;
  /** How many days a question is kept. */
  questionDays: number;
  /** Told how many questions were removed for their age. */
  reportRemoved(count: number): void;
}

/** The part of a reply that asks "Var svaret rigtigt?"; undefined where the answer must leave no trace. */
export type KeepQuestion = (turn: Turn, answer: Answer, asked: Asked, audience: Audience) => Reply['feedback'];

/** For so many days a thumb can be given to an answer; after that nothing leads from the question to its message. */
const messageDays = 30;

/**
 * A fingerprint of where an answer stands, so that the place itself need not be kept: the id of a personal chat is
 * as good as a name.
 */
export function messageKeyOf({ conversation }: Turn, messageId: string): string {
  // In a channel the id of the thread hangs on the channel's, not in every activity.
  const [place = ''] = conversation.id.split(';');
  return createHash('sha256').update(`${place}\n${messageId}`).digest('hex');
}

function retentionAt(today: string, questionDays: number): QuestionRetention {
  const before = (days: number): string => addDays(today, -days);
  return { removeBefore: before(questionDays), forgetMessagesBefore: before(messageDays) };
}

const toText = (typed: string): string => onOneLine(removeInvisible(typed));

/** What was searched for nothing was not about the minutes, such as a greeting or "hvem er du". */
export const isAboutMinutes = ({ status, searched, suggestions }: Answer): boolean =>
  status !== 'not_found' || searched.topic !== '' || suggestions.length > 0;

/**
 * Keeps each question with what became of it, and nobody's name. Asked by someone who sees closed items, a question may
 * itself tell of one, so it is not kept; nor is one of a reader of several forums of which none had an answer: it would tell
 * each of them what is asked of another.
 */
export function createKeepQuestion(keeping: KeepingQuestions): KeepQuestion {
  const { questions, minutes, clock, questionDays, reportRemoved } = keeping;

  /** The forum that was asked: where there are several, the one whose minutes the answer rests on first. */
  function findForum(answer: Answer, audience: Audience): (() => Promise<string>) | undefined {
    const [forumId, another] = audience.forumIds;
    if (forumId === undefined) return undefined;
    if (another === undefined) return async () => forumId;
    const [source] = mainSources(answer);
    return source && (async () => (await minutes.getMeeting(audience, source.meetingId)).forumId);
  }

  return (turn, answer, { question, context }, audience) => {
    const forumOf = findForum(answer, audience);
    if (audience.sees !== 'open' || forumOf === undefined || !isAboutMinutes(answer)) return undefined;
    return {
      async onSent(messageId) {
        const askedOn = toLocalTime(clock.now()).date;
        const kept = {
          forumId: await forumOf(),
          askedOn,
          question: toText(question),
          context: answer.isFollowUp === true && context !== undefined ? toText(context) : null,
          status: answer.status,
          cited: mainSources(answer).map(({ meetingId, itemNumber }) => ({ meetingId, itemNumber })),
          messageKey: messageId === '' ? null : messageKeyOf(turn, messageId),
        };
        const { removed } = await questions.keepQuestion(kept, retentionAt(askedOn, questionDays));
        if (removed > 0) reportRemoved(removed);
      },
    };
  };
}
