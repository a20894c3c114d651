import { escapeMarkdown } from './escape-markdown.js';
import { isPlain } from './is-plain.js';
import { shorten } from './shorten.js';

/** How many characters a text takes in a card's JSON: escaping can make it several times longer. */
export const textCost = (text: string): number =>
  isPlain(text) ? text.length + 2 : JSON.stringify(escapeMarkdown(text)).length;

/** Shortens a text until it costs at most `cost`; ordinary text is cut at about that length. */
export function shortenToCost(text: string, cost: number): string {
  let short = shorten(text, cost);
  while (textCost(short) > cost && short.length > 1) short = shorten(short, Math.floor(short.length * 0.7));
  return short;
}

/** What an element costs in a card's JSON beside its text. */
export const elementCost = 80;
