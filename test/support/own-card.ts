import { expect } from 'vitest';
import type { AdaptiveCard } from '../../src/cards/adaptive-card.js';
import type { AgendaHouse, PressAnswer, Somebody } from './agenda-house.js';
import type { CardButton } from './card-contents.js';

/* What a chef does with their own card: looks, opens a form, presses. */

/** The card's buttons in reading order, those that open a dialog too. */
export function allButtonsOf(value: unknown): CardButton[] {
  if (Array.isArray(value)) return value.flatMap(allButtonsOf);
  if (typeof value !== 'object' || value === null) return [];
  const element = value as Record<string, unknown>;
  if (element.type === 'Action.Execute') return [element as unknown as CardButton];
  if (element.type === 'Action.Submit') {
    const { verb, ...data } = element.data as Record<string, unknown>;
    return [{ ...element, verb, data } as unknown as CardButton];
  }
  return Object.values(element).flatMap(allButtonsOf);
}

/** The card a press was answered with. */
export function cardOf({ type, value }: PressAnswer): AdaptiveCard {
  expect(type, JSON.stringify(value)).toBe('application/vnd.microsoft.card.adaptive');
  return value as AdaptiveCard;
}

/** The card that "mit input" answers with. */
export async function ownCard(house: AgendaHouse, who: Somebody): Promise<AdaptiveCard> {
  const { attachments } = (await house.say(who, 'mit input')) as { attachments?: { content: AdaptiveCard }[] };
  return attachments?.[0]?.content ?? expect.fail('no card');
}

/** A button by its title, or the beginning of its tooltip. */
export const findButton = (card: AdaptiveCard, title: string): CardButton =>
  allButtonsOf(card).find((one) => one.title === title || one.tooltip.startsWith(title)) ??
  expect.fail(`no button ${title}: ${allButtonsOf(card).map((one) => one.tooltip)}`);

/** Presses the button of that title, with what is written into the fields. */
export async function pressButton(
  house: AgendaHouse,
  who: Somebody,
  card: AdaptiveCard,
  title: string,
  fields: object = {},
): Promise<PressAnswer> {
  const { verb, data } = findButton(card, title);
  return house.press(who, verb, { ...(data as object), ...fields });
}

/** The form of an item. */
export async function ownForm(house: AgendaHouse, who: Somebody, number: number): Promise<AdaptiveCard> {
  const isOfRow = new RegExp(`^(?:Svar|Ret|Set): ${number} `);
  const row =
    allButtonsOf(await ownCard(house, who)).find(({ tooltip }) => isOfRow.test(tooltip)) ??
    expect.fail(`no row ${number}`);
  return cardOf(await house.press(who, row.verb, row.data));
}
