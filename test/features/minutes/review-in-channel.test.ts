import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tenantId } from '../../support/activities.js';
import { AgendaHouse, people } from '../../support/agenda-house.js';
import { FileHost, fileMessage } from '../../support/file-host.js';
import { sampleAgenda } from '../../support/sample-agenda.js';
import { channelId } from '../../support/sending-house.js';

const minutes = (decision: string): string => `# Referat Chefforum

Dato: 12. november 2026 kl. 9.00 - 11.00

## Punkt 1: Budgetopfølgning

### Beslutning
${decision}

## Punkt 2: Fortrolig drøftelse af en lejeaftale

### Beslutning
Drøftet.
`;

describe('minutes that a secretary sends as a file', () => {
  let house: AgendaHouse;
  let host: FileHost;
  beforeAll(async () => {
    house = await AgendaHouse.start(new Date('2026-11-10T09:00:00Z'));
    host = await FileHost.start();
  });
  afterAll(async () => {
    host.close();
    await house.close();
  });

  /** Sends the file and gives the handle of its review. */
  async function sends(decision: string): Promise<string> {
    const { connector } = house;
    const before = connector.messages.length;
    const url = host.put('/referat.md', Buffer.from(minutes(decision)));
    const conversation = {
      id: 'a:chat-1',
      conversationType: 'personal',
      tenantId: tenantId,
    };
    await house.house.post(
      fileMessage(house.house.serviceUrl, url, 'referat.md', { from: people.secretary, conversation }),
    );
    while (connector.messages.length < before + 2) await new Promise((resolve) => setTimeout(resolve, 25));
    return /"pending":"([\w-]{22})"/.exec(JSON.stringify(connector.messages[before + 1]))?.[1] ?? '';
  }
  const presses = async (verb: string, pending: string): Promise<string> =>
    JSON.stringify(await house.press(people.secretary, verb, { pending, page: 1, to: 1 }));
  const inChannel = (): string[] =>
    house.connector.visible
      .filter(({ conversation }) => conversation.startsWith(channelId))
      .map(({ body }) => JSON.stringify(body));
  /** What notes in the channel were changed to. */
  const changed = (): string[] =>
    house.connector.calls.filter(({ method }) => method === 'PUT').map(({ body }) => JSON.stringify(body));

  test('are told of in the channel without what is closed, archive the agenda of the day, and all that is taken back again', async () => {
    const agenda = await house.publish(sampleAgenda(house.forumId, { date: '2026-11-12' }));
    const stateOf = async () => (await house.store.agendas.getAgenda(agenda.id)).state;
    house.clock.time = new Date('2026-11-13T09:00:00Z');
    const shown = inChannel().length;

    const first = await sends('Godkendt.');
    expect(inChannel(), 'nothing is told before it is in the archive').toHaveLength(shown);
    expect(await presses('minutes.archiveReview', first)).toContain('Kanalen får besked');
    await presses('minutes.archiveReview', first);
    await house.pass(0);
    expect(inChannel().slice(shown)).toEqual([
      expect.stringContaining('Nyt referat: Chefforum torsdag 12. november 2026 ligger i arkivet (1 punkt)'),
    ]);
    expect(inChannel().at(-1)).not.toContain('lejeaftale');
    while ((await stateOf()) !== 'archived') await new Promise((resolve) => setTimeout(resolve, 25));

    const before = changed().length;
    expect(await presses('minutes.takeBackReview', first)).toContain('taget tilbage');
    await house.pass(0);
    expect(changed().slice(before)).toEqual([
      expect.stringContaining('Referatet fra torsdag 12. november 2026 er trukket tilbage'),
    ]);
    while ((await stateOf()) !== 'held') await new Promise((resolve) => setTimeout(resolve, 25));
    expect(inChannel()).toHaveLength(shown + 1);
  });
});
