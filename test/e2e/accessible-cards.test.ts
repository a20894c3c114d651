import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { RunOptions } from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AdaptiveCard } from '../../src/cards/adaptive-card.js';
import { AgendaHouse, people } from '../support/agenda-house.js';
import { openBrowser } from '../support/browser.js';
import { buttonsOf, textsOf } from '../support/card-contents.js';
import { makeCardExamples } from '../support/card-examples.js';
import { CardPage, type CardToDraw, type DrawnPress, type ThemeName, teamsThemes } from '../support/card-page.js';
import { draftIn, friday, publishAndAsk } from '../support/input-house.js';
import { cardOf, ownCard } from '../support/own-card.js';

/*
 * Whoever cannot see well, or uses no mouse, does what everybody does. Cards are drawn in a real browser by Microsoft's own
 * renderer, in the colours of Teams, and looked through by axe-core, which knows WCAG 2.1 A and AA as EN 301 549 asks for.
 */

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const isLong = process.env.REFERENT_LONG !== undefined;

/** What is the drawing library's own, and in no card's power: Teams draws with another. */
const ofTheLibrary: Readonly<Record<string, string>> = {
  // It tells what is unfolded that it is, and not what unfolds it alone.
  'aria-allowed-attr': '[aria-expanded][id="others"]',
  // What is read of the card as a whole stands on an element without a role.
  'aria-prohibited-attr': '.ac-adaptiveCard[aria-label]',
  // axe holds a text field of several lines to hide itself; its colours are measured below.
  'color-contrast': 'textarea',
};

