import { AppError } from '../../../domain/app-error.js';
import type { MeetingDocument } from '../../../domain/meeting-document.js';
import { filePhrases } from './phrases.js';

/** The longest real minutes are well under a tenth of each. */
export const extentLimits = {
  items: 1000,
  /** Letters of one item: the longest step of keeping a document is one item's, and everybody waits for that. */
  itemLetters: 200_000,
};

/** @throws AppError `invalid_input` for a document with more items, or a longer one, than the archive takes. */
export function checkExtent({ items }: MeetingDocument): void {
  const isLong = items.some(
    ({ sections }) => sections.reduce((sum, { text }) => sum + text.length, 0) > extentLimits.itemLetters,
  );
  if (items.length > extentLimits.items || isLong)
    throw new AppError(
      'invalid_input',
      `it holds more than ${extentLimits.items} items, or one of more than ${extentLimits.itemLetters} letters`,
      { reply: filePhrases.tooExtensive },
    );
}
