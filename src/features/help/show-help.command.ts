import type { AudienceOf } from '../../routing/audience-of.js';
import type { Command } from '../../routing/routes.js';
import type { Turn } from '../../routing/turn.js';
import type { MinutesStore } from '../../store/ports.js';
import { findExamples } from './find-examples.js';
import { helpCard } from './help-cards.js';

export interface Helping {
  minutes: Pick<MinutesStore, 'listMeetings' | 'getMeeting'>;
  audienceOf: AudienceOf;
  /** The commands for whoever asks, help among them. */
  commandsFor(turn: Turn): Promise<readonly Command[]>;
}

/** `hjælp`: what one can ask and write. */
export function createShowHelpCommand({ minutes, audienceOf, commandsFor }: Helping): Command {
  return {
    name: 'help.showHelp',
    words: ['hjælp', 'help', '?', 'hvad kan du', 'hvad kan jeg spørge om'],
    usage: 'hjælp',
    description: 'Se, hvad du kan spørge om.',
    descriptionInEnglish: 'See what you can ask.',
    speaksEnglish: true,
    accepts: (rest) => rest === '' || /^mig$/i.test(rest),
    async run(turn) {
      return helpCard(await findExamples(minutes, await audienceOf(turn)), await commandsFor(turn));
    },
  };
}
