import type { z } from 'zod';
import { verbs } from '../../../cards/button.js';
import { pressedId, readPress } from '../../../cards/read-press.js';
import { AppError } from '../../../domain/app-error.js';
import type { CardVerb } from '../../../routing/routes.js';
import type { AgendaDesk } from './desk.js';
import { deskPhrases, deskReplies } from './desk-phrases.js';
import { pressedRevision } from './pressed.js';
import { replaceWithCandidate } from './receive-document.js';
import { viewDraft, withAgenda } from './view-draft.js';

const pressed = pressedRevision.extend({ candidate: pressedId });

/** Puts a document that came for a date in the place of the agenda the date had. */
export function createReplaceAgendaVerb(desk: AgendaDesk): CardVerb<z.infer<typeof pressed>> {
  return {
    verb: verbs.replaceAgenda,
    read: (data) => readPress(pressed, data),
    run: (turn, { candidate: candidateId, ...press }) =>
      withAgenda(desk, turn, press, 'draft_agenda', async (agenda, by) => {
        const candidate = await desk.agendas.getAgenda(candidateId);
        if (candidate.forumId !== agenda.forumId || candidate.date !== agenda.date || candidate.source === null)
          throw new AppError('conflict', 'no such candidate', { reply: deskReplies.candidateGone });
        const saved = await replaceWithCandidate(desk, agenda, candidate, by);
        return viewDraft(desk, saved, { lead: deskPhrases.replaced, saysFindings: true });
      }),
  };
}
