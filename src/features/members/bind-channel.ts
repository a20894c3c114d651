import { z } from 'zod';
import { button, verbs } from '../../cards/button.js';
import { chooseForumCard } from '../../cards/choose-forum-card.js';
import { pressedId, readPress } from '../../cards/read-press.js';
import type { Reply } from '../../routing/reply.js';
import type { CardVerb, Command } from '../../routing/routes.js';
import type { Turn } from '../../routing/turn.js';
import type { Forum } from '../../store/ports.js';
import { getForum, listForumsFor, type Managing } from './managing.js';
import { channelTexts, memberButtons } from './phrases.js';

async function bind({ conversations }: Managing, turn: Turn, forum: Forum): Promise<{ text: string }> {
  const { reference } = turn;
  if (reference?.kind !== 'channel') return { text: channelTexts.notAChannel };
  const before = await conversations.findChannel(forum.id);
  // Bound again all the same: the way there may have changed.
  await conversations.bindChannel(forum.id, reference);
  if (before?.conversationId === reference.conversationId) return { text: channelTexts.alreadyBound(forum.name) };
  return { text: before === undefined ? channelTexts.bound(forum.name) : channelTexts.moved(forum.name) };
}

/** `tilknyt kanal`, written in a channel: makes it the forum's own. */
export function createBindChannelCommand(managing: Managing): Command {
  return {
    name: 'members.bindChannel',
    words: ['tilknyt kanal', 'tilknyt kanalen'],
    usage: 'tilknyt kanal',
    description: 'Gør kanalen til forummets, skrevet i kanalen (for sekretæren).',
    descriptionInEnglish: "Make the channel the forum's own, typed in the channel (for the secretary).",
    isForSecretary: true,
    accepts: (rest) => rest === '',
    async run(turn): Promise<Reply> {
      const forums = await listForumsFor(managing, turn, 'bind_channel');
      const [forum, ...others] = forums;
      if (turn.reference?.kind !== 'channel') return { text: channelTexts.notAChannel };
      if (forum !== undefined && others.length === 0) return bind(managing, turn, forum);
      return chooseForumCard({ question: channelTexts.chooseForum }, forums, ({ id, name }) =>
        button(name, verbs.bindChannel, { forumId: id }, `${memberButtons.bind}: ${name}`),
      );
    },
  };
}

const pressed = z.object({ forumId: pressedId });

/** The same for a secretary of several forums, who chose one. */
export function createBindChannelVerb(managing: Managing): CardVerb<z.infer<typeof pressed>> {
  return {
    verb: verbs.bindChannel,
    read: (data) => readPress(pressed, data),
    async run(turn, { forumId }) {
      (await managing.rightsOf(turn)).require(forumId, 'bind_channel', 'open');
      return bind(managing, turn, await getForum(managing, forumId));
    },
  };
}
