import { z } from 'zod';
import { button, verbs } from '../../cards/button.js';
import { pressedId, readPress } from '../../cards/read-press.js';
import { speaking } from '../../domain/language.js';
import type { CardVerb } from '../../routing/routes.js';
import { getForum, type Managing, requireManager, showRegister } from './managing.js';
import { memberButtons, phrases, tierLabels } from './phrases.js';

const pressed = z.object({
  forumId: pressedId,
  tier: z.enum(['members', 'directors', 'named_readers', 'tenant']).nullable(),
});

/** Sets who may read along; the undo sets it back to what it was. */
export function createSetReaderTierVerb(managing: Managing): CardVerb<z.infer<typeof pressed>> {
  return {
    verb: verbs.setReaderTier,
    read: (data) => readPress(pressed, data),
    async run(turn, { forumId, tier }) {
      const rights = await requireManager(managing, turn, forumId);
      const forum = await getForum(managing, forumId);
      const before = await managing.members.getReaderTier(forumId);
      const say = () => phrases.tierSet(tier === null ? phrases.noTier : tierLabels[tier]);
      const entry = { note: speaking('da', say), by: rights.person, at: managing.clock.now() };
      await managing.members.setReaderTier(forumId, tier, entry);
      const undo = button(memberButtons.undo, verbs.setReaderTier, { forumId, tier: before });
      return showRegister(managing, forum, before === tier ? { lead: say() } : { lead: say(), undo });
    },
  };
}