const everything: RunOptions = {
  resultTypes: ['violations', 'incomplete'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
  rules: { 'label-content-name-mismatch': { enabled: true } },
};
const contrastAlone: RunOptions = { ...everything, runOnly: ['color-contrast'] };

interface Looked {
  /** What axe finds wrong, and what it could not decide, a line each. */
  faults: string[];
  /** The lowest contrast of what stands or is hinted at in fields with their ground; 21 where there is no field. */
  fieldContrast: number;
}

/** Runs in the page; a string, since the page's globals are unknown to the compiler here. */
const look = (options: RunOptions): string => `(async () => {
  const quirks = ${JSON.stringify(ofTheLibrary)};
  const { violations, incomplete } = await axe.run(document.body, ${JSON.stringify(options)});
  const faults = [...violations, ...incomplete].flatMap(({ id, nodes }) => nodes
    .filter(({ target }) => quirks[id] === undefined || !document.querySelector(target[0]).matches(quirks[id]))
    .map(({ html, failureSummary }) => id + ': ' + html.slice(0, 200) + ' ' + failureSummary));
  const { color } = axe.commons;
  const read = (text) => { const one = new color.Color(); one.parseString(text); return one; };
  const fields = [...document.querySelectorAll('input:not([type=radio]):not([type=checkbox]), textarea, select')];
  const contrasts = fields.flatMap((field) => {
    const ground = read(getComputedStyle(field).backgroundColor);
    return [getComputedStyle(field).color, getComputedStyle(field, '::placeholder').color].map((text) => color.getContrast(ground, read(text)));
  });
  return { faults, fieldContrast: Math.min(21, ...contrasts) };
})()`;

/** Draws a card and looks it through. */
async function lookAt(cards: CardPage, example: CardToDraw, options: RunOptions): Promise<string[]> {
  await cards.draw(example);
  const { faults, fieldContrast } = (await cards.page.evaluate(look(options))) as Looked;
  return fieldContrast >= 4.5 ? faults : [...faults, `a field's text has a contrast of ${fieldContrast}`];
}

async function openCards(width: number, theme: ThemeName = 'light'): Promise<CardPage> {
  const cards = await CardPage.open(browser, { width, theme });
  await cards.page.addScriptTag({ content: axe });
  return cards;
}

const examples: readonly CardToDraw[] = (await makeCardExamples()).map(({ title, filled }) => ({
  title,
  card: filled,
}));
const hasField = (card: AdaptiveCard): boolean => JSON.stringify(card).includes('"Input.');
/** One card of every kind: the others of it have the same colours. */
const oneOfEach = [...new Map((await makeCardExamples()).map((one) => [one.card, one.title])).values()];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe('every card', () => {
  /** What is wrong with which card. */
  async function faultsOf(cards: CardPage, chosen: readonly CardToDraw[], options: RunOptions) {
    const faults: Record<string, string[]> = {};
    for (const example of chosen) {
      const found = await lookAt(cards, example, options);
      if (found.length > 0) faults[example.title] = found;
    }
    await cards.close();
    return faults;
  }

  it('is without fault to axe, and every text stands out from its ground by 4.5 to 1', async () => {
    expect(await faultsOf(await openCards(400), examples, everything)).toEqual({});
  });

  const others = Object.keys(teamsThemes).filter((name): name is ThemeName => name !== 'light');
  it.each(others)('can be read in the theme %s of Teams', async (theme) => {
    const chosen = examples.filter(({ title }) => isLong || oneOfEach.includes(title));
    expect(await faultsOf(await openCards(400, theme), chosen, isLong ? everything : contrastAlone)).toEqual({});
  });

  it('is no wider than a phone of 320 pixels', async () => {
    const cards = await openCards(320);
    const wide: string[] = [];
    for (const example of examples) {
      await cards.draw(example);
      if (await cards.page.evaluate('document.documentElement.scrollWidth > innerWidth')) wide.push(example.title);
    }
    expect(wide).toEqual([]);
    await cards.close();
  });

  it('has no two buttons that do different things and are told apart by their place alone', () => {
    for (const { title, card } of examples) {
      const done = new Map<string, string>();
      for (const { tooltip, verb, data } of buttonsOf(card)) {
        const does = `${verb} ${JSON.stringify(data)}`;
        expect(done.get(tooltip) ?? does, `${title}: ${tooltip}`).toBe(does);
        done.set(tooltip, does);
      }
    }
  });
});

describe('every field of every card', () => {
  it('has a name that is read aloud, and is like no other of the card', async () => {
    const cards = await openCards(400);
    let count = 0;
    for (const example of examples.filter(({ card }) => hasField(card))) {
      await cards.draw(example);
      const names = (await cards.page.evaluate(fieldNames)) as string[];
      count += names.length;
      expect(names, example.title).not.toContain('');
      expect(new Set(names).size, `${example.title}: ${names}`).toBe(names.length);
    }
    expect(count).toBeGreaterThan(50);
    await cards.close();
  });

  it('says what is wrong with it when it may not be left empty, and the keyboard is led there', async () => {
    const cards = await openCards(400);
    const { page } = cards;
    const asked: string[] = [];
    for (const example of examples.filter(({ card }) => JSON.stringify(card).includes('"isRequired":true'))) {
      await cards.draw(example);
      if ((await emptyRequired(page)) === 0) continue;
      await pressSave(page);
      asked.push(example.title);
      expect(await page.evaluate(nameInFocus), example.title).toMatch(/(?:Vælg|Skriv|skal)[^.]*\./u);
      const { faults } = (await page.evaluate(look(everything))) as Looked;
      expect(faults, example.title).toEqual([]);
    }
    expect(asked.length).toBeGreaterThan(3);
    await cards.close();
  });
});

/** The accessible name of what has the keyboard, as the browser reckons it of ids and labels. */
const nameInFocus = `(() => {
  const field = document.activeElement;
  const ids = (field.getAttribute('aria-labelledby') ?? '').split(' ').filter((id) => id !== '');
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim();
})()`;

/** The fields' names; that of a box of a choice begins with what is chosen. */
const fieldNames = `(() => {
  const fields = [...document.querySelectorAll('input, textarea, select')];
  return fields.map((field) => (field.getAttribute('aria-labelledby') ?? '').split(' ').filter((id) => id !== '')
    .map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim());
})()`;

/** Empties the texts that may not be empty, and says how many fields are to be filled. */
async function emptyRequired(page: Page): Promise<number> {
  for (const field of await page.locator('input.ac-input-required:not([type=radio]), textarea.ac-input-required').all())
    await field.fill('');
  return page.evaluate(`[...document.querySelectorAll('.ac-input-required')]
    .filter((field) => (field.value ?? '') === '' && field.querySelector('input:checked') === null).length`);
}

/** Presses the button that sends the fields, with the keyboard. */
async function pressSave(page: Page): Promise<void> {
  const save = page.locator('xpath=(//input|//textarea|//select)[last()]/following::button[1]');
  await save.focus();
  await page.keyboard.press('Enter');
}

describe('a chef without a mouse', () => {
  it('answers an item by Tab, the space bar, arrows, Enter and letters alone, and hears what was wrong', async () => {
    const house = await AgendaHouse.start(friday);
    const presses: DrawnPress[] = [];
    const cards = await CardPage.open(browser, { width: 400 }, (press) => presses.push(press));
    const { page } = cards;
    const keyboard = {
      /** Tabs until something has the focus. */
      async to(target: Locator): Promise<void> {
        for (let presses = 0; presses < 60; presses += 1) {
          await page.keyboard.press('Tab');
          if (
            (await target.count()) > 0 &&
            (await target.evaluate((element) => element.contains(element.ownerDocument.activeElement)))
          )
            return;
        }
        expect.fail(`the keyboard does not come to ${target}`);
      },
      /** Presses what has the focus, and draws the card that is answered; a dialog may end with a text. */
      async enter(): Promise<AdaptiveCard | string> {
        const before = presses.length;
        await page.keyboard.press('Enter');
        await expect.poll(() => presses.length).toBe(before + 1);
        const { step, verb, data } = presses[before] ?? expect.fail('no press');
        if (step === 'press') return this.draw(cardOf(await house.press(people.chef, verb, data)));
        const { type, value } = await house.dialog(people.chef, step, { verb, data });
        return type === 'message'
          ? String(value)
          : this.draw((value as { card: { content: AdaptiveCard } }).card.content);
      },
      async draw(card: AdaptiveCard): Promise<AdaptiveCard> {
        await cards.draw({ title: 'answer', card });
        return card;
      },
    };
    try {
      const { requests } = await publishAndAsk(house, await draftIn(house));
      await cards.draw({ title: 'mit input', card: await ownCard(house, people.chef) });
      await keyboard.to(page.getByTitle(/^Svar: 3 /));
      await keyboard.enter();
      await keyboard.to(page.getByRole('radio', { name: 'Hvad er din holdning?' }).first());
      await page.keyboard.press('Space');
      for (const _ of ['Bemærkninger', 'Ønsker drøftelse', 'Forbehold']) await page.keyboard.press('ArrowDown');
      await keyboard.to(page.getByRole('button', { name: 'Gem', exact: true }));
      const refused = (await keyboard.enter()) as AdaptiveCard;
      expect(textsOf(refused)[1]).toBe('Dit svar er ikke gemt endnu. Se efter ved felterne:');
      expect(String(refused.speak)).toContain('Skriv kort hvorfor');
      await keyboard.to(page.getByRole('textbox', { name: /^Bemærkning: Skriv kort hvorfor/ }));
      await page.keyboard.type('Borgerne spørger om æbler & øl');
      await keyboard.to(page.getByRole('button', { name: 'Gem', exact: true }));
      expect(await keyboard.enter()).toBe(
        'Gemt. Punkt 3: ✓ Forbehold: Borgerne spørger om æbler & øl. 1 af 6 punkter besvaret.',
      );
      const answers = await house.store.input.listAnswers(requests[0]?.roundId ?? '');
      expect(answers.map(({ value }) => value)).toEqual([
        { kind: 'stance', choice: 'reservation', text: 'Borgerne spørger om æbler & øl' },
      ]);
    } finally {
      await cards.close();
      await house.close();
    }
  });
});
