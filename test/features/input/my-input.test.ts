import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AdaptiveCard } from '../../../src/cards/adaptive-card.js';
import { verbs } from '../../../src/cards/button.js';
import { cardBytes, maxCardBytes } from '../../../src/cards/fill-card.js';
import type { Agenda } from '../../../src/domain/agenda.js';
import type { InputAnswer, InputRound } from '../../../src/domain/input.js';
import { editAgenda, endAgenda } from '../../../src/features/agenda/agenda-actions.js';
import { changeEntry, withItem } from '../../../src/features/agenda/entries.js';
import { intentsOfAgenda, refreshCards } from '../../../src/features/input/input-intents.js';
import { AgendaHouse, keyOf, people, type Somebody } from '../../support/agenda-house.js';
import { textsOf } from '../../support/card-contents.js';
import { changeRegister, draftIn, publishAndAsk } from '../../support/input-house.js';
import { allButtonsOf, cardOf, findButton, ownCard, ownForm, pressButton } from '../../support/own-card.js';

/** A working Friday before the meeting of the example; the deadline is Monday at 12 on the forum's clock. */
const friday = new Date('2026-11-20T09:00:00Z');
const hour = 3_600_000;
const deadline = new Date('2026-11-23T11:00:00Z');

/** As the wiring does it. */
const acting = () => ({
  ...house.acting,
  intentsOfInput: async (...change: Parameters<typeof intentsOfAgenda>) => intentsOfAgenda(...change),
});

let house: AgendaHouse;
let agenda: Agenda;

beforeEach(async () => {
  house = await AgendaHouse.start(friday);
  ({ agenda } = await publishAndAsk(house, await draftIn(house)));
});
afterEach(() => house.close());

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}

const round = async (): Promise<InputRound> => (await house.store.input.findRoundOf(agenda.id)) ?? expect.fail();
const answers = async (): Promise<InputAnswer[]> => house.store.input.listAnswers((await round()).id);
const said = (value: unknown): string => JSON.stringify(value);
const mine = (who: Somebody) => ownCard(house, who);
const formOf = (who: Somebody, number: number) => ownForm(house, who, number);
const pressOn = (who: Somebody, card: AdaptiveCard, title: string, fields?: object) =>
  pressButton(house, who, card, title, fields);

/** Whom the register names as the chef's only deputy. */
const standIn = (deputy: Somebody, from: string, to: string | null) =>
  changeRegister(house, (register) => ({
    ...register,
    deputies: [
      {
        id: 'd',
        forumId: house.forumId,
        principal: keyOf(people.chef),
        deputy: keyOf(deputy),
        deputyName: deputy.name,
        from,
        to,
      },
    ],
  }));

const remark = (text: string) => ({ a1_choice: 'remarks', a1_text: text, a2_q1: '', a2_q2: '' });

/** Messages to one person, newest last. */
const written = (who: Somebody): string[] =>
  house.connector.visible
    .filter(({ conversation }) => conversation.includes(who.aadObjectId) || conversation === `a:${who.id}`)
    .map(({ body }) => said(body));

