import { toLocalTime } from '../../danish/date-format.js';
import type { Clock } from '../../domain/clock.js';
import { speaking } from '../../domain/language.js';
import type { AudienceOf } from '../../routing/audience-of.js';
import { personOf } from '../../routing/person-of.js';
import type { Reply } from '../../routing/reply.js';
import type { Command } from '../../routing/routes.js';
import type { MessageTurn, Turn } from '../../routing/turn.js';
import { type Looking, longestTyped, type Walking } from './walk.js';
import { walkCard } from './walk-card.js';

export interface WalkingDependencies {
  walks: readonly Walking[];
  audienceOf: AudienceOf;
  clock: Clock;
  /** Answers what is no list after all. */
  ask(turn: MessageTurn): Promise<Reply>;
}

/** Who looks: what they may see in this place is decided before anything is read. */
export const lookingFrom = async (
  turn: Turn,
  { audienceOf, clock }: Pick<WalkingDependencies, 'audienceOf' | 'clock'>,
): Promise<Looking> => ({
  audience: await audienceOf(turn),
  person: personOf(turn),
  today: toLocalTime(clock.now()).date,
});

/** The command of a list; what only looks like one goes on as a question. */
export function createWalkCommand(walk: Walking, { ask, ...rest }: Omit<WalkingDependencies, 'walks'>): Command {
  const { name: list, words, usage, isInMenu } = walk;
  return {
    name: `archive.${list}`,
    words,
    usage,
    ...(isInMenu === false && { isInMenu }),
    description: speaking('da', walk.describe),
    descriptionInEnglish: speaking('en', walk.describe),
    speaksEnglish: true,
    accepts: (typed) => typed.length <= longestTyped && walk.accepts(typed),
    async run(turn, typed, usedWords = '') {
      const asked = `${walk.asks?.[usedWords] ?? ''} ${typed}`.trim();
      const found = await walk.look(asked, await lookingFrom(turn, rest));
      return found === undefined ? ask(turn) : walkCard(found, { list, asked, page: 1 });
    },
  };
}
