import type { AudienceOf } from '../../routing/audience-of.js';
import type { Command } from '../../routing/routes.js';
import type { MinutesStore } from '../../store/ports.js';
import { findExamples } from './find-examples.js';
import { helpCard } from './help-cards.js';

export interface Helping {
  minutes: Pick<MinutesStore, 'listMeetings' | 'getMeeting'>;
  audienceOf: AudienceOf;
  /** All commands there are, help among them. */
  commands: () => readonly Command[];
}

/** `hjælp`: what one can ask and write. */
export function createShowHelpCommand({ minutes, audienceOf, commands }: Helping): Command {
  return {
    name: 'help.showHelp',
    words: ['hjælp', 'help', '?', 'hvad kan du', 'hvad kan jeg spørge om'],
    usage: 'hjælp',
    description: 'Se, hvad du kan spørge om.',
    accepts: (rest) => rest === '' || /^mig$/i.test(rest),
    async run(turn) {
      return helpCard(await findExamples(minutes, await audienceOf(turn)), commands());
    },
  };
}
