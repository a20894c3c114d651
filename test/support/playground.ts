import type { Browser, JSHandle, Locator, Page, Response } from 'playwright-core';

/** Longest wait for the bot or the page; a guard against hanging, not a measure of speed. */
const patienceMilliseconds = 120_000;
const botName = 'Referent';
/** Room below the answer in a picture, in pixels. */
const pictureMargin = 8;
const noLogPanel = `div:has(> div > div > div > [title="Hide log panel"]) { display: none !important }`;
/** The list of chats and the bar beside it slide over a narrow conversation, and the page holds messages and cards at widths of their own. */
const conversationAlone = `
  [aria-label="Chat and Teams Channel"], div:has(> div > button[aria-label="Chat"]) { display: none !important }
  #root div { min-width: 0 !important }
  .ac-preview-panel, :has(> .ac-preview-panel) { width: min(450px, 100vw - 110px) !important }`;
const nextFrameDrawn = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';
const teamName = 'Nordvang Kommune';

/** What the Playground's server tells its page, of what is used here. */
type Frame =
  | { kind: 'bot_message'; conversationId: string }
  | { kind: 'turn_finished'; conversationId: string; activity: string; status: number }
  | { kind: 'other' };

interface RawFrame {
  action?: string;
  actionConversationId?: string;
  message?: { from?: { id?: string } };
  logAction?: string;
  log?: { conversationId?: string; activityName?: string; from?: string; response?: { statusCode?: number } };
}

function readFrame(payload: string | Buffer): Frame {
  const raw: RawFrame = JSON.parse(payload.toString());
  if (raw.action === 'createMessage' && raw.message?.from?.id?.startsWith('28:'))
    return { kind: 'bot_message', conversationId: raw.actionConversationId ?? '' };
  const { conversationId = '', activityName, from, response } = raw.log ?? {};
  if (activityName !== undefined && from === 'Microsoft 365 Agents Playground')
    return { kind: 'turn_finished', conversationId, activity: activityName, status: response?.statusCode ?? 0 };
  return { kind: 'other' };
}

/**
 * The Playground's page, as one person uses it. Every method comes back when what it set in motion has been answered
 * by the bot and drawn by the page.
 */
export class Playground {
  readonly page: Page;
  #surface: 'chat' | 'channel' = 'chat';
  readonly #visited = new Set<string>();
  readonly #waiting = new Set<(frame: Frame) => void>();
  /** Bot messages the page was told of since this person last wrote, by conversation: some are sent unasked, elsewhere. */
  readonly #told = new Map<string, number>();
  /** The bot's first message of what is talked about now. */
  #drawnBefore = 0;
  /** Whether what is talked about began with words of this person. */
  #hasWritten = false;
  #presses = 0;

