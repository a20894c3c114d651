import { placeOf } from '../../routing/place-of.js';
import type { Reply } from '../../routing/reply.js';
import type { Command } from '../../routing/routes.js';
import { listForumsFor, type Managing } from './managing.js';
import { channelTexts } from './phrases.js';

/** `frigiv kanal`: in a channel that one; in a personal chat the channel of the secretary's forum. */
export function createReleaseChannelCommand(managing: Managing): Command {
  const { conversations } = managing;
  return {
    name: 'members.releaseChannel',
    words: ['frigiv kanal', 'frigiv kanalen'],
    usage: 'frigiv kanal',
    description: 'Tag kanalen fra forummet igen (for sekretæren).',
    descriptionInEnglish: 'Release the channel from the forum (for the secretary).',
    isForSecretary: true,
    accepts: (rest) => rest === '',
    async run(turn): Promise<Reply> {
      const forums = await listForumsFor(managing, turn, 'bind_channel');
      const isPersonal = turn.conversation.kind === 'personal';
      const here = isPersonal ? undefined : await conversations.findForumOf(placeOf(turn.conversation));
      if (!isPersonal && here === undefined) return { text: channelTexts.notThisChannel };
      const meant = isPersonal ? forums : forums.filter(({ id }) => id === here);
      if (here !== undefined && meant.length === 0)
        (await managing.rightsOf(turn)).require(here, 'bind_channel', 'open');
      const texts: string[] = [];
      for (const { id, name } of meant) {
        const isBound = (await conversations.findChannel(id)) !== undefined;
        if (isBound) await conversations.releaseChannel(id);
        texts.push(isBound ? channelTexts.released(name) : channelTexts.noneBound(name));
      }
      return { text: texts.join('\n\n') };
    },
  };
}
