import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { JSDOM } from 'jsdom';
import MarkdownIt from 'markdown-it';
import type { AdaptiveCard } from '../../src/cards/adaptive-card.js';

/** A card drawn by Microsoft's own renderer. */
export interface DrawnCard {
  /** Every text block and fact as a person sees it: white space folded, line by line. */
  texts: string[];
  buttons: string[];
  /** Tags in the texts, beside paragraphs and line breaks. */
  tags: string[];
}

interface RendererWindow {
  AdaptiveCards: { AdaptiveCard: typeof import('adaptivecards').AdaptiveCard };
}

/** Draws cards in a page, with texts read as Markdown the way web clients do (links in bare text included). */
export function openCardWindow(): { draw(card: AdaptiveCard): DrawnCard; close(): void } {
  const { window } = new JSDOM('<!doctype html><html><body></body></html>', { runScripts: 'outside-only' });
  window.eval(readFileSync(createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8'));
  const library = (window as unknown as RendererWindow).AdaptiveCards;
  const markdown = new MarkdownIt({ linkify: true });
  library.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown.render(text);
    result.didProcess = true;
  };
  return {
    draw(card) {
      const drawn = new library.AdaptiveCard();
      drawn.parse(card);
      const element = drawn.render();
      if (element === undefined) throw new Error('the card could not be drawn');
      const blocks = [...element.querySelectorAll('.ac-textBlock')];
      for (const lineBreak of element.querySelectorAll('.ac-textBlock br')) lineBreak.replaceWith('\n');
      return {
        texts: blocks.map((block) => foldLines([...block.querySelectorAll('p')].map((p) => p.textContent).join('\n'))),
        buttons: [...element.querySelectorAll('.ac-pushButton')].map((button) => button.textContent ?? ''),
        tags: blocks.flatMap((block) =>
          [...block.querySelectorAll('*')].map(({ tagName }) => tagName).filter((tag) => !['P', 'BR'].includes(tag)),
        ),
      };
    },
    close: () => window.close(),
  };
}

/** White space folded, empty lines gone. */
export const foldLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '')
    .join('\n');
