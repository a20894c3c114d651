import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verbs } from '../../../src/cards/button.js';
import { systemClock } from '../../../src/domain/clock.js';
import { openStore } from '../../../src/store/sqlite/open-store.js';
import { type ActivityJson, activity } from '../../support/activities.js';
import { FakeConnector } from '../../support/fake-connector.js';
import { fillForms, openLargeRound, pressOfMember } from '../../support/open-round.js';
import { startScript } from '../../support/start-script.js';
import { makeTemporaryFolder } from '../../support/temporary-store.js';

let place: ReturnType<typeof makeTemporaryFolder>;
let connector: FakeConnector;
beforeEach(async () => {
  place = makeTemporaryFolder();
  connector = await FakeConnector.start();
});
afterEach(async () => {
  await connector.close();
  place.remove();
});

const storeFile = () => join(place.folder, 'referent.db');

async function serve(...mode: string[]) {
  const bot = startScript('test/support/serve-round.ts', [storeFile(), ...mode]);
  const origin = `http://127.0.0.1:${await bot.nextLine()}`;
  const post = (sent: ActivityJson) =>
    fetch(`${origin}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(sent),
    });
  return { bot, post };
}

test('an answer whose acknowledgement a kill cut off is kept and counted once, however it is delivered again', async () => {
  const prepared = await openStore({ file: storeFile(), clock: systemClock });
  const opening = await openLargeRound(prepared, systemClock, { members: 1, items: 2 });
  const [[form = {}] = []] = await fillForms(prepared, systemClock, opening);
  await prepared.close();
  const delivered = activity(connector.serviceUrl, pressOfMember(0, verbs.saveInput, form));

  const first = await serve('stuck');
  const cutOff = first.post(delivered).then(
    () => 'acknowledged',
    () => 'cut off',
  );
  expect(await first.bot.nextLine()).toBe('saved');
  await first.bot.kill();
  expect(await cutOff).toBe('cut off');

  const second = await serve();
  // The same delivery: what became of it is not known, so the person is told to look.
  expect(await (await second.post(delivered)).text()).toContain('Den har jeg fået før');
  // The same press as a delivery of its own, as Teams makes of an invoke it got no answer to.
  const again = await (
    await second.post(activity(connector.serviceUrl, pressOfMember(0, verbs.saveInput, form)))
  ).text();
  expect(again).toContain('Der var ikke noget nyt at gemme.');
  expect(again).toContain('1 af 2 punkter besvaret');
  expect(await second.bot.stop()).toBe(0);

  const store = await openStore({ file: storeFile(), clock: systemClock });
  try {
    const answers = await store.input.listAnswers(opening.round.id);
    expect(answers.map(({ version, value }) => [version, value?.kind])).toEqual([[1, 'stance']]);
  } finally {
    await store.close();
  }
});
