import { afterEach, beforeEach, expect, test } from 'vitest';
import { AgendaHouse, people } from '../../support/agenda-house.js';
import { draftIn, publishAndAsk, untilRound } from '../../support/input-house.js';
import { ownCard, pressButton } from '../../support/own-card.js';

/** The Monday a week before the deadline, which is Monday 23 November at 12 on the forum's clock. */
const weekBefore = new Date('2026-11-16T09:00:00Z');

let house: AgendaHouse;
beforeEach(async () => {
  house = await AgendaHouse.start(weekBefore);
});
afterEach(() => house.close());

const remindersTo = ({ id, aadObjectId }: { id: string; aadObjectId: string }): number =>
  house.connector.visible
    .filter(({ conversation }) => conversation === `a:${id}` || conversation.includes(aadObjectId))
    .filter(({ body }) => JSON.stringify(body).includes('Du mangler at svare på')).length;

async function remindedBy(at: string, chef: number, director: number): Promise<void> {
  house.clock.time = new Date(at);
  while (remindersTo(people.chef) < chef || remindersTo(people.director) < director)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect([remindersTo(people.chef), remindersTo(people.director)]).toEqual([chef, director]);
}

test('a reminder put off a day is not the last: who still misses something is reminded before the deadline, twice in all', async () => {
  const round = await publishAndAsk(house, await draftIn(house));
  await pressButton(house, people.director, await ownCard(house, people.director), 'Påmind mig i morgen kl. 8');
  await remindedBy('2026-11-17T07:00:30Z', 0, 1);
  // A day before the deadline is a Sunday: the working day before, at the same hour.
  await remindedBy('2026-11-20T11:00:30Z', 1, 2);
  await remindedBy('2026-11-23T08:00:30Z', 2, 2);
  house.clock.time = new Date('2026-11-23T11:00:00Z');
  await untilRound(house, round, ({ state }) => state === 'closed');
  await house.pass(3_600_000);
  expect([remindersTo(people.chef), remindersTo(people.director)]).toEqual([2, 2]);
});
