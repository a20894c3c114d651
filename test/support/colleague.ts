import type { Person } from '../../scripts/playground/write-cast.js';
import type { AdaptiveCard } from '../../src/cards/adaptive-card.js';
import { type ActivityJson, activity } from './activities.js';
import type { FakeConnector } from './fake-connector.js';

/** Somebody whose chat client is no page: they post what a client would, and read what the bot sends to their Teams service. */
export class Colleague {
  /** @param address where the bot takes activities; it believes whoever posts there from this machine */
  constructor(
    private readonly address: string,
    private readonly connector: FakeConnector,
    readonly person: Person,
    private readonly tenantId: string,
  ) {}

  /** The cards this person can see, oldest first. */
  get cards(): AdaptiveCard[] {
    return this.connector.visible
      .filter(({ conversation }) => conversation === this.#chat)
      .map(({ body }) => (body as { attachments?: { content: AdaptiveCard }[] }).attachments?.[0]?.content)
      .filter((card) => card !== undefined);
  }

  /** Writes to the bot. */
  async say(text: string): Promise<void> {
    await this.#post({ text, textFormat: 'plain' });
  }

  /** Presses a button, and gives what the client shows then: a card, or a text below the one that was pressed. */
  async press(verb: string, data: object): Promise<{ type: string; value: unknown }> {
    const response = await this.#post({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    });
    return (await response.json()) as { type: string; value: unknown };
  }

  get #chat(): string {
    return `a:${this.person.id}`;
  }

  async #post(parts: ActivityJson): Promise<Response> {
    const { tenantId, person } = this;
    const sent = activity(this.connector.serviceUrl, {
      from: person,
      conversation: { id: this.#chat, conversationType: 'personal', tenantId },
      channelData: { tenant: { id: tenantId } },
      ...parts,
    });
    const response = await fetch(this.address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(sent),
    });
    if (!response.ok) throw new Error(`the bot answered ${response.status}`);
    return response;
  }
}
