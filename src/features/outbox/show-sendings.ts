import { z } from 'zod';
import { button, verbs } from '../../cards/button.js';
import { chooseForumCard } from '../../cards/choose-forum-card.js';
import { pressedId, readPress } from '../../cards/read-press.js';
import type { CardReply } from '../../routing/reply.js';
import type { CardVerb, Command } from '../../routing/routes.js';
import { troubleNotice } from '../../routing/unasked.js';
import type { Forum } from '../../store/ports.js';
import { phrases, troubledStates } from './phrases.js';
import { getMessageFor, listForumsFor, namesIn, type Sendings } from './sendings.js';
import { sendingCard, sendingsCard } from './sendings-card.js';

type ShownCard = Extract<CardReply, { card: unknown }>;

const shownLatest = 100;

async function showForum(sendings: Sendings, forum: Forum): Promise<ShownCard> {
  const { outbox, titleOf } = sendings;
  const [troubled, waiting, settled, nameOf] = await Promise.all([
    outbox.listMessages(forum.id, troubledStates, shownLatest),
    outbox.listMessages(forum.id, ['waiting', 'sending'], shownLatest),
    outbox.listMessages(forum.id, ['sent', ...troubledStates], shownLatest),
    namesIn(sendings, forum.id),
  ]);
  const latest = settled.filter(({ kind, action }) => kind !== troubleNotice && action === 'create');
  return sendingsCard({ forum, troubled, waiting: waiting.toReversed(), latest, nameOf, titleOf });
}

/** `udsendelser`: what Referent sends by itself, for the secretary. */
export function createShowSendingsCommand(sendings: Sendings): Command {
  return {
    name: 'outbox.showSendings',
    words: ['udsendelser', 'vis udsendelser'],
    usage: 'udsendelser',
    description: 'Se, hvad der er sendt og til hvem, og afklar usikre beskeder (for sekretæren).',
    descriptionInEnglish: 'See what was sent to whom, and settle messages in doubt (for the secretary).',
    isForSecretary: true,
    accepts: (rest) => rest === '',
    async run(turn) {
      const forums = await listForumsFor(sendings, turn);
      const [forum, ...others] = forums;
      if (forum === undefined) return { text: phrases.nothingSent };
      if (others.length === 0) return showForum(sendings, forum);
      return chooseForumCard({ question: phrases.whichForum }, forums, ({ id, name }) =>
        button(name, verbs.showSendings, { forumId: id }),
      );
    },
  };
}

const ofForum = z.object({ forumId: pressedId });

export function createShowSendingsVerb(sendings: Sendings): CardVerb<z.infer<typeof ofForum>> {
  return {
    verb: verbs.showSendings,
    read: (data) => readPress(ofForum, data),
    async run(turn, { forumId }) {
      const forum = (await listForumsFor(sendings, turn)).find(({ id }) => id === forumId);
      return forum === undefined ? { text: phrases.unreadable } : showForum(sendings, forum);
    },
  };
}

const ofMessage = z.object({ id: pressedId });

/** One message in trouble. */
export function createShowSendingVerb(sendings: Sendings): CardVerb<z.infer<typeof ofMessage>> {
  return {
    verb: verbs.showSending,
    read: (data) => readPress(ofMessage, data),
    async run(turn, { id }) {
      const [forum, message] = await getMessageFor(sendings, turn, id);
      return sendingCard(message, forum, await namesIn(sendings, forum.id), sendings.titleOf);
    },
  };
}

const verdict = ofMessage.extend({ verdict: z.enum(['arrived', 'send_again']) });

/** What a person says of a message in trouble. Of two who press at once the second is told that it is settled. */
export function createResolveSendingVerb(sendings: Sendings): CardVerb<z.infer<typeof verdict>> {
  return {
    verb: verbs.resolveSending,
    read: (data) => readPress(verdict, data),
    async run(turn, pressed) {
      const [forum] = await getMessageFor(sendings, turn, pressed.id);
      await sendings.outbox.resolveMessage(pressed.id, pressed.verdict, sendings.clock.now());
      return showForum(sendings, forum);
    },
  };
}
