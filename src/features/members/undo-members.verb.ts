import { z } from 'zod';
import { verbs } from '../../cards/button.js';
import { pressedId, readPress } from '../../cards/read-press.js';
import { AppError } from '../../domain/app-error.js';
import { speaking } from '../../domain/language.js';
import type { CardVerb } from '../../routing/routes.js';
import { requireSecretary } from './change-register.js';
import { getForum, type Managing, requireManager, showRegister, todayOf } from './managing.js';
import { phrases } from './phrases.js';

const pressed = z.object({ forumId: pressedId, revision: z.number().int().min(1) });

/** Puts back the register as it was before a change, while that change is the newest. */
export function createUndoMembersVerb(managing: Managing): CardVerb<z.infer<typeof pressed>> {
  const { members, clock } = managing;
  return {
    verb: verbs.undoMembers,
    read: (data) => readPress(pressed, data),
    async run(turn, { forumId, revision }) {
      const rights = await requireManager(managing, turn, forumId);
      const forum = await getForum(managing, forumId);
      if ((await members.registerRevision(forumId)) !== revision)
        return showRegister(managing, forum, { lead: phrases.tooLateToUndo });
      try {
        const before = await members.getRegisterAt(forumId, revision - 1);
        requireSecretary(before, todayOf(managing));
        await members.saveRegister(forumId, before, revision, {
          note: speaking('da', () => phrases.undone),
          by: rights.person,
          at: clock.now(),
        });
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'conflict' || error.reply === undefined) throw error;
        return showRegister(managing, forum, { lead: error.reply });
      }
      return showRegister(managing, forum, { lead: phrases.undone });
    },
  };
}
