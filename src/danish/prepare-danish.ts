import { loadDictionary } from './dictionary.js';
import { loadForumSynonyms } from './synonyms.js';

/**
 * Loads what the first question would else hold everybody up for: half a second of work in steps. Whoever comes meanwhile waits for it
 * in the same way; afterwards there is nothing left to do.
 */
export function* prepareDanish(): Generator<void> {
  yield* loadDictionary();
  yield* loadForumSynonyms();
}
