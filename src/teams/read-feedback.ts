import { z } from 'zod';
import type { FeedbackTurn } from '../routing/turn.js';

/** `value` of a `message/submitAction` that comes from the thumbs below a message. */
const submitted = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({ reaction: z.enum(['like', 'dislike']), feedback: z.unknown().optional() }),
});

const form = z.object({ feedbackText: z.string() });

/** The comment comes from Teams as JSON in a string; other clients send the object, or the bare words. */
function readComment(feedback: unknown): string | null {
  const isBare = typeof feedback === 'string' && !feedback.trimStart().startsWith('{');
  const read = form.safeParse(typeof feedback === 'string' ? parse(feedback) : feedback);
  const comment = isBare ? feedback.trim() : read.success ? read.data.feedbackText.trim() : '';
  return comment === '' ? null : comment;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Reads a thumb and its comment; undefined when the data says neither like nor dislike. */
export function readFeedback(value: unknown): Pick<FeedbackTurn, 'reaction' | 'comment'> | undefined {
  const read = submitted.safeParse(value);
  if (!read.success) return undefined;
  const { reaction, feedback } = read.data.actionValue;
  return { reaction, comment: readComment(feedback) };
}