describe('a published agenda', () => {
  it('asks each chef in person once, in one card that says what, until when, and who reads it', async () => {
    const asked = written(people.chef);
    expect(asked).toHaveLength(1);
    for (const told of [
      'Chefforum onsdag 25. november: giv input til 6 punkter senest mandag 23. november kl. 12.00',
      'Din forberedelse til Chefforum onsdag 25. november',
      '0 af 6 punkter besvaret',
      'frist mandag 23. november kl. 12.00',
      'Dit svar ses af formanden og sekretariatet. Det kan være omfattet af aktindsigt.',
      'Mangler',
      'Ingen bemærkninger til resten',
      'Jeg deltager ikke',
      'Lad en anden svare',
    ])
      expect(asked[0]).toContain(told);
    expect(written(people.secretary), 'who is not asked').toEqual([]);
    expect(written(people.outsider)).toEqual([]);
    const round1 = await round();
    await house.store.outbox.add(
      house.forumId,
      {
        messages: [],
        withdrawn: [],
        jobs: [
          {
            key: 'again',
            kind: 'input.open',
            forumId: house.forumId,
            payload: { agenda: agenda.id },
            dueAt: friday,
            dropAfter: null,
          },
        ],
      },
      friday,
    );
    await house.pass(2000);
    expect(await round()).toEqual(round1);
    expect(written(people.chef)).toHaveLength(1);
  });

  it('asks about a closed item only those who may read it, and says nothing of it to others', async () => {
    expect(written(people.chef)[0]).not.toContain('jobcentret');
    expect(written(people.director)[0]).toContain('jobcentret');
    expect(written(people.director)[0]).toContain('giv input til 7 punkter');
    await pressOn(people.director, await formOf(people.director, 4), 'Gem', {
      a1_choice: 'reservation',
      a1_text: 'kanariefugl',
    });
    await house.pass(1000);
    const isTheirs = (place: string) =>
      place.includes(people.director.id) || place.includes(people.director.aadObjectId);
    const elsewhere = house.connector.visible.filter(({ conversation }) => !isTheirs(conversation));
    expect(elsewhere.length).toBeGreaterThan(1);
    expect(said(elsewhere)).not.toMatch(/kanariefugl|jobcentret/);
    expect(house.house.log).not.toContain('kanariefugl');
  });
});

