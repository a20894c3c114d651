import { z } from 'zod';
import { verbs } from '../../cards/button.js';
import { pressedId, readPress } from '../../cards/read-press.js';
import { newId } from '../../domain/new-id.js';
import { roles } from '../../domain/role.js';
import type { CardVerb } from '../../routing/routes.js';
import { endMembership, getPresent, setRole } from './change-register.js';
import { changeRegister, findForumOfMember, type Managing, requireManager, todayOf } from './managing.js';
import { phrases, roleLabels } from './phrases.js';

const basis = z.number().int().min(0);
const ending = z.object({ id: pressedId, basis });
const giving = ending.extend({ role: z.enum(roles) });

/** Ends a membership at once. */
export function createEndMembershipVerb(managing: Managing): CardVerb<z.infer<typeof ending>> {
  return {
    verb: verbs.endMembership,
    read: (data) => readPress(ending, data),
    async run(turn, pressed) {
      const forum = await findForumOfMember(managing, pressed.id);
      const rights = await requireManager(managing, turn, forum.id);
      const today = todayOf(managing);
      return changeRegister(managing, forum, rights, pressed.basis, (register) => ({
        note: phrases.ended(getPresent(register, pressed.id, today).name),
        register: endMembership(register, pressed.id, today),
      }));
    },
  };
}

/** Gives a member another role from today. */
export function createSetRoleVerb(managing: Managing): CardVerb<z.infer<typeof giving>> {
  return {
    verb: verbs.setMemberRole,
    read: (data) => readPress(giving, data),
    async run(turn, { id, role, basis: seen }) {
      const forum = await findForumOfMember(managing, id);
      const rights = await requireManager(managing, turn, forum.id);
      const today = todayOf(managing);
      return changeRegister(managing, forum, rights, seen, (register) => ({
        note: phrases.roleSet(getPresent(register, id, today).name, roleLabels[role]),
        register: setRole(register, id, role, today, newId()),
      }));
    },
  };
}
