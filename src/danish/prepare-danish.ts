import { loadDictionary } from './dictionary.js';
import { forumSynonyms } from './synonyms.js';

/**
 * Loads what the first question would else wait for, in steps: half a second of work, during which a bot that has just started can
 * be asked already.
 */
export function* prepareDanish(): Generator<void> {
  yield* loadDictionary();
  forumSynonyms();
}
