import type { AdaptiveCard } from '../../src/cards/adaptive-card.js';

export interface CardButton {
  title: string;
  tooltip: string;
  verb: string;
  data: unknown;
}

function visit(value: unknown, seen: (element: Record<string, unknown>) => void): void {
  if (Array.isArray(value)) for (const entry of value) visit(entry, seen);
  else if (typeof value === 'object' && value !== null) {
    seen(value as Record<string, unknown>);
    for (const [key, entry] of Object.entries(value)) if (key !== 'data' && key !== 'fallback') visit(entry, seen);
  }
}

/** The card of a message. */
export function cardOf({ attachments }: Record<string, unknown>): AdaptiveCard {
  const [attachment] = (attachments ?? []) as { content: AdaptiveCard }[];
  if (attachment === undefined) throw new Error('the message has no card');
  return attachment.content;
}

/** The card's texts in reading order, hidden ones too. */
export function textsOf(card: AdaptiveCard | undefined): string[] {
  const texts: string[] = [];
  visit(card, ({ type, text }) => {
    if (type === 'TextBlock' && typeof text === 'string') texts.push(text);
  });
  return texts;
}

/** The card's buttons in reading order. */
export function buttonsOf(card: AdaptiveCard | undefined): CardButton[] {
  const buttons: CardButton[] = [];
  visit(card, (element) => {
    if (element.type === 'Action.Execute') buttons.push(element as unknown as CardButton);
  });
  return buttons;
}
