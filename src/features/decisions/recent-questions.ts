import type { Clock } from '../../domain/clock.js';
import type { Turn } from '../../routing/turn.js';

/** What a person asked a moment ago in the same conversation, so that "og hvad er fristen?" can be understood. */
export interface RecentQuestions {
  find(turn: Turn): string | undefined;
  save(turn: Turn, question: string): void;
  /** The next question stands alone. */
  forget(turn: Turn): void;
}

const keptMs = 15 * 60_000;
/** More people than talk to one forum's bot in a quarter of an hour. */
const mostKept = 1_000;

const keyOf = ({ conversation, sender }: Turn): string => JSON.stringify([conversation.id, sender.id]);

/** Kept in memory only, for a quarter of an hour, and never written anywhere. */
export function createRecentQuestions(clock: Clock): RecentQuestions {
  // In the order they were saved: the oldest first.
  const questions = new Map<string, { question: string; savedAt: number }>();
  const isOld = (savedAt: number): boolean => clock.now().getTime() - savedAt > keptMs;

  return {
    find(turn) {
      const recent = questions.get(keyOf(turn));
      return recent === undefined || isOld(recent.savedAt) ? undefined : recent.question;
    },

    forget(turn) {
      questions.delete(keyOf(turn));
    },

    save(turn, question) {
      const key = keyOf(turn);
      questions.delete(key);
      questions.set(key, { question, savedAt: clock.now().getTime() });
      for (const [oldest, { savedAt }] of questions) {
        if (questions.size <= mostKept && !isOld(savedAt)) break;
        questions.delete(oldest);
      }
    },
  };
}
