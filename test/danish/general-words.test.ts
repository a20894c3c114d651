import { describe, expect, it } from 'vitest';
import { isGeneralWord } from '../../src/danish/general-words.js';
import { foldLetters } from '../../src/danish/letters.js';

describe('everyday words', () => {
  it.each(['klar', 'problemer', 'overblik', 'hyrede', 'kiggede', 'papiret', 'måden', 'tilbage'])(
    'say little about a topic: %s',
    (word) => {
      expect(isGeneralWord(foldLetters(word))).toBe(true);
    },
  );

  it.each(['lokalplan', 'skole', 'budget', 'rygning', 'grund', 'ramme', 'løn', 'vej', 'skade', 'Karen', 'ESDH'])(
    'leave alone what an agenda item may be about: %s',
    (word) => {
      expect(isGeneralWord(foldLetters(word))).toBe(false);
    },
  );
});
