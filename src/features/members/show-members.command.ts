import type { Reply } from '../../routing/reply.js';
import type { Command } from '../../routing/routes.js';
import { chooseForum, listForumsFor, type Managing, requireManager, showRegister } from './managing.js';

/** `medlemmer`: who belongs to the forum, for its secretary. */
export function createShowMembersCommand(managing: Managing): Command {
  return {
    name: 'members.showMembers',
    words: ['medlemmer', 'medlemsliste', 'vis medlemmer'],
    usage: 'medlemmer',
    description: 'Se og ret, hvem der er med i forummet (for sekretæren).',
    descriptionInEnglish: 'See and change who is in the forum (for the secretary).',
    isForSecretary: true,
    accepts: (rest) => rest === '',
    async run(turn): Promise<Reply> {
      const forums = await listForumsFor(managing, turn, 'manage_members');
      const [forum, ...others] = forums;
      if (forum !== undefined) await requireManager(managing, turn, forum.id);
      return forum === undefined || others.length > 0 ? chooseForum(forums) : showRegister(managing, forum);
    },
  };
}
