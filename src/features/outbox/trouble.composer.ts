import { homeTenant } from '../../domain/home-tenant.js';
import { type MessageComposer, troubleNotice } from '../../routing/unasked.js';
import { isTroubled, phrases } from './phrases.js';
import { namesIn, type Sendings } from './sendings.js';
import { sendingsCard } from './sendings-card.js';

/** Tells a secretary of messages in trouble, with the way to clear them up; nothing when all are cleared up by then. */
export function createTroubleComposer(sendings: Sendings): MessageComposer {
  const { outbox, forums, titleOf } = sendings;
  return {
    kind: troubleNotice,
    get title() {
      return phrases.troubleTitle;
    },
    async compose({ payload, recipient }) {
      const told = await outbox.listToldIn(String(payload.notice));
      const troubled = told.filter((message) => isTroubled(message) || message.state === 'dropped');
      const forum = await forums.findForum(homeTenant, recipient.forumId);
      if (troubled.length === 0 || forum === undefined) return null;
      const nameOf = await namesIn(sendings, forum.id);
      const shown = sendingsCard({ forum, troubled, waiting: [], latest: [], nameOf, titleOf });
      return { ...shown, summary: phrases.noticeSummary(troubled.length) };
    },
  };
}
