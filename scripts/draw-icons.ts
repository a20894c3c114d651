import { readFileSync, writeFileSync } from 'node:fs';
import { openBrowser } from '../test/support/browser.js';

/*
 * Draws the app's icons from their SVG: tsx scripts/draw-icons.ts
 */

const sides = { color: 192, outline: 32 };

const browser = await openBrowser();
try {
  for (const [name, side] of Object.entries(sides)) {
    const file = (ending: string): URL => new URL(`../manifest/${name}.${ending}`, import.meta.url);
    const page = await browser.newPage({ viewport: { width: side, height: side } });
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${readFileSync(file('svg'), 'utf8')}`);
    writeFileSync(file('png'), await page.screenshot({ omitBackground: true }));
    await page.close();
  }
} finally {
  await browser.close();
}
