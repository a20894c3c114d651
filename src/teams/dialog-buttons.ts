import type { AdaptiveCard } from '../cards/adaptive-card.js';

/*
 * A button made by `formButton` carries a mark in its data. What becomes of it depends on where its card is shown: in Teams it opens
 * a dialog, inside a dialog it goes on to the next form, and where there are no dialogs the form comes as a card.
 */

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const opensDialog = (data: Json | undefined): boolean =>
  isObject(data) && isObject(data.msteams) && data.msteams.type === 'task/fetch';

/** Goes through a card, giving every button that asks the bot for something to `change`. What nothing changes in is not copied. */
function mapButtons(value: Json, change: (button: JsonObject) => JsonObject): Json {
  if (Array.isArray(value)) {
    const mapped = value.map((entry) => mapButtons(entry, change));
    return mapped.some((entry, index) => entry !== value[index]) ? mapped : value;
  }
  if (!isObject(value)) return value;
  let mapped = value;
  for (const key in value) {
    const before = value[key];
    // Most of a card is text and numbers.
    if (before === undefined || typeof before !== 'object') continue;
    const after = mapButtons(before, change);
    if (after === before) continue;
    if (mapped === value) mapped = { ...value };
    mapped[key] = after;
  }
  return value.type === 'Action.Execute' || value.type === 'Action.Submit' ? change(mapped) : mapped;
}

function withoutMark(button: JsonObject): JsonObject {
  if (!opensDialog(button.data) || !isObject(button.data)) return button;
  const { msteams: _mark, ...data } = button.data;
  return { ...button, data };
}

/** The button as an Action.Submit, the only kind that opens dialogs and that is sent from within one. */
function toSubmit({ verb, fallback: _fallback, ...button }: JsonObject): JsonObject {
  const data = isObject(button.data) ? button.data : {};
  return { ...button, type: 'Action.Submit', data: verb === undefined ? data : { ...data, verb } };
}

const change = (card: AdaptiveCard, each: (button: JsonObject) => JsonObject): AdaptiveCard =>
  mapButtons(card as unknown as Json, each) as unknown as AdaptiveCard;

const inDialogs = (button: JsonObject): JsonObject => (opensDialog(button.data) ? toSubmit(button) : button);

/** Cards that are kept are sent again and again. */
const madeForChat = {
  dialogs: new WeakMap<AdaptiveCard, AdaptiveCard>(),
  none: new WeakMap<AdaptiveCard, AdaptiveCard>(),
};

/** A card in the chat. @param dialogs whether the chat client opens dialogs */
export function forChat(card: AdaptiveCard, dialogs: boolean): AdaptiveCard {
  const made = dialogs ? madeForChat.dialogs : madeForChat.none;
  const known = made.get(card);
  if (known !== undefined) return known;
  const changed = change(card, dialogs ? inDialogs : withoutMark);
  made.set(card, changed);
  return changed;
}

/** A card in a dialog. */
export const forDialog = (card: AdaptiveCard): AdaptiveCard => change(card, (button) => toSubmit(withoutMark(button)));
