import type { Reply } from '../../routing/reply.js';
import type { Command } from '../../routing/routes.js';
import type { MessageTurn } from '../../routing/turn.js';
import { newsCommand } from './phrases.js';

/** `nyt`, `nyt siden sommerferien`: what was decided since, asked as the question it is. */
export function createShowNewsCommand({ ask }: { ask(turn: MessageTurn): Promise<Reply> }): Command {
  return {
    name: 'decisions.showNews',
    words: ['nyt', 'nyheder'],
    usage: 'nyt siden <dato>',
    description: newsCommand.description,
    descriptionInEnglish: newsCommand.descriptionInEnglish,
    speaksEnglish: true,
    accepts: (rest) => rest === '' || /^(?:siden|fra|i|efter) /i.test(rest),
    run: (turn, rest) => ask({ ...turn, text: newsCommand.question(rest) }),
  };
}
