import { verbs } from '../../cards/button.js';
import type { CardVerb } from '../../routing/routes.js';
import { findExamples } from './find-examples.js';
import { helpCard } from './help-cards.js';
import type { Helping } from './show-help.command.js';

/** Help, opened from a card. */
export function createShowHelpVerb({ minutes, audienceOf, commandsFor }: Helping): CardVerb<null> {
  return {
    verb: verbs.showHelp,
    speaksEnglish: true,
    // The button sends nothing that is looked at.
    read: () => null,
    async run(turn) {
      return helpCard(await findExamples(minutes, await audienceOf(turn)), await commandsFor(turn));
    },
  };
}
