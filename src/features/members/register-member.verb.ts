import { z } from 'zod';
import { verbs } from '../../cards/button.js';
import { pressedId, readPress } from '../../cards/read-press.js';
import { AppError } from '../../domain/app-error.js';
import { newId } from '../../domain/new-id.js';
import type { CardVerb } from '../../routing/routes.js';
import type { TeamMember } from '../../routing/team-roster.js';
import type { Forum } from '../../store/ports.js';
import { addReader } from './change-register.js';
import { changeRegister, getForum, type Managing, requireManager, todayOf } from './managing.js';
import { phrases } from './phrases.js';

const pressed = z.object({ forumId: pressedId, objectId: pressedId, basis: z.number().int().min(0) });

/** What Teams says of somebody in the forum's team: the press brings an id and is not believed more than that. */
async function getFromTeam({ conversations, listTeam }: Managing, forum: Forum, objectId: string): Promise<TeamMember> {
  const channel = await conversations.findChannel(forum.id);
  const team = channel === undefined ? [] : await listTeam(channel);
  const member = team.find(({ person, isGuest }) => person?.objectId === objectId && !isGuest);
  if (member === undefined)
    throw new AppError('not_found', 'nobody in the team has this id', { reply: phrases.notInRoster });
  return member;
}

/** Registers somebody who is in the team, as a reader. */
export function createRegisterMemberVerb(managing: Managing): CardVerb<z.infer<typeof pressed>> {
  return {
    verb: verbs.registerMember,
    read: (data) => readPress(pressed, data),
    async run(turn, { forumId, objectId, basis }) {
      const rights = await requireManager(managing, turn, forumId);
      const forum = await getForum(managing, forumId);
      const { person, name } = await getFromTeam(managing, forum, objectId);
      if (person === null) throw new AppError('not_found', 'no account', { reply: phrases.notInRoster });
      const added = { forumId: forum.id, person, name, id: newId() };
      return changeRegister(managing, forum, rights, basis, (register) => ({
        note: phrases.registered(name),
        register: addReader(register, added, todayOf(managing)),
      }));
    },
  };
}
