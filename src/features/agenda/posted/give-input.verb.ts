import type { z } from 'zod';
import { verbs } from '../../../cards/button.js';
import { readPress } from '../../../cards/read-press.js';
import type { CardVerb } from '../../../routing/routes.js';
import type { Posted } from './posted.js';
import { answerAboutEntry, pressedEntry } from './pressed-entry.js';

/** "Giv input" on an item. */
export function createGiveInputVerb(posted: Posted): CardVerb<z.infer<typeof pressedEntry>> {
  return {
    verb: verbs.giveInput,
    read: (data) => readPress(pressedEntry, data),
    run: (turn, data) =>
      answerAboutEntry(posted, turn, data, ({ agenda }, entry) => posted.input.give(turn, agenda, entry)),
  };
}
