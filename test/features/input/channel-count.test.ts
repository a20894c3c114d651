import { afterEach, beforeEach, expect, test } from 'vitest';
import { AgendaHouse, people, type Somebody } from '../../support/agenda-house.js';
import { draftIn, friday, publishAndAsk } from '../../support/input-house.js';
import { cardOf, ownCard, ownForm, pressButton } from '../../support/own-card.js';

let house: AgendaHouse;
beforeEach(async () => {
  house = await AgendaHouse.start(friday);
});
afterEach(() => house.close());

/** The count on the agenda's card in the channel, as it was last drawn. */
function countInChannel(): string | undefined {
  const drawn = house.connector.calls.filter(({ method }) => method === 'PUT').map(({ body }) => JSON.stringify(body));
  return drawn.flatMap((card) => / (\d+ af \d+) har svaret på alt"/.exec(card)?.[1] ?? []).at(-1);
}

async function answerAll(who: Somebody): Promise<void> {
  const look = cardOf(await pressButton(house, who, await ownCard(house, who), 'Ingen bemærkninger til resten'));
  await pressButton(house, who, look, 'Svar sådan');
  const budget = { a1_choice: 'no_remarks', a1_text: '', a2_q1: 'Ja', a2_q2: 'Nej' };
  await pressButton(house, who, await ownForm(house, who, 2), 'Gem', budget);
  await pressButton(house, who, await ownForm(house, who, 9), 'Gem', { a1_name1: 'Mia Krogh' });
}

test('the channel sees how many have answered all, and nothing of a closed item in that count', async () => {
  const seen = (count: string) => house.passUntil(() => countInChannel() === count);
  const takeBack = async (who: Somebody, number: number) =>
    pressButton(house, who, await ownForm(house, who, number), 'Træk svaret tilbage');
  await publishAndAsk(house, await draftIn(house));
  await seen('0 af 2');
  await answerAll(people.chef);
  await seen('1 af 2');
  await answerAll(people.director);
  await seen('2 af 2');
  // The closed item, and then an open one of somebody else's: were the first to count, none would have answered all.
  await takeBack(people.director, 4);
  await takeBack(people.chef, 3);
  await seen('1 af 2');
  await house.pass(2000);
  expect(countInChannel()).toBe('1 af 2');
});
