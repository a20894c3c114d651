import { z } from 'zod';
import { verbs } from '../../cards/button.js';
import { pressedQuestion, readPress } from '../../cards/read-press.js';
import type { CardVerb } from '../../routing/routes.js';
import type { MinutesStore } from '../../store/ports.js';
import type { Asking } from './ask.route.js';
import { cardPhrases } from './card-phrases.js';
import { exportFinds, toCsv } from './export-finds.js';

const pressed = z.object({ question: pressedQuestion, context: pressedQuestion.optional() });

/** In characters; the topic stands in the file's name. */
const longestTopic = 60;

/** What no file system takes in a name, and what would hide its ending. */
const toFileName = (topic: string): string =>
  topic
    .replace(/[^\p{L}\p{N} &-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestTopic)
    .trim();

/** The list on a card as a file: asked anew for the one who presses, so that it holds what that person may see and no more. */
export function createExportAnswerVerb({
  answer,
  audienceOf,
  minutes,
}: Pick<Asking, 'answer' | 'audienceOf'> & { minutes: Pick<MinutesStore, 'getItem'> }): CardVerb<
  z.infer<typeof pressed>
> {
  return {
    verb: verbs.exportAnswer,
    speaksEnglish: true,
    read: (data) => readPress(pressed, data),
    async run(turn, { question, context }) {
      if (turn.conversation.kind !== 'personal') return { text: cardPhrases.csvOnlyPersonal };
      const audience = await audienceOf(turn);
      const found = await answer(question, audience, context);
      const rows = await exportFinds(minutes, audience, found);
      if (rows.length === 0) return { text: cardPhrases.csvNothing };
      const arePromises = rows.some(({ until }) => until !== undefined);
      const name = arePromises ? cardPhrases.csvPromisesName : cardPhrases.csvName(toFileName(found.searched.topic));
      return {
        text: cardPhrases.csvOffered(rows.length),
        file: { name, bytes: Buffer.from(toCsv(rows), 'utf8'), description: cardPhrases.csvDescription(rows.length) },
      };
    },
  };
}
