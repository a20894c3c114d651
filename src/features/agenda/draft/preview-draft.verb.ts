import type { z } from 'zod';
import type { AdaptiveCard } from '../../../cards/adaptive-card.js';
import { button, verbs } from '../../../cards/button.js';
import { formCard } from '../../../cards/form-card.js';
import { readPress } from '../../../cards/read-press.js';
import type { Agenda } from '../../../domain/agenda.js';
import type { CardVerb } from '../../../routing/routes.js';
import { composeAgendaCard } from '../posted/agenda-card.js';
import { type AgendaDesk, agendaFor, type Card } from './desk.js';
import { deskButtons, deskPhrases } from './desk-phrases.js';
import { seen } from './draft-card.js';
import { pressedAgenda } from './pressed.js';

const bodyOf = ({ body }: AdaptiveCard): unknown[] => (Array.isArray(body) ? body : []);

/** The channel's card itself, between a line that says so and the way on. */
export function previewCard(agenda: Agenda, shown: Card, input: readonly string[] = []): Card {
  const isOut = agenda.publishedAt !== null;
  const { card: frame } = formCard({
    summary: deskPhrases.preview,
    title: deskPhrases.preview,
    lead: deskPhrases.previewLead,
    fields: [],
    notes: input.length === 0 ? [] : [deskPhrases.previewInput, ...input],
    buttons: [
      ...(isOut
        ? []
        : [
            button(deskButtons.publishNow, verbs.publishDraft, seen(agenda)),
            button(deskButtons.publishLater, verbs.showScheduleForm, seen(agenda)),
          ]),
      button(deskButtons.toDraft, verbs.showDraft, { agenda: agenda.id }),
    ],
  });
  const framing = bodyOf(frame);
  const [leads, buttons] = [framing.slice(0, 2), framing.slice(2)];
  const body = [...leads, { type: 'Container', separator: true, items: bodyOf(shown.card) }, ...buttons];
  return { card: { ...frame, body }, summary: deskPhrases.preview };
}

/** Shows an agenda exactly as the channel will see it. */
export function createPreviewDraftVerb(desk: AgendaDesk): CardVerb<z.infer<typeof pressedAgenda>> {
  return {
    verb: verbs.previewDraft,
    read: (data) => readPress(pressedAgenda, data),
    async run(turn, { agenda: agendaId }) {
      const { agenda } = await agendaFor(desk, turn, agendaId);
      const state = agenda.publishedAt === null ? 'published' : agenda.state;
      const view = { now: desk.clock.now(), seesClosed: false, tally: null };
      const input = agenda.publishedAt === null ? await desk.describeInput?.(agenda) : undefined;
      return previewCard(agenda, composeAgendaCard({ ...agenda, state }, view), input);
    },
  };
}
