import { splitSentences } from '../../danish/sentences.js';
import type { AgendaItem } from '../../domain/agenda-item.js';
import type { Outcome } from '../../domain/outcome.js';

/** Nothing but talk is told of it. */
export const onlyDiscussed = (outcomes: readonly Outcome[]): boolean =>
  outcomes.length > 0 && outcomes.every(({ code }) => code === 'discussed');

/** What came of a talk: agreement, support, a wish, or what is to be done. */
const comesOfTalk = /(?<!\p{L})(?:enige?|enighed|opbakning|ønsk\p{L}*|beslut\p{L}*|skal)(?!\p{L})/iu;

/** Whether the decision says no more than that the item was talked about. */
export const tookNoStand = ({ decision, outcomes }: Pick<AgendaItem, 'decision' | 'outcomes'>): boolean =>
  onlyDiscussed(outcomes) &&
  splitSentences(decision ?? '').every(
    ({ text }) => outcomes.some((outcome) => outcome.text === text.trim()) && !comesOfTalk.test(text),
  );