describe('a chef', () => {
  it('answers an item, sees the new state at once, and takes it back with one press', async () => {
    const form = await formOf(people.chef, 2);
    expect(textsOf(form).join('\n')).toContain('Indstilling: at tidsplanen for budget 2028 godkendes');
    for (const title of ['Gem', 'Gem og næste', 'Læs hele punktet', 'Tidligere beslutninger']) findButton(form, title);
    const saved = cardOf(await pressOn(people.chef, form, 'Gem', remark('Vi mangler tal.')));
    expect(textsOf(saved).join('\n')).toContain('Gemt. Punkt 2: ✓ Bemærkninger: Vi mangler tal.');
    expect((await answers()).map(({ value, isLate }) => [value, isLate])).toEqual([
      [{ kind: 'stance', choice: 'remarks', text: 'Vi mangler tal.' }, false],
    ]);
    const undone = cardOf(await pressOn(people.chef, saved, 'Fortryd'));
    expect(textsOf(undone).join('\n')).toContain('Fortrudt.');
    expect((await answers()).at(-1)?.value).toBeNull();
    expect(textsOf(undone).join('\n')).toContain('0 af 6 punkter besvaret');
  });

  it('goes on to the next item with one press, and keeps every version', async () => {
    const next = cardOf(await pressOn(people.chef, await formOf(people.chef, 2), 'Gem og næste', remark('Første')));
    expect(textsOf(next)[0]).toContain('3  Erfaringer med chatassistenten');
    await pressOn(people.chef, await formOf(people.chef, 2), 'Gem', remark('Anden'));
    const history = cardOf(await pressOn(people.chef, await formOf(people.chef, 2), 'Tidligere udgaver'));
    expect(textsOf(history).join('\n')).toMatch(/Bemærkninger: Anden[\s\S]*Bemærkninger: Første/);
    const withdrawn = cardOf(await pressOn(people.chef, await formOf(people.chef, 2), 'Træk svaret tilbage'));
    expect(textsOf(withdrawn).join('\n')).toContain('Punkt 2: Mangler');
    expect((await answers()).filter(({ value }) => value?.kind === 'stance' || value === null)).toHaveLength(3);
  });

  it('is told at the field and on top what is wrong, and loses nothing of what was written', async () => {
    const form = await formOf(people.chef, 2);
    const back = cardOf(
      await pressOn(people.chef, form, 'Gem', { a1_choice: 'remarks', a1_text: '', a2_q1: 'Ja, halvdelen', a2_q2: '' }),
    );
    const texts = textsOf(back).join('\n');
    expect(texts).toContain('Dit svar er ikke gemt endnu.');
    expect(texts).toContain('Bemærkning: Skriv kort hvorfor');
    expect(said(back)).toContain('"label":"Bemærkning: Skriv kort hvorfor');
    expect(said(back)).toContain('Ja, halvdelen');
    expect(await answers()).toEqual([]);
    cardOf(await pressOn(people.chef, back, 'Gem', { ...remark('Derfor'), a2_q1: 'Ja, halvdelen' }));
    expect(await answers()).toHaveLength(2);
  });

  it('marks a briefing as seen with one press, and answers the rest after a look at it', async () => {
    const seen = cardOf(await pressOn(people.chef, await mine(people.chef), 'Set: 5'));
    expect(textsOf(seen).join('\n')).toContain('Gemt. Punkt 5: ✓ Set.');
    const look = cardOf(await pressOn(people.chef, seen, 'Ingen bemærkninger til resten'));
    const texts = textsOf(look).join('\n');
    expect(texts).toContain('2  Tidsplan og måltal for budget 2028: Ingen bemærkninger');
    expect(texts).toContain('Svar selv på punkterne 2, 9');
    expect(await answers(), 'nothing counts before it is confirmed').toHaveLength(1);
    const done = cardOf(await pressOn(people.chef, look, 'Svar sådan'));
    expect(await answers()).toHaveLength(5);
    await pressOn(people.chef, look, 'Svar sådan');
    expect(await answers(), 'pressed twice').toHaveLength(5);
    const undone = cardOf(await pressOn(people.chef, done, 'Fortryd'));
    expect(textsOf(undone).join('\n')).toContain('1 af 6 punkter besvaret');
  });

  it('is through in five presses where there is nothing to remark on', async () => {
    const look = cardOf(await pressOn(people.chef, await mine(people.chef), 'Ingen bemærkninger til resten'));
    const rest = cardOf(await pressOn(people.chef, look, 'Svar sådan'));
    const form = cardOf(await pressOn(people.chef, rest, 'Svar: 2'));
    const next = cardOf(await pressOn(people.chef, form, 'Gem og næste', { a1_choice: 'no_remarks', a2_q1: 'Ja' }));
    const done = cardOf(await pressOn(people.chef, next, 'Gem', { a1_nobody: 'true' }));
    expect(textsOf(done).join('\n')).toContain('6 af 6 punkter besvaret');
  });

  it('says that they do not come', async () => {
    const form = cardOf(await pressOn(people.chef, await mine(people.chef), 'Jeg deltager ikke'));
    const saved = cardOf(await pressOn(people.chef, form, 'Gem', { a1_attends: 'absent', a1_deputy: 'Mia Krogh' }));
    expect(textsOf(saved).join('\n')).toContain('Mødet: ✓ Afbud, stedfortræder: Mia Krogh');
  });

  it('lets somebody of the register answer, who is told and named, and never somebody typed', async () => {
    const form = cardOf(await pressOn(people.chef, await mine(people.chef), 'Lad en anden svare'));
    const refusedForm = cardOf(await pressOn(people.chef, form, 'Vælg', { delegate: 'Mia Krogh' }));
    expect(textsOf(refusedForm).join('\n')).toContain('Personen står ikke længere på listen');
    const choice = /"title":"Amalie Rønholt","value":"([^"]+)"/.exec(said(form))?.[1];
    const done = cardOf(await pressOn(people.chef, form, 'Vælg', { delegate: choice }));
    expect(textsOf(done).join('\n')).toContain('Amalie Rønholt kan nu svare for dig');
    await house.pass(1000);
    expect(written(people.secretary).join('\n')).toContain('Jonas Vildrik beder dig svare i stedet');
    const own = await mine(people.secretary);
    expect(textsOf(own)[0]).toContain('På vegne af Jonas Vildrik');
    await pressOn(people.secretary, await formOf(people.secretary, 3), 'Gem', { a1_choice: 'no_remarks' });
    expect((await answers())[0]).toMatchObject({ isOnBehalf: true, answeredByName: 'Amalie Rønholt' });
    expect(textsOf(await mine(people.chef)).join('\n')).toContain('1 af 6 punkter besvaret');
  });

  it('is stood in for by whom the register names while the round is open, and by nobody it names no more', async () => {
    await house.say(people.outsider, 'hjælp');
    const mia = { ...people.outsider, name: 'Mia Krogh' };
    const delegates = async () =>
      (await house.store.input.listRespondents((await round()).id)).flatMap(({ delegate }) => delegate?.name ?? []);
    await standIn(mia, '2026-11-20', null);
    await house.rest();
    const told = written(people.outsider).filter((text) => text.includes('Du er stedfortræder for Jonas Vildrik'));
    expect(told).toHaveLength(1);
    const form = await formOf(people.outsider, 3);
    expect(textsOf(form)).toContain('På vegne af Jonas Vildrik');
    await pressOn(people.outsider, form, 'Gem', { a1_choice: 'no_remarks' });
    expect((await answers())[0]).toMatchObject({ isOnBehalf: true, answeredByName: 'Mia Krogh' });

    await standIn(mia, '2026-11-01', '2026-11-19');
    await house.rest();
    expect(await delegates()).toEqual([]);
    const refused = await pressOn(people.outsider, form, 'Gem', { a1_choice: 'wants_discussion' });
    expect(refused.value).toContain('Kortet gælder ikke længere');
    expect(await answers()).toHaveLength(1);

    // Whoever chose to answer alone is not given a deputy again.
    await standIn(mia, '2026-11-20', null);
    await house.rest();
    const choice = cardOf(await pressOn(people.chef, await mine(people.chef), 'Ret, hvem der svarer'));
    cardOf(await pressOn(people.chef, choice, 'Vælg', { delegate: 'nobody' }));
    await standIn(mia, '2026-11-02', null);
    await house.rest();
    expect(await delegates()).toEqual([]);
  });

  it('is stood in for until midnight by a colleague whose time ends that day, also before the register is followed in the morning', async () => {
    await standIn(people.secretary, '2026-11-01', '2026-11-20');
    await house.rest();
    const form = await formOf(people.secretary, 3);
    await pressOn(people.secretary, form, 'Gem', { a1_choice: 'no_remarks' });
    expect(await answers()).toHaveLength(1);

    house.clock.time = new Date('2026-11-20T23:30:00Z');
    const refused = await pressOn(people.secretary, form, 'Gem', { a1_choice: 'wants_discussion' });
    expect(refused.value).toContain('Kortet gælder ikke længere');
    expect(await answers()).toHaveLength(1);
    expect(said(await house.say(people.secretary, 'mit input'))).not.toContain('På vegne af');
  });

  it('is stood in for from midnight by a colleague whose time begins that day, also before the register is followed in the morning', async () => {
    await standIn(people.secretary, '2026-11-21', '2026-11-22');
    await house.rest();
    expect(said(await house.say(people.secretary, 'mit input'))).not.toContain('På vegne af');

    house.clock.time = new Date('2026-11-20T23:30:00Z');
    const form = await formOf(people.secretary, 3);
    expect(textsOf(form)).toContain('På vegne af Jonas Vildrik');
    await pressOn(people.secretary, form, 'Gem', { a1_choice: 'no_remarks' });
    expect((await answers())[0]).toMatchObject({ isOnBehalf: true, answeredByName: people.secretary.name });
  });

  it('is stood in for once more from midnight by a colleague who has kept the form since their last time', async () => {
    const standsIn = (day: string) => standIn(people.secretary, day, day);
    await standsIn('2026-11-20');
    await house.rest();
    const form = await formOf(people.secretary, 3);
    await standsIn('2026-11-21');
    await house.rest();
    const refused = await pressOn(people.secretary, form, 'Gem', { a1_choice: 'no_remarks' });
    expect(refused.value).toContain('Kortet gælder ikke længere');

    house.clock.time = new Date('2026-11-20T23:30:00Z');
    await pressOn(people.secretary, form, 'Gem', { a1_choice: 'no_remarks' });
    expect((await answers())[0]).toMatchObject({ isOnBehalf: true, answeredByName: people.secretary.name });
  });

  it('is told in a channel to write in person, and in person that nothing is asked of who is not asked', async () => {
    expect(said(await house.say(people.chef, 'mit input', 'channel'))).toContain('personlig chat');
    expect(said(await house.say(people.outsider, 'mit input'))).toContain('Du er ikke spurgt om input lige nu');
  });
});

