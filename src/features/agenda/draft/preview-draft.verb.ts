import type { z } from 'zod';
import type { AdaptiveCard } from '../../../cards/adaptive-card.js';
import { button, verbs } from '../../../cards/button.js';
import { withBody } from '../../../cards/fill-card.js';
import { formCard } from '../../../cards/form-card.js';
import { readPress } from '../../../cards/read-press.js';
import type { Agenda } from '../../../domain/agenda.js';
import { AppError } from '../../../domain/app-error.js';
import { speaking } from '../../../domain/language.js';
import type { CardVerb } from '../../../routing/routes.js';
import { texts } from '../../../texts.js';
import { composeAgendaCard } from '../posted/agenda-card.js';
import { type AgendaDesk, agendaFor, type Card } from './desk.js';
import { deskButtons, deskPhrases } from './desk-phrases.js';
import { seen } from './draft-card.js';
import { pressedAgenda } from './pressed.js';

const bodyOf = ({ body }: AdaptiveCard): unknown[] => (Array.isArray(body) ? body : []);

/** A line that says what is shown, and the way on; as much of it as there is room for. */
function framesOf(agenda: Agenda, input: readonly string[]) {
  const back = button(deskButtons.toDraft, verbs.showDraft, { agenda: agenda.id });
  const onwards =
    agenda.publishedAt === null
      ? [
          button(deskButtons.publishNow, verbs.publishDraft, seen(agenda)),
          button(deskButtons.publishLater, verbs.showScheduleForm, seen(agenda)),
        ]
      : [];
  const notes = input.length === 0 ? [] : [deskPhrases.previewInput, ...input];
  return [
    { leads: [deskPhrases.previewLead], notes, buttons: [...onwards, back] },
    { leads: [], notes: [], buttons: [...onwards, back] },
    { leads: [], notes: [], buttons: [back] },
  ];
}

/** The channel's card itself, between a line that says so and the way on. */
export function previewCard(agenda: Agenda, shown: Card, input: readonly string[] = []): Card {
  const title = deskPhrases.preview;
  for (const frame of framesOf(agenda, input)) {
    const { card } = formCard({ ...frame, summary: title, title, fields: [] });
    const framing = bodyOf(card);
    const above = 1 + frame.leads.length;
    const channelCard = { type: 'Container', separator: true, items: bodyOf(shown.card) };
    const whole = withBody(card, [...framing.slice(0, above), channelCard, ...framing.slice(above)]);
    if (whole !== undefined) return { card: whole, summary: title };
  }
  throw new AppError('invalid_input', 'the preview is too large', { reply: texts.cardFailed });
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
      // What stands in the channel is Danish, whoever looks at it beforehand.
      const shown = speaking('da', () => composeAgendaCard({ ...agenda, state }, view));
      return previewCard(agenda, shown, input);
    },
  };
}
