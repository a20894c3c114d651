import { z } from 'zod';
import { verbs } from '../../cards/button.js';
import { escapeMarkdown } from '../../cards/escape-markdown.js';
import { pressedPage, pressedQuestion, readPress } from '../../cards/read-press.js';
import type { CardVerb } from '../../routing/routes.js';
import { answerCard } from './answer-card.js';
import type { Asking } from './ask.route.js';

const pressed = z.object({ question: pressedQuestion, context: pressedQuestion.optional(), page: pressedPage });

/** The answer to a question that stands on a card: an example, or the answer an item was opened from. */
export function createShowAnswerVerb({
  answer,
  audienceOf,
}: Pick<Asking, 'answer' | 'audienceOf'>): CardVerb<z.infer<typeof pressed>> {
  return {
    verb: verbs.showAnswer,
    speaksEnglish: true,
    read: (data) => readPress(pressed, data),
    async run(turn, { question, context, page }) {
      const found = await answer(question, await audienceOf(turn), context);
      return answerCard(found, { question, context }, 'press', page) ?? { text: escapeMarkdown(found.text) };
    },
  };
}
