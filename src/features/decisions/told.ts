import type { Answer, ItemReference } from '../../domain/answer.js';

/** An answer without what is the same for every answer to its question. */
export type Told = Pick<Answer, 'status' | 'text' | 'sources'> &
  Partial<Pick<Answer, 'intent' | 'firstLine' | 'remarks' | 'choices' | 'isList' | 'suggestions' | 'searched'>>;

/** The archive does not say. */
export const notFound = (text: string, suggestions: ItemReference[] = []): Told => ({
  status: 'not_found',
  text,
  sources: [],
  suggestions,
});
