import { z } from 'zod';
import { verbs } from '../../../cards/button.js';
import { readPress } from '../../../cards/read-press.js';
import type { CardVerb } from '../../../routing/routes.js';
import { editAgenda } from '../agenda-actions.js';
import { checkAgenda } from '../check/check-agenda.js';
import { type AgendaDesk, agendaFor } from './desk.js';
import { deskReplies, editNotes } from './desk-phrases.js';
import { findingsCard } from './findings-card.js';
import { pressedAgenda, pressedRevision } from './pressed.js';
import { withAgenda } from './view-draft.js';

/** What is odd about an agenda. */
export function createShowFindingsVerb(desk: AgendaDesk): CardVerb<z.infer<typeof pressedAgenda>> {
  return {
    verb: verbs.showFindings,
    read: (data) => readPress(pressedAgenda, data),
    async run(turn, { agenda: agendaId }) {
      const { agenda } = await agendaFor(desk, turn, agendaId);
      return findingsCard(agenda, await checkAgenda(desk, agenda));
    },
  };
}

const pressed = pressedRevision.extend({
  /** Absent: all that are open. */
  finding: z.string().min(1).max(1000).optional(),
});

/** The secretary has looked at a finding, or at all of them, and lets it be. */
export function createAcceptFindingsVerb(desk: AgendaDesk): CardVerb<z.infer<typeof pressed>> {
  return {
    verb: verbs.acceptFindings,
    read: (data) => readPress(pressed, data),
    run: (turn, { finding: key, ...press }) =>
      withAgenda(desk, turn, press, 'draft_agenda', async (agenda, by) => {
        const check = await checkAgenda(desk, agenda);
        const taken = check.open.filter((finding) => key === undefined || finding.key === key);
        if (taken.length === 0) return findingsCard(agenda, check, deskReplies.nothingToAccept);
        const acceptedFindings = [...agenda.acceptedFindings, ...taken.map((finding) => finding.key)];
        const saved = await editAgenda(desk, agenda, { ...agenda, acceptedFindings }, by, { note: editNotes.accepted });
        return findingsCard(saved, await checkAgenda(desk, saved));
      }),
  };
}
