import { z } from 'zod';
import { verbs } from '../../cards/button.js';
import { pressedId, readPress } from '../../cards/read-press.js';
import { AppError } from '../../domain/app-error.js';
import { newId } from '../../domain/new-id.js';
import type { CardVerb } from '../../routing/routes.js';
import type { TeamMember } from '../../routing/team-roster.js';
import type { Forum } from '../../store/ports.js';
import { addReader } from './change-register.js';
import { changeRegister, listForumsFor, type Managing, requireManager, todayOf } from './managing.js';
import { phrases } from './phrases.js';

const pressed = z.object({ objectId: pressedId, basis: z.number().int().min(0) });

/** The forum whose team somebody is in, with what Teams says of them: the press brings an id and is not believed more than that. */
async function findInTeams(
  { conversations, listTeam }: Managing,
  forums: readonly Forum[],
  objectId: string,
): Promise<{ forum: Forum; member: TeamMember }> {
  for (const forum of forums) {
    const channel = await conversations.findChannel(forum.id);
    if (channel === undefined) continue;
    const member = (await listTeam(channel)).find(({ person, isGuest }) => person?.objectId === objectId && !isGuest);
    if (member !== undefined) return { forum, member };
  }
  throw new AppError('not_found', 'nobody in the team has this id', { reply: phrases.notInRoster });
}

/** Registers somebody who is in the team, as a reader. */
export function createRegisterMemberVerb(managing: Managing): CardVerb<z.infer<typeof pressed>> {
  return {
    verb: verbs.registerMember,
    read: (data) => readPress(pressed, data),
    async run(turn, { objectId, basis }) {
      const forums = await listForumsFor(managing, turn, 'manage_members');
      const { forum, member } = await findInTeams(managing, forums, objectId);
      const rights = await requireManager(managing, turn, forum.id);
      const { person, name } = member;
      if (person === null) throw new AppError('not_found', 'no account', { reply: phrases.notInRoster });
      const added = { forumId: forum.id, person, name, id: newId() };
      return changeRegister(managing, forum, rights, basis, (register) => ({
        note: phrases.registered(name),
        register: addReader(register, added, todayOf(managing)),
      }));
    },
  };
}