describe('the deadline', () => {
  it('keeps what comes at its very second as late, says so, and lets what counted count', async () => {
    const form = await formOf(people.chef, 3);
    house.clock.time = new Date(deadline.getTime() - 1);
    await pressOn(people.chef, form, 'Gem', { a1_choice: 'no_remarks' });
    house.clock.time = deadline;
    const late = cardOf(await pressOn(people.chef, form, 'Gem', { a1_choice: 'wants_discussion' }));
    const texts = textsOf(late).join('\n');
    expect(texts).toContain('Gemt efter fristen.');
    expect(texts).toContain('Sendt for sent: Ønsker drøftelse');
    expect((await answers()).map(({ isLate }) => isLate)).toEqual([false, true]);
  });

  it('reminds those missing at most twice, and not who asked to be reminded at another time', async () => {
    const reminders = (who: Somebody) => written(who).filter((text) => text.includes('Du mangler at svare på')).length;
    await pressOn(people.director, await mine(people.director), 'Påmind mig mandag kl. 8');
    house.clock.time = new Date('2026-11-20T11:00:30Z');
    await until(async () => reminders(people.chef) === 1);
    expect(reminders(people.director), 'paused').toBe(0);
    house.clock.time = new Date('2026-11-23T07:00:30Z');
    await until(async () => reminders(people.director) === 1);
    house.clock.time = new Date('2026-11-23T08:00:30Z');
    await until(async () => reminders(people.chef) === 2);
    house.clock.time = deadline;
    await until(async () => (await round()).state === 'closed');
    await house.pass(hour);
    expect([reminders(people.chef), reminders(people.director)]).toEqual([2, 1]);
  });
});

