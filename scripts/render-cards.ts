import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { openBrowser } from '../test/support/browser.js';
import { makeCardExamples } from '../test/support/card-examples.js';

/*
 * Draws every card with example data as PNG, at the widths of a small phone, a chat pane and a wide window:
 * tsx scripts/render-cards.ts FOLDER
 */

const widths = [320, 400, 1300];

const require = createRequire(import.meta.url);
const library = (name: string): string => readFileSync(require.resolve(name), 'utf8');

/** Close to how Teams draws cards in its light theme. */
const hostConfig = {
  fontFamily: '"Segoe UI", sans-serif',
  supportsInteractivity: true,
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 12 },
  separator: { lineThickness: 1, lineColor: '#E1E1E1' },
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  containerStyles: {
    default: { backgroundColor: '#FFFFFF', foregroundColors: { default: { default: '#242424', subtle: '#616161' } } },
    emphasis: { backgroundColor: '#F0F0F0', foregroundColors: { default: { default: '#242424', subtle: '#616161' } } },
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
};

const style = `
  body { margin: 0; padding: 12px; background: #F5F5F5; font: 14px "Segoe UI", sans-serif; color: #242424; }
  .text { margin: 0 0 8px; } .card { border-radius: 6px; box-shadow: 0 1px 3px #0003; background: #fff; max-width: 640px; }
  .ac-pushButton { font: 600 14px "Segoe UI", sans-serif; padding: 5px 12px; border: 1px solid #D1D1D1; border-radius: 4px; background: #fff; color: #242424; }
`;

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: tsx scripts/render-cards.ts FOLDER\n');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

const browser = await openBrowser();
try {
  for (const width of widths) {
    const page = await browser.newPage({ viewport: { width, height: 600 } });
    await page.setContent(`<html lang="da"><head><style>${style}</style></head><body></body></html>`);
    await page.addScriptTag({ content: library('adaptivecards/dist/adaptivecards.min.js') });
    await page.addScriptTag({ content: library('markdown-it/dist/markdown-it.min.js') });
    for (const example of await makeCardExamples()) {
      const given = { hostConfig, card: example.filled, text: example.text ?? '' };
      // Runs in the page; a string, since the page's globals are unknown to the compiler here.
      await page.evaluate(`(() => {
        const { hostConfig, card, text } = ${JSON.stringify(given)};
        const shown = new AdaptiveCards.AdaptiveCard();
        AdaptiveCards.AdaptiveCard.onProcessMarkdown = (markdown, result) => {
          result.outputHtml = markdownit().render(markdown);
          result.didProcess = true;
        };
        shown.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
        shown.parse(card);
        const frame = document.createElement('div');
        frame.className = 'card';
        frame.append(shown.render());
        const message = document.createElement('p');
        message.className = 'text';
        message.textContent = text;
        document.body.replaceChildren(...(text === '' ? [] : [message]), frame);
        // What is folded away is looked at too.
        for (const button of document.querySelectorAll('.ac-pushButton')) if (button.textContent.endsWith(' fund')) button.click();
      })()`);
      await page.screenshot({ path: join(folder, `${example.title}-${width}.png`), fullPage: true });
    }
    await page.close();
  }
} finally {
  await browser.close();
}
