import type { Activity, Attachment, Entity } from 'botbuilder';
import type { AdaptiveCard } from '../cards/adaptive-card.js';
import type { CardReply, Citation, Reply } from '../routing/reply.js';
import { forChat } from './dialog-buttons.js';

const cardType = 'application/vnd.microsoft.card.adaptive';

/** Teams refuses a message with more. Source: its page on AI labels and citations. */
const limits = { citations: 20, name: 80, abstract: 160 } as const;

const attach = (card: AdaptiveCard, dialogs: boolean): Attachment => ({
  contentType: cardType,
  content: forChat(card, dialogs),
});

/** Shortens at a character, with `…` for what is left out. */
function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  // Not between the halves of a character outside the basic plane.
  const whole = /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
  return `${whole.trimEnd()}…`;
}

/**
 * The numbered references that Teams shows as small pop-ups. Only those the text refers to, each position once: Teams
 * refuses the whole message otherwise. There is no label for generated text, since what is cited is quoted.
 */
function toCitationEntity(text: string, citations: readonly Citation[]): Entity | undefined {
  const byPosition = new Map(
    citations
      .filter(({ position, name }) => name.trim() !== '' && text.includes(`[${position}]`))
      .map((citation) => [citation.position, citation]),
  );
  if (byPosition.size === 0) return undefined;
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    citation: [...byPosition.values()].slice(0, limits.citations).map(({ position, name, abstract }) => ({
      '@type': 'Claim',
      position,
      appearance: {
        '@type': 'DigitalDocument',
        name: shorten(name, limits.name),
        abstract: shorten(abstract, limits.abstract),
      },
    })),
  };
}

/** A reply as one message; text and card go together. @param dialogs whether the chat client opens dialogs */
export function toActivity(reply: Reply, dialogs = false): Partial<Activity> {
  const entity = reply.text === undefined ? undefined : toCitationEntity(reply.text, reply.citations ?? []);
  return {
    type: 'message',
    locale: 'da-DK',
    ...(reply.text !== undefined && { text: reply.text, textFormat: 'markdown' }),
    ...(reply.summary !== undefined && { summary: reply.summary }),
    ...(reply.card !== undefined && { attachments: [attach(reply.card, dialogs)] }),
    ...(entity !== undefined && { entities: [entity] }),
    ...(reply.feedback !== undefined && { channelData: { feedbackLoop: { type: 'default' } } }),
  };
}

/** What a press is answered with in the response to it. */
export interface PressResponse {
  statusCode: number;
  type: string;
  value: unknown;
}

export function toPressResponse(reply: CardReply, dialogs = false): PressResponse {
  return 'card' in reply
    ? { statusCode: 200, type: cardType, value: forChat(reply.card, dialogs) }
    : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: reply.text };
}
