import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { AdaptiveCard } from '../../../src/cards/adaptive-card.js';
import { verbs } from '../../../src/cards/button.js';
import type { Agenda } from '../../../src/domain/agenda.js';
import { AgendaHouse, type DialogAnswer, people, type Somebody } from '../../support/agenda-house.js';
import { textsOf } from '../../support/card-contents.js';
import { type FillableStore, openFillableStore } from '../../support/full-disk.js';
import { type AskedRound, draftIn, friday, mondayNoon, publishAndAsk } from '../../support/input-house.js';
import { allButtonsOf, cardOf, findButton, ownCard, ownForm, pressButton } from '../../support/own-card.js';

const isLong = process.env.REFERENT_LONG !== undefined;
const { chef, director, secretary, outsider } = people;

let house: AgendaHouse;
afterEach(() => house.close());

async function ask(open?: Parameters<typeof AgendaHouse.start>[2], changes: Partial<Agenda> = {}): Promise<AskedRound> {
  house = await AgendaHouse.start(friday, undefined, open);
  return publishAndAsk(house, await draftIn(house, changes));
}

const answersIn = ({ round }: AskedRound) => house.store.input.listAnswers(round.id);
const linesOf = (card: AdaptiveCard): string => textsOf(card).join('\n');

describe('a full disk', () => {
  test('keeps nothing half, tells the chef the truth, and what they wrote stands in the form again', async () => {
    let disk: FillableStore | undefined;
    const round = await ask(async (clock) => {
      disk = await openFillableStore(clock);
      return disk;
    });
    const form = await ownForm(house, chef, 2);
    // More bytes than fit into a page: it needs one that is not there.
    const text = 'ø'.repeat(1990);
    const written = { a1_choice: 'remarks', a1_text: text, a2_q1: 'Ja', a2_q2: '' };
    // What is still at work may give back a page.
    await house.rest();
    await disk?.fill();
    const back = cardOf(await pressButton(house, chef, form, 'Gem', written));
    expect(linesOf(back)).toMatch(/Dit svar blev ikke gemt\..*plads.*Det, du skrev, står her endnu\./);
    expect(JSON.stringify(back)).toContain(text);
    expect(await answersIn(round), 'neither the remark nor the answer to the question').toEqual([]);
    expect(await house.store.input.listRequests(round.round.id), 'what is there is read').toHaveLength(
      round.requests.length,
    );

    disk?.free();
    const saved = cardOf(await pressButton(house, chef, back, 'Gem', written));
    expect(linesOf(saved)).toContain('Gemt. Punkt 2: ✓ Bemærkninger');
    expect(await answersIn(round)).toHaveLength(2);
  });
});

describe('the second of the deadline', () => {
  test('takes both of two answers, the one in time to count and the other as late, and says which is which', async () => {
    const round = await ask();
    const [one, other] = [await ownForm(house, chef, 3), await ownForm(house, chef, 3)];
    const ofDirector = await ownForm(house, director, 3);
    house.clock.time = new Date(mondayNoon.getTime() - 1);
    const inTime = pressButton(house, chef, one, 'Gem', { a1_choice: 'no_remarks' });
    expect(linesOf(cardOf(await inTime))).toContain('Gemt. Punkt 3: ✓ Ingen bemærkninger');
    house.clock.time = mondayNoon;
    const [late, lateToo] = await Promise.all([
      pressButton(house, chef, other, 'Gem', { a1_choice: 'wants_discussion' }),
      pressButton(house, director, ofDirector, 'Gem', { a1_choice: 'no_remarks' }),
    ]);
    for (const answer of [late, lateToo]) expect(linesOf(cardOf(answer))).toContain('Gemt efter fristen.');
    const kept = await answersIn(round);
    expect(kept.map(({ isLate, version }) => [isLate, version]).sort()).toEqual([
      [false, 1],
      [true, 1],
      [true, 2],
    ]);
    const status = JSON.stringify(
      (await house.press(secretary, verbs.showInputStatus, { round: round.round.id })).value,
    );
    expect(status).toContain('Svar efter fristen');
    expect(status).toContain('3 (svar efter fristen)');
  });
});

