import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AdaptiveCard } from '../../src/cards/adaptive-card.js';
import { buttonsOf, textsOf } from '../support/card-contents.js';
import { ChatHouse, takePictures } from '../support/chat-house.js';
import type { Colleague } from '../support/colleague.js';
import { FakeConnector } from '../support/fake-connector.js';
import type { Playground } from '../support/playground.js';

const budget = '2 Tidsplan og måltal for budget 2028';
const reason = 'Måltallet kan ikke findes uden at røre vejdriften.';

/** Presses a button on somebody's card, with what is written into its fields. */
async function pressOn(who: Colleague, card: AdaptiveCard | undefined, title: string, fields: object = {}) {
  const pressed = buttonsOf(card).find(({ tooltip }) => tooltip === title) ?? expect.fail(`no button ${title}`);
  return (await who.press(pressed.verb, { ...(pressed.data as object), ...fields })).value as AdaptiveCard;
}

/*
 * One round from the published agenda to the brief. The secretary and one chef each have a chat client before one bot, two more
 * chefs answer as their clients would. The tests go on in one conversation.
 */
describe('input before a meeting, in the chat client', () => {
  let house: ChatHouse;
  let connector: FakeConnector;
  let secretary: Playground;
  let chef: Playground;
  let helle: Colleague;
  let rasmus: Colleague;

  beforeAll(async () => {
    connector = await FakeConnector.start();
    house = await ChatHouse.start();
    secretary = house.chat;
    chef = await house.join('Jonas');
    helle = await house.colleague('Helle', connector);
    rasmus = await house.colleague('Rasmus', connector);
    for (const colleague of [helle, rasmus]) await colleague.say('hjælp');
  });

  afterAll(async () => {
    await house?.close();
    await connector?.close();
  });

  test('is asked of each chef in person when the agenda is published', async () => {
    await secretary.inChannel('Chefforum');
    await secretary.mention('tilknyt kanal');
    await secretary.inPersonalChat();
    await secretary.say('kladde');
    await secretary.pressButton('Forhåndsvis');
    await takePictures(secretary, 'input-preview');
    await secretary.pressButton('Udgiv nu');
    await chef.hears('0 af 6 punkter besvaret');
    await takePictures(chef, 'input-card');
  });

  test('is given with a reason, after a form without one has come back as it was filled', async () => {
    await chef.pressButton(`Svar: ${budget}`);
    await takePictures(chef, 'input-form');
    await chef.fill('Hvad er din holdning?', 'Forbehold');
    await chef.pressButton('Gem');
    expect(await chef.lastAnswer()).toContain('Bemærkning: Skriv kort hvorfor, når du vælger "Forbehold".');
    expect(await chef.lastCard().getByRole('radio', { name: 'Forbehold' }).isChecked()).toBe(true);
    await takePictures(chef, 'input-fault');
    await chef.fill('Bemærkning', reason);
    await chef.pressButton('Gem og næste');
    expect(await chef.lastAnswer()).toContain('Erfaringer med chatassistenten');
    expect(await chef.lastAnswer()).toContain(`Gemt. Punkt 2: ✓ Forbehold: ${reason}`);
  });

  test('is given to what is left with one press, after a look at it', async () => {
    await chef.pressButton('Til din forberedelse');
    await chef.pressButton('Set: 5 Skriftlig orientering: Plejehjemmet Åhaven, endeligt regnskab');
    await chef.pressButton('Ingen bemærkninger til resten');
    expect(await chef.lastAnswer()).toContain('Svar selv på punkterne 2, 3, 8');
    await takePictures(chef, 'input-rest');
    await chef.pressButton('Svar sådan');
    expect(await chef.lastAnswer()).toContain('3 af 6 punkter besvaret');
    expect(await chef.buttons()).not.toContain('Ingen bemærkninger til resten');
    await takePictures(chef, 'input-answered');
    await chef.pressButton('Svar: 8 Udpegning af medlemmer til styregruppen for det nye omsorgssystem');
    await takePictures(chef, 'input-nomination');
    await chef.fill('Navn', 'Mia Krogh');
    await chef.pressButton('Gem');
    expect(await chef.lastAnswer()).toContain('4 af 6 punkter besvaret');
  });

  test('is changed, and every version is kept', async () => {
    await chef.pressButton(`Svar: ${budget}`);
    await chef.fill('Om måltallet kan findes inden for egen ramme', 'Ikke i 2028.');
    await chef.pressButton('Gem');
    await chef.pressButton(`Ret: ${budget}`);
    await chef.fill('Hvad er din holdning?', 'Ønsker drøftelse');
    await chef.pressButton('Gem');
    expect(await chef.lastAnswer()).toContain('Gemt. Punkt 2: ✓ Ønsker drøftelse');
    await chef.pressButton(`Ret: ${budget}`);
    await chef.pressButton('Tidligere udgaver');
    expect(await chef.lastAnswer()).toMatch(/Ønsker drøftelse: [\s\S]*Forbehold: /);
    await takePictures(chef, 'input-history');
    await chef.pressButton('Til din forberedelse');
  });

  test('comes from others too, of which the secretary sees who misses what, and reminds those', async () => {
    const form = await pressOn(helle, helle.cards.at(-1), `Svar: ${budget}`);
    const saved = await pressOn(helle, form, 'Gem', { a1_choice: 'no_remarks', a2_q1: 'Ja', a2_q2: '' });
    expect(textsOf(saved).join('\n')).toContain('1 af 6 punkter besvaret');
    const look = await pressOn(rasmus, rasmus.cards.at(-1), 'Ingen bemærkninger til resten');
    expect(textsOf(await pressOn(rasmus, look, 'Svar sådan'))).toContain('Gemt. Ingen bemærkninger til 5 punkter.');
    expect(JSON.stringify([helle.cards, rasmus.cards])).not.toContain(reason);

    await secretary.say('inputstatus');
    expect(await secretary.lastAnswer()).toMatch(/Har ikke svaret endnu \(9\)[\s\S]*Byudvikling & Ejendomme \(Helle/);
    await takePictures(secretary, 'input-status');
    await secretary.pressButton('Påmind nu');
    expect(await secretary.lastAnswer()).toContain('12 er påmindet.');
    await chef.hears('Du mangler at svare på 1 punkt');
    await takePictures(chef, 'input-reminder');
  });

  test('reaches the secretary as one overview when the round is closed', async () => {
    await secretary.pressButton('Luk nu');
    await secretary.hears('Bør have tid på mødet');
    expect(await secretary.lastAnswer()).toContain('Tidsplan og måltal for budget 2028: én ønsker drøftelse');
    await takePictures(secretary, 'input-brief');
    await secretary.pressButton('Hele oversigten');
    expect(await secretary.lastAnswer()).toContain(`Miljø & Teknik (Jonas Vildrik): Ønsker drøftelse. ${reason}`);
    await takePictures(secretary, 'input-brief-whole');
    await secretary.pressButton('Word-dokument');
    await secretary.hears('Input til Chefforum');
    expect(JSON.stringify([helle.cards, rasmus.cards])).not.toContain(reason);
  });
});
