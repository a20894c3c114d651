import { z } from 'zod';
import { verbs } from '../../cards/button.js';
import { readPress } from '../../cards/read-press.js';
import type { CardVerb } from '../../routing/routes.js';
import { cardPhrases } from './card-phrases.js';
import type { RecentQuestions } from './recent-questions.js';

const pressed = z.object({});

/** Forgets what was asked before in this conversation by the one who presses, so that the next question stands alone. */
export function createClearContextVerb(recent: RecentQuestions): CardVerb<z.infer<typeof pressed>> {
  return {
    verb: verbs.clearContext,
    speaksEnglish: true,
    read: (data) => readPress(pressed, data),
    async run(turn) {
      recent.forget(turn);
      return { text: cardPhrases.cleared };
    },
  };
}
