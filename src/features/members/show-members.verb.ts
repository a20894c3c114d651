import { z } from 'zod';
import { verbs } from '../../cards/button.js';
import { pressedId, pressedPage, readPress } from '../../cards/read-press.js';
import type { CardVerb } from '../../routing/routes.js';
import { getPresent } from './change-register.js';
import { findForumOfMember, getForum, type Managing, requireManager, showRegister, todayOf } from './managing.js';
import { memberCard, tierCard } from './members-card.js';

const ofForum = z.object({ forumId: pressedId });
const page = ofForum.extend({ page: pressedPage });
const ofMember = z.object({ id: pressedId });

/** The register, from a card. */
export function createShowMembersVerb(managing: Managing): CardVerb<z.infer<typeof page>> {
  return {
    verb: verbs.showMembers,
    read: (data) => readPress(page, data),
    async run(turn, pressed) {
      await requireManager(managing, turn, pressed.forumId);
      return showRegister(managing, await getForum(managing, pressed.forumId), { page: pressed.page });
    },
  };
}

/** One member and what can be done with the membership. */
export function createShowMemberVerb(managing: Managing): CardVerb<z.infer<typeof ofMember>> {
  return {
    verb: verbs.showMember,
    read: (data) => readPress(ofMember, data),
    async run(turn, { id }) {
      const forum = await findForumOfMember(managing, id);
      await requireManager(managing, turn, forum.id);
      const revision = await managing.members.registerRevision(forum.id);
      const register = await managing.members.getRegister(forum.id);
      const member = getPresent(register, id, todayOf(managing));
      const department = register.departments.find((one) => one.id === member.departmentId)?.name ?? null;
      return memberCard(forum, department, member, revision);
    },
  };
}

/** Who may read along, to be chosen. */
export function createShowReaderTiersVerb(managing: Managing): CardVerb<z.infer<typeof ofForum>> {
  return {
    verb: verbs.showReaderTiers,
    read: (data) => readPress(ofForum, data),
    async run(turn, { forumId }) {
      await requireManager(managing, turn, forumId);
      return tierCard(await getForum(managing, forumId), await managing.members.getReaderTier(forumId));
    },
  };
}
