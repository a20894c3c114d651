import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type LocalTeams, startLocalTeams } from '../../scripts/playground/start-local-teams.js';
import { startPlayground } from '../../scripts/playground/start-playground.js';
import { findPerson, writeCast } from '../../scripts/playground/write-cast.js';
import { openBrowser } from './browser.js';
import { Colleague } from './colleague.js';
import type { FakeConnector } from './fake-connector.js';
import { Playground } from './playground.js';

/** Windows that cards are looked at in, in pixels: a desktop, a phone, a small phone. */
const pictureWidths = [1300, 400, 320];

type Close = () => Promise<void>;

/** Closes what was opened, last first. */
async function closeAll(opened: readonly Close[]): Promise<void> {
  for (const close of opened.toReversed()) await close();
}

/** The bot on the seeds as a process of its own, and people's chat clients before it. */
export class ChatHouse {
  private constructor(
    private readonly folder: string,
    private readonly teams: LocalTeams,
    private readonly browser: Browser,
    /** The first person's chat client, open on the personal chat and greeted. */
    readonly chat: Playground,
    private readonly opened: Close[],
  ) {}

  /** @param as whose part is taken: a role of the seeds' members or a part of a name; the secretary's when absent. */
  static async start({ as }: { as?: string } = {}): Promise<ChatHouse> {
    const folder = await mkdtemp(join(tmpdir(), 'referent-chat-'));
    const opened: Close[] = [() => rm(folder, { recursive: true, force: true })];
    try {
      const teams = await startLocalTeams({ folder, as });
      opened.push(() => teams.stop());
      const browser = await openBrowser();
      opened.push(() => browser.close());
      return new ChatHouse(folder, teams, browser, await Playground.open(browser, teams.address), opened);
    } catch (error) {
      await closeAll(opened);
      throw error;
    }
  }

  /** Another person, named as in `start`, whose client is no page. @param connector their Teams service */
  async colleague(as: string, connector: FakeConnector): Promise<Colleague> {
    const { person, tenantId } = await findPerson(as);
    return new Colleague(`http://127.0.0.1:${this.teams.botPort}/api/messages`, connector, person, tenantId);
  }

  /** Opens the chat client of another person, as in `start`, on their personal chat. */
  async join(as: string): Promise<Playground> {
    const folder = join(this.folder, as);
    await mkdir(folder);
    const { file } = await writeCast(folder, as);
    const client = await startPlayground(this.teams.botPort, folder, file, 0);
    this.opened.push(() => client.stop());
    return Playground.open(this.browser, client.address);
  }

  close(): Promise<void> {
    return closeAll(this.opened);
  }
}

/** Takes pictures of what is on show, where somebody wants to look at them: in the folder REFERENT_PICTURES. */
export async function takePictures(chat: Playground, name: string): Promise<void> {
  const folder = process.env.REFERENT_PICTURES;
  if (folder === undefined) return;
  for (const width of pictureWidths) await chat.screenshot(join(folder, `${name}-${width}.png`), width);
}
