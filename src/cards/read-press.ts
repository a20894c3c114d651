import { type ZodType, z } from 'zod';
import { AppError } from '../domain/app-error.js';
import { texts } from '../texts.js';

/** An id as it stands in a button's data: opaque here, proved only by the store. */
export const pressedId = z.string().min(1).max(200);

/** 1-based page; absent on most buttons. */
export const pressedPage = z.number().int().min(1).max(10_000).default(1);

/** The longest question that travels in a button, in characters; it stands in the card many times. */
export const longestCarriedQuestion = 200;

/** The question whose answer a button leads back to. */
export const pressedQuestion = z.string().trim().min(1).max(longestCarriedQuestion);

/**
 * Reads the data that came back with a press. It went through the person's client, so it is as untrusted as any text.
 *
 * @throws AppError `invalid_input` when it is nothing this button sends.
 */
export function readPress<T>(schema: ZodType<T>, data: unknown): T {
  const read = schema.safeParse(data);
  if (!read.success)
    throw new AppError('invalid_input', 'a press carried data its button does not send', {
      reply: texts.unreadableButton,
    });
  return read.data;
}