  private constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(patienceMilliseconds);
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        const frame = readFrame(payload);
        if (frame.kind === 'bot_message')
          this.#told.set(frame.conversationId, (this.#told.get(frame.conversationId) ?? 0) + 1);
        for (const listener of this.#waiting) listener(frame);
      }),
    );
  }

  /** Opens the page on the personal chat and waits for the greeting. */
  static async open(browser: Browser, address: string, size = { width: 1300, height: 900 }): Promise<Playground> {
    const page = await browser.newPage({ viewport: size, locale: 'da-DK', timezoneId: 'Europe/Copenhagen' });
    const playground = new Playground(page);
    const installed = playground.#installed();
    await page.goto(address);
    const conversation = await installed;
    playground.#visited.add('Personal Chat');
    await playground.#drawn(conversation);
    await addStyle(page, noLogPanel);
    return playground;
  }

  async close(): Promise<void> {
    await this.page.close();
  }

  async inPersonalChat(): Promise<void> {
    await this.#choose('Personal Chat', 'chat');
  }

  async inGroupChat(name: string): Promise<void> {
    await this.#choose(name, 'chat');
  }

  async inChannel(name: string): Promise<void> {
    await this.#choose(`${teamName} - ${name}`, 'channel');
  }

  /** Writes to the bot in the personal chat. */
  async say(text: string): Promise<void> {
    await this.#send(async () => this.page.keyboard.insertText(text));
  }

  /** Writes with the bot mentioned first, as it takes in a channel or a group chat to be heard. */
  async mention(text: string): Promise<void> {
    await this.#send(async () => {
      await this.page.keyboard.type('@');
      await this.page.getByRole('menuitem', { name: botName }).click();
      await this.page.keyboard.insertText(` ${text}`);
    });
  }

  /** All that the bot has said since this person last wrote, messages and cards, as one reads it. */
  async lastAnswer(): Promise<string> {
    const texts = await this.#answers().allInnerTexts();
    return texts.slice(this.#drawnBefore).join('\n').trim();
  }

  /** The newest card on show. */
  lastCard(): Locator {
    return this.#thread().locator('.ac-adaptiveCard').last();
  }

  /** The titles of the newest card's buttons, in order of reading. */
  async buttons(): Promise<string[]> {
    return this.lastCard().getByRole('button').allInnerTexts();
  }

  /**
   * Presses a button, named by its title or its tooltip, on the newest card that has it, and waits until the card is redrawn or a notice stands below it.
   *
   * @throws Error when the bot answers the press with an error, which the page would not show; when the page keeps the press to
   * itself, since a field of the card lacks something.
   */
  async pressButton(title: string): Promise<void> {
    const cards = this.#thread().locator('.ac-adaptiveCard');
    const named = cards.getByRole('button', { name: title, exact: true });
    const button = named.or(cards.getByTitle(title, { exact: true })).last();
    // The page redraws a card in place, so the card is remembered by a mark on what holds it; the card as it is now by another.
    const mark = String(++this.#presses);
    await button.evaluate((element, value) => {
      element.closest('.ac-preview-panel')?.parentElement?.parentElement?.setAttribute('data-pressed', value);
      element.closest('.ac-adaptiveCard')?.setAttribute('data-before', value);
    }, mark);
    const held = this.page.locator(`[data-pressed="${mark}"]`);
    const notice = held.getByLabel('Display Invoked Message');
    if (await notice.isVisible()) await dismiss(notice);
    const answered = this.page.waitForResponse((response) => response.url().endsWith('/_conversation/v1/invoke'));
    // Nobody waits for it where the press is not sent.
    answered.catch(() => undefined);
    await button.click();
    // The page looks at the fields in the same stroke, and says below each what it lacks.
    const lacking = await held.locator('.ac-input-container + .ac-textBlock').allInnerTexts();
    if (lacking.length > 0) throw new Error(`${title} was not sent: ${lacking.join(' ')}`);
    const outcome = await readOutcome(await answered, title);
    // After every press a notice appears, in the same stroke as the redrawn card. It goes again where the bot changes the card
    // itself right after.
    await notice
      .or(this.#thread().filter({ hasNot: this.page.locator(`[data-before="${mark}"]`) }))
      .first()
      .waitFor();
    if (outcome === 'card') await dismiss(notice);
  }

  /** Fills a field of the newest card that has it, named by its label: with a text, a date, or the title of a choice. */
  async fill(label: string, value: string): Promise<void> {
    const field = this.#thread().locator('.ac-adaptiveCard').getByLabel(label).last();
    const kind = await field.evaluate((element) => element.getAttribute('role') ?? element.tagName);
    if (kind === 'radiogroup') await field.getByRole('radio', { name: value, exact: true }).check();
    else if (kind === 'SELECT') await field.selectOption({ label: value });
    else await field.fill(value);
  }

  /** Waits for a message that is sent unasked, by words in it; what is talked about now begins with it. */
  async hears(text: string): Promise<void> {
    await this.#answers().filter({ hasText: text }).last().waitFor();
    this.#drawnBefore = (await this.#answers().allInnerTexts()).findLastIndex((one) => one.includes(text));
    this.#hasWritten = false;
  }

  /** What stands below the card after a press that did not change it. */
  async notice(): Promise<string> {
    return (await this.#thread().getByLabel('Display Invoked Message').last().innerText()).trim();
  }

  /** Unfolds or folds a part of the newest card; the bot does not hear of it. */
  async unfold(title: string): Promise<void> {
    await this.lastCard().getByRole('button', { name: title, exact: true }).click();
  }

  /** Saves a picture of what this person last wrote and all that was answered, in a window of a width in pixels. */
  async screenshot(file: string, width = 1300): Promise<void> {
    const before = this.page.viewportSize();
    // High enough for any answer, as the picture is of what is on show.
    await this.page.setViewportSize({ width, height: 3000 });
    const style = await addStyle(this.page, conversationAlone);
    const [first, last] = this.#exchange();
    await last.evaluate((element) => element.scrollIntoView({ block: 'end' }));
    await this.page.evaluate(nextFrameDrawn);
    const [top, bottom] = [await first.boundingBox(), await last.boundingBox()];
    if (top === null || bottom === null) throw new Error('there is no answer to take a picture of');
    const x = top.x;
    // Below the shadow of the message before.
    const y = top.y + 4;
    const height = bottom.y + bottom.height + pictureMargin - y;
    await this.page.screenshot({ path: file, clip: { x, y, width: width - x, height } });
    await style.evaluate((element) => element.remove());
    if (before !== null) await this.page.setViewportSize(before);
  }

  /** What a picture begins and ends with: the person's message and the bot's last; in a channel the post is both. */
  #exchange(): [Locator, Locator] {
    if (this.#surface === 'channel') return [this.#thread(), this.#thread()];
    const row = 'xpath=ancestor::div[div/div[@aria-label="Message header"]][1]';
    const first = this.#answers().nth(this.#drawnBefore).locator(row);
    return [
      this.#hasWritten ? first.locator('xpath=preceding-sibling::*[1]') : first,
      this.#answers().last().locator(row),
    ];
  }

  /** The chat, or the channel's newest post with its replies; the first group there is the box for a new one. */
  #thread(): Locator {
    return this.#surface === 'chat' ? this.page.locator('#root') : this.page.locator('[role="group"].fui-Card').nth(1);
  }

  /** What the bot has said in the thread, oldest first, a locator for each message's content. */
  #answers(): Locator {
    return this.#surface === 'chat'
      ? this.#thread().locator('.fai-OutputCard')
      : this.#thread().locator(`.fui-Avatar[aria-label="${botName}"]`).locator('xpath=../following-sibling::*[1]');
  }

  async #choose(treeItem: string, surface: 'chat' | 'channel'): Promise<void> {
    const isNew = !this.#visited.has(treeItem);
    const installed = isNew ? this.#installed() : undefined;
    await this.page.getByRole('treeitem', { name: treeItem, exact: true }).click();
    await installed;
    this.#visited.add(treeItem);
    this.#surface = surface;
    this.#drawnBefore = 0;
    this.#hasWritten = false;
  }

  async #send(write: () => Promise<void>): Promise<void> {
    const finished = this.#turnFinished('message');
    this.#drawnBefore = this.#surface === 'chat' ? await this.#answers().count() : 0;
    this.#hasWritten = true;
    this.#told.clear();
    await this.page.locator('[data-lexical-editor]').first().click();
    await write();
    await this.page
      .getByRole('button', { name: this.#surface === 'chat' ? 'Send Message' : 'Post', exact: true })
      .last()
      .click();
    await this.#drawn(await finished);
  }

  /** Waits until the page shows every message it has been told of in a conversation, a chat or a thread. */
  async #drawn(conversation: string): Promise<void> {
    const wanted = this.#drawnBefore + (this.#told.get(conversation) ?? 0);
    if (wanted > 0)
      await this.#answers()
        .nth(wanted - 1)
        .waitFor();
  }

  /** Resolves with the place when the bot has been told that it is there, in each of the ways; its greeting answers one of them. */
  async #installed(): Promise<string> {
    const told = ['conversationUpdate', 'installationUpdate'].map((activity) => this.#turnFinished(activity));
    const [conversation = ''] = await Promise.all(told);
    return conversation;
  }

  /**
   * Resolves with the conversation when the bot's next turn of a kind is over; all it said in the turn is then on its way to
   * the page.
   */
  #turnFinished(activity: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const guard = setTimeout(() => settle(new Error(`the bot did not answer: ${activity}`)), patienceMilliseconds);
      const listener = (frame: Frame): void => {
        if (frame.kind !== 'turn_finished' || frame.activity !== activity) return;
        settle(
          frame.status < 300 ? frame.conversationId : new Error(`the bot answered ${activity} with ${frame.status}`),
        );
      };
      const settle = (outcome: string | Error): void => {
        clearTimeout(guard);
        this.#waiting.delete(listener);
        if (typeof outcome === 'string') resolve(outcome);
        else reject(outcome);
      };
      this.#waiting.add(listener);
    });
  }
}

/** Playwright's own way fails on any policy fault the page reports meanwhile, and this page reports some. */
function addStyle(page: Page, css: string): Promise<JSHandle<Element>> {
  return page.evaluateHandle(`{
    const style = document.createElement('style');
    style.textContent = ${JSON.stringify(css)};
    document.head.append(style);
    style;
  }`);
}

/** Clicks where the notice still stands; it may go by itself meanwhile. */
async function dismiss(notice: Locator): Promise<void> {
  await notice.getByLabel('Dismiss Invoke Message').evaluateAll((buttons) => {
    for (const button of buttons) if (button instanceof HTMLElement) button.click();
  });
  await notice.waitFor({ state: 'detached' });
}

async function readOutcome(response: Response, title: string): Promise<'card' | 'notice'> {
  const body: unknown = await response.json();
  if (!response.ok() || typeof body !== 'object' || body === null || !('type' in body))
    throw new Error(`pressing ${title} was answered with ${response.status()}: ${JSON.stringify(body)}`);
  return body.type === 'application/vnd.microsoft.card.adaptive' ? 'card' : 'notice';
}
