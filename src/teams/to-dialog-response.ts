import type { AdaptiveCard } from '../cards/adaptive-card.js';
import type { CardReply } from '../routing/reply.js';
import { texts } from '../texts.js';
import { forDialog } from './dialog-buttons.js';

/** What a `task/fetch` or `task/submit` is answered with: the dialog's next card, or a message in its place. */
export interface DialogResponse {
  task: { type: 'continue' | 'message'; value: unknown };
}

/** The most Teams shows of a card's title in the frame of a dialog. */
const longestTitle = 80;

const show = (card: AdaptiveCard, summary: string): DialogResponse => ({
  task: {
    type: 'continue',
    value: {
      title: summary.slice(0, longestTitle) || texts.dialogTitle,
      height: 'large',
      width: 'medium',
      card: { contentType: 'application/vnd.microsoft.card.adaptive', content: forDialog(card) },
    },
  },
});

/** A card stands in the dialog; a text ends it. */
export const toDialogResponse = (reply: CardReply): DialogResponse =>
  'card' in reply ? show(reply.card, reply.summary) : { task: { type: 'message', value: reply.text } };