describe('an agenda that changes', () => {
  it('keeps the answer with the text it answered, tells the chef, and asks whether it stands', async () => {
    await pressOn(people.chef, await formOf(people.chef, 3), 'Gem', { a1_choice: 'no_remarks' });
    const entry = agenda.entries[2] ?? expect.fail();
    agenda = await house.store.agendas.getAgenda(agenda.id);
    await editAgenda(
      acting(),
      agenda,
      {
        ...agenda,
        entries: changeEntry(agenda.entries, entry.id, (one) =>
          withItem(one, { ...one.item, topic: 'Noget andet', title: 'Noget andet' }, one.wanted),
        ),
      },
      keyOf(people.secretary),
    );
    await follow();
    await until(async () => written(people.chef).some((text) => text.includes('Står dit svar ved magt?')));
    expect(written(people.director).join()).not.toContain('Står dit svar ved magt');
    const card = await mine(people.chef);
    expect(textsOf(card).join('\n')).toContain('Punktet er ændret, efter du svarede');
    const stands = cardOf(await pressOn(people.chef, card, 'Svaret står ved magt'));
    expect(textsOf(stands).join('\n')).toContain('Dit svar står ved magt: 3.');
    expect((await answers()).map(({ entryRevision }) => entryRevision)).toEqual([1, 2]);
  });

  it('that is taken back closes its round without a brief, and tells those who answered', async () => {
    await pressOn(people.chef, await formOf(people.chef, 3), 'Gem', { a1_choice: 'no_remarks' });
    agenda = await house.store.agendas.getAgenda(agenda.id);
    await endAgenda(acting(), agenda, 'withdraw', keyOf(people.secretary));
    await follow();
    await until(async () => (await round()).state === 'closed');
    await until(async () => written(people.chef).some((text) => text.includes('er taget tilbage')));
    expect(written(people.director).join()).not.toContain('Dine svar er gemt');
    expect(written(people.secretary)).toEqual([]);
  });

  it('that is put out again asks again those who were asked, and keeps what they answered', async () => {
    await pressOn(people.chef, await formOf(people.chef, 3), 'Gem', { a1_choice: 'no_remarks' });
    const change = async (event: 'withdraw' | 'restore') =>
      endAgenda(acting(), await house.store.agendas.getAgenda(agenda.id), event, keyOf(people.secretary));
    await change('withdraw');
    await follow();
    await until(async () => (await round()).state === 'closed');
    house.clock.time = new Date(house.clock.time.getTime() + hour);
    await change('restore');
    await follow();
    await until(async () => (await round()).state === 'open');
    await until(async () => written(people.director).filter((text) => text.includes('giv input til')).length === 2);
    expect(textsOf(await mine(people.chef)).join('\n')).toContain('1 af 6 punkter besvaret');
    await pressOn(people.chef, await formOf(people.chef, 3), 'Gem', { a1_choice: 'wants_discussion' });
    expect((await answers()).map(({ isLate }) => isLate)).toEqual([false, false]);
  });

  const follow = async () => {
    for (let second = 0; second < 15; second += 1) {
      house.clock.time = new Date(house.clock.time.getTime() + 1000);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await house.pass(0);
  };
});

describe('a card', () => {
  it('stays within what Teams takes, with every answer as long as it may be', async () => {
    const form = await formOf(people.chef, 2);
    const ids = [...said(form).matchAll(/"type":"Input.Text","id":"([^"]+)"[^}]*"maxLength":(\d+)/g)];
    expect(ids.length).toBeGreaterThan(2);
    const fields = Object.fromEntries(ids.map(([, id = '', max = '0']) => [id, '"\\'.repeat(Number(max) / 2)]));
    await pressOn(people.chef, form, 'Gem', { a1_choice: 'reservation', ...fields });
    expect(await answers()).toHaveLength(2);
    const again = await formOf(people.chef, 2);
    expect(cardBytes(again)).toBeLessThanOrEqual(maxCardBytes);
  });

  it('carries a handle and nothing of what it stands for', async () => {
    for (const { verb, data } of allButtonsOf(await mine(people.chef))) {
      expect(verb).toMatch(/^input\./);
      for (const [key, value] of Object.entries(data as object))
        if (key === 'handle') expect(String(value)).toMatch(/^[\w-]{22}$/);
        else if (key !== 'msteams') expect([key, typeof value]).toEqual([key, expect.stringMatching(/number|boolean/)]);
    }
  });

  it('is not changed under who writes in a form that stands in its place, and what they wrote is saved', async () => {
    const respondents = await house.store.input.listRespondents((await round()).id);
    const refreshes = async (opensDialogs: boolean) =>
      (await refreshCards({ ...house.store, opensDialogs }, await round(), respondents, 'again', friday)).length;
    expect(await refreshes(true)).toBe(2);
    expect(await refreshes(false)).toBe(0);
    const form = await formOf(people.chef, 3);
    // The card behind it is drawn anew meanwhile, with handles of its own.
    await mine(people.chef);
    const saved = cardOf(await pressOn(people.chef, form, 'Gem', { a1_choice: 'remarks', a1_text: 'Skrevet længe.' }));
    expect(textsOf(saved).join('\n')).toContain('Skrevet længe.');
  });

  it('is nothing to anybody else, once expired, or in another place: the same answer, and no effect', async () => {
    const form = await formOf(people.chef, 3);
    const { data } = findButton(form, 'Gem');
    const fields = { ...(data as object), a1_choice: 'reservation', a1_text: 'falsk' };
    const refusal = (await house.press(people.outsider, verbs.saveInput, fields)).value;
    expect(refusal).toContain('Kortet gælder ikke længere');
    expect((await house.press(people.director, verbs.saveInput, fields)).value).toBe(refusal);
    expect((await house.press(people.chef, verbs.saveInput, fields, 'channel')).value).toBe(refusal);
    expect((await house.press(people.chef, verbs.saveDelegate, fields)).value).toBe(refusal);
    expect((await house.press(people.chef, verbs.saveInput, { ...fields, handle: 'x' })).value).toBe(refusal);
    house.clock.time = new Date(friday.getTime() + 31 * 24 * hour);
    expect((await house.press(people.chef, verbs.saveInput, fields)).value).toBe(refusal);
    expect(await answers()).toEqual([]);
  });

  it('counts the same press once, however often and under whatever id it comes', async () => {
    const form = await formOf(people.chef, 3);
    await Promise.all(Array.from({ length: 5 }, () => pressOn(people.chef, form, 'Gem', { a1_choice: 'no_remarks' })));
    await pressOn(people.chef, form, 'Gem', { a1_choice: 'no_remarks' });
    expect(await answers()).toHaveLength(1);
    await pressOn(people.chef, form, 'Gem', { a1_choice: 'wants_discussion' });
    expect((await answers()).map(({ version }) => version)).toEqual([1, 2]);
  });
});
