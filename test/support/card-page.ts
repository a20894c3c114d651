import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Theme, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/tokens';
import type { Browser, Page } from 'playwright-core';
import type { AdaptiveCard } from '../../src/cards/adaptive-card.js';

/** The colours of Teams, as its own design system has them. */
export const teamsThemes = {
  light: teamsLightTheme,
  dark: teamsDarkTheme,
  highContrast: teamsHighContrastTheme,
} as const satisfies Record<string, Theme>;

export type ThemeName = keyof typeof teamsThemes;

/** A card with what stands above it in the chat. */
export interface CardToDraw {
  /** Names what is drawn, in findings. */
  title: string;
  card: AdaptiveCard;
  /** The message above the card. */
  text?: string;
}

/** What the page tells of a press; what is written into the fields stands in the data beside the button's own. */
export interface DrawnPress {
  /** How a chat client sends it: a card action, or a step of a dialog. */
  step: 'press' | 'fetch' | 'submit';
  verb: string;
  data: object;
}

const require = createRequire(import.meta.url);
const library = (name: string): string => readFileSync(require.resolve(name), 'utf8');

function hostConfigOf(theme: Theme) {
  const text = { default: theme.colorNeutralForeground1, subtle: theme.colorNeutralForeground3 };
  const fault = { default: theme.colorPaletteRedForeground1, subtle: theme.colorPaletteRedForeground1 };
  const foregroundColors = { default: text, attention: fault };
  return {
    fontFamily: '"Segoe UI", sans-serif',
    supportsInteractivity: true,
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 12 },
    separator: { lineThickness: 1, lineColor: theme.colorNeutralStroke2 },
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    containerStyles: {
      default: { backgroundColor: theme.colorNeutralBackground1, foregroundColors },
      emphasis: { backgroundColor: theme.colorNeutralBackground2, foregroundColors },
    },
    textBlock: { headingLevel: 2 },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', style: 'default' },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
  };
}

const styleOf = (theme: Theme): string => `
  body { margin: 0; padding: 12px; background: ${theme.colorNeutralBackground3}; color: ${theme.colorNeutralForeground1}; font: 14px "Segoe UI", sans-serif; }
  .text { margin: 0 0 8px; }
  .card { border-radius: 6px; box-shadow: 0 1px 3px #0003; background: ${theme.colorNeutralBackground1}; max-width: 640px; margin: 0 0 12px; }
  .ac-pushButton { font: 600 14px "Segoe UI", sans-serif; padding: 5px 12px; border: 1px solid ${theme.colorNeutralStroke1}; border-radius: 4px;
    background: ${theme.colorNeutralBackground1}; color: ${theme.colorNeutralForeground1}; }
  input, textarea, select { font: inherit; box-sizing: border-box; max-width: 100%; border: 1px solid ${theme.colorNeutralStrokeAccessible}; border-radius: 4px;
    background: ${theme.colorNeutralBackground1}; color: ${theme.colorNeutralForeground1}; color-scheme: ${theme === teamsLightTheme ? 'light' : 'dark'}; padding: 5px 8px; }
  ::placeholder { color: ${theme.colorNeutralForeground3}; opacity: 1; }
  ul, ol { padding-inline-start: 24px; }`;

/** A page that draws cards in a real browser with Microsoft's own renderer, in the colours of Teams. */
export class CardPage {
  private constructor(readonly page: Page) {}

  /** @param onPress told of each button that is pressed. */
  static async open(
    browser: Browser,
    { width, theme = 'light' }: { width: number; theme?: ThemeName },
    onPress: (press: DrawnPress) => void = () => undefined,
  ): Promise<CardPage> {
    const page = await browser.newPage({ viewport: { width, height: 600 }, locale: 'da-DK' });
    await page.exposeFunction('tellPress', onPress);
    await page.setContent(
      `<html lang="da"><head><title>Cards</title><style>${styleOf(teamsThemes[theme])}</style></head><body></body></html>`,
    );
    for (const name of ['adaptivecards/dist/adaptivecards.min.js', 'markdown-it/dist/markdown-it.min.js'])
      await page.addScriptTag({ content: library(name) });
    await page.evaluate(`window.hostConfig = ${JSON.stringify(hostConfigOf(teamsThemes[theme]))};
      AdaptiveCards.AdaptiveCard.onProcessMarkdown = (markdown, result) => {
        result.outputHtml = markdownit().render(markdown);
        result.didProcess = true;
      };`);
    return new CardPage(page);
  }

  /** Draws cards below each other, in the place of those there were; what is folded away is opened. */
  async draw(...cards: readonly CardToDraw[]): Promise<void> {
    // Runs in the page; a string, since the page's globals are unknown to the compiler here.
    await this.page.evaluate(`(() => {
      const drawOne = ({ title, card, text = '' }) => {
        const shown = new AdaptiveCards.AdaptiveCard();
        shown.hostConfig = new AdaptiveCards.HostConfig(window.hostConfig);
        shown.onExecuteAction = ({ verb, data }) => {
          const { verb: submitted, msteams, ...rest } = data ?? {};
          const step = submitted === undefined ? 'press' : msteams?.type === 'task/fetch' ? 'fetch' : 'submit';
          window.tellPress({ step, verb: verb ?? submitted, data: rest });
        };
        shown.parse(card);
        const frame = document.createElement('article');
        frame.className = 'card';
        frame.lang = card.lang;
        frame.dataset.title = title;
        frame.append(shown.render());
        if (text === '') return [frame];
        const message = document.createElement('p');
        message.className = 'text';
        message.textContent = text;
        return [message, frame];
      };
      document.body.replaceChildren(...${JSON.stringify(cards)}.flatMap(drawOne));
      for (const button of document.querySelectorAll('.ac-pushButton')) if (button.textContent.endsWith(' fund')) button.click();
    })()`);
  }

  close(): Promise<void> {
    return this.page.close();
  }
}
