import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../test/support/browser.js';
import { makeCardExamples } from '../test/support/card-examples.js';
import { CardPage, type ThemeName, teamsThemes } from '../test/support/card-page.js';

/*
 * Draws every card with example data as PNG, at the widths of a small phone, a chat pane and a wide window, in a theme of Teams:
 * tsx scripts/render-cards.ts FOLDER [light|dark|highContrast]
 */

const widths = [320, 400, 1300];

const isTheme = (name: string): name is ThemeName => Object.hasOwn(teamsThemes, name);

const [folder, theme = 'light'] = process.argv.slice(2);
if (folder === undefined || !isTheme(theme)) {
  process.stderr.write(`usage: tsx scripts/render-cards.ts FOLDER [${Object.keys(teamsThemes).join('|')}]\n`);
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

const browser = await openBrowser();
try {
  const examples = await makeCardExamples();
  for (const width of widths) {
    const cards = await CardPage.open(browser, { width, theme });
    for (const { title, filled, text } of examples) {
      await cards.draw({ title, card: filled, ...(text !== undefined && { text }) });
      await cards.page.screenshot({ path: join(folder, `${title}-${width}.png`), fullPage: true });
    }
    await cards.close();
  }
} finally {
  await browser.close();
}