describe('a dialog', () => {
  const cardIn = ({ type, value }: DialogAnswer): AdaptiveCard => {
    expect(type, JSON.stringify(value)).toBe('continue');
    return (value as { card: { content: AdaptiveCard } }).card.content;
  };

  test('opens the form of an item, comes back with what is wrong, goes on to the next, and ends with what was done', async () => {
    const round = await ask();
    const own = await ownCard(house, chef);
    const form = cardIn(await house.dialog(chef, 'fetch', findButton(own, 'Svar: 2 ')));
    expect(linesOf(form)).toContain('2  Tidsplan og måltal');
    const submit = (card: AdaptiveCard, title: string, fields: object) => {
      const { verb, data } = findButton(card, title);
      return house.dialog(chef, 'submit', { verb, data: { ...(data as object), ...fields } });
    };
    const back = cardIn(await submit(form, 'Gem', { a1_choice: 'reservation', a1_text: '', a2_q1: '', a2_q2: '' }));
    expect(linesOf(back)).toContain('Dit svar er ikke gemt endnu.');
    const next = cardIn(await submit(back, 'Gem og næste', { a1_choice: 'reservation', a1_text: 'For dyrt.' }));
    expect(linesOf(next)).toContain('Gemt. Punkt 2: ✓ Forbehold: For dyrt.');
    expect(linesOf(next)).toContain('3  Erfaringer med chatassistenten');
    const done = await submit(next, 'Gem', { a1_choice: 'no_remarks' });
    expect(done).toMatchObject({ type: 'message', value: expect.stringMatching(/^Gemt\. Punkt 3: .*af 6 punkter/) });
    expect(await answersIn(round)).toHaveLength(2);
  });

  test('is theirs alone who were asked, wherever they opened it, and the card behind it follows', async () => {
    const round = await ask();
    const open = findButton(await ownCard(house, chef), 'Svar: 3 ');
    expect(await house.dialog(director, 'fetch', open)).toMatchObject({ type: 'message' });
    const form = cardIn(await house.dialog(chef, 'fetch', open, 'channel'));
    const { verb, data } = findButton(form, 'Gem');
    const press = { verb, data: { ...(data as object), a1_choice: 'no_remarks' } };
    expect(await house.dialog(outsider, 'submit', press)).toMatchObject({
      value: expect.stringContaining('Kortet gælder ikke længere'),
    });
    expect(await answersIn(round)).toEqual([]);
    await house.dialog(chef, 'submit', press, 'channel');
    expect(await answersIn(round)).toHaveLength(1);
    await house.pass(1000);
    const behind = house.connector.visible.find(
      ({ conversation, body }) =>
        (conversation.includes(chef.aadObjectId) || conversation === `a:${chef.id}`) &&
        JSON.stringify(body).includes('1 af 6 punkter besvaret'),
    );
    expect(behind, 'the card that asked').toBeDefined();
  });
});

describe('tampered presses', () => {
  /** What a press may be altered to, whatever stood there: other types, other ids, more than there is. */
  const junk = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constant('__proto__'),
    fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('handle', 'at', 'round', 'constructor'), fc.string({ maxLength: 10 }), {
      maxKeys: 3,
    }),
  );
  const inputVerbs = Object.values(verbs).filter((verb) => /^(?:input|brief|inputStatus|inputPlan)\./.test(verb));

  test(
    'have no effect on what others answered, and show nothing of it',
    async () => {
      const round = await ask();
      const secret = 'kanariefugl';
      const own = await ownForm(house, director, 2);
      await pressButton(house, director, own, 'Gem', { a1_choice: 'reservation', a1_text: secret });
      const buttons = [own, await ownCard(house, director), await ownForm(house, director, 3)].flatMap(allButtonsOf);
      const ofChef = allButtonsOf(await ownForm(house, chef, 2));
      const handles = [...buttons, ...ofChef].map(({ data }) => (data as { handle?: string }).handle ?? '');
      const altered = fc.record({
        // Neither chair nor secretary, who may see what is answered.
        who: fc.constantFrom<Somebody>(chef, outsider),
        place: fc.constantFrom('personal' as const, 'channel' as const),
        verb: fc.oneof(
          { weight: 4, arbitrary: fc.constantFrom(...buttons.map(({ verb }) => verb)) },
          { weight: 4, arbitrary: fc.constantFrom(...inputVerbs) },
          { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
        ),
        data: fc.oneof(
          junk,
          fc
            .tuple(
              fc.constantFrom(...buttons),
              fc.dictionary(
                fc.constantFrom(
                  ...['handle', 'at', 'form', 'round', 'respondent', 'person', 'answer', 'revision', 'agenda'],
                ),
                fc.oneof(
                  junk,
                  fc.constantFrom(...handles, round.round.id, round.agenda.id, ...round.requests.map(({ id }) => id)),
                ),
              ),
            )
            .map(([{ data }, changes]) => ({ ...(data as object), a1_choice: 'no_remarks', ...changes })),
        ),
      });
      const respondent = round.respondents.find(({ person }) => person.objectId === director.aadObjectId)?.id;
      const before = await answersIn(round);
      const state = await house.store.input.listRespondents(round.round.id);
      const runs = isLong ? 10_000 : 500;
      const presses = fc.sample(altered, { numRuns: runs, seed: 20261122 });
      for (let at = 0; at < presses.length; at += 20) {
        const said = await Promise.all(
          presses.slice(at, at + 20).map(({ who, verb, data, place }) => house.press(who, verb, data, place)),
        );
        expect(JSON.stringify(said)).not.toContain(secret);
      }
      const after = await answersIn(round);
      expect(after.filter((answer) => answer.respondentId === respondent)).toEqual(before);
      expect(after.every(({ answeredBy }) => answeredBy.objectId !== outsider.aadObjectId)).toBe(true);
      const still = (await house.store.input.listRespondents(round.round.id)).filter(({ id }) => id === respondent);
      expect(still).toEqual(state.filter(({ id }) => id === respondent));
      expect(await house.store.input.getRound(round.round.id)).toEqual(round.round);
      expect(house.house.log).not.toContain(secret);
    },
    isLong ? 1_800_000 : 120_000,
  );
});
