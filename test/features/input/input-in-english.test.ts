import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AdaptiveCard } from '../../../src/cards/adaptive-card.js';
import { verbs } from '../../../src/cards/button.js';
import type { Agenda } from '../../../src/domain/agenda.js';
import { danishBrief } from '../../../src/features/input/brief/brief-phrases.js';
import { danishDesk } from '../../../src/features/input/desk/desk-phrases.js';
import { danishPlan } from '../../../src/features/input/desk/plan-phrases.js';
import { danishMine } from '../../../src/features/input/mine/my-phrases.js';
import { danish } from '../../../src/features/input/phrases.js';
import { AgendaHouse, people, type Somebody } from '../../support/agenda-house.js';
import { textsIn } from '../../support/dictionaries.js';
import { type AskedRound, draftIn, friday, publishAndAsk } from '../../support/input-house.js';
import { allButtonsOf, findButton } from '../../support/own-card.js';

/*
 * Everybody's Teams speaks English. Every button and command of input is used, and nothing that is said back holds Danish but what the
 * agenda, the register and people themselves have written.
 */

const inEnglish = (who: Somebody): Somebody => ({ ...who, locale: 'en-GB' });
const chef = inEnglish(people.chef);
const secretary = inEnglish(people.secretary);

/** The verbs of input, by what they are called on the wire. */
const inputVerbs = Object.values(verbs).filter((verb) => /^(?:input|inputPlan|inputStatus|brief)\./.test(verb));

const shownKeys = ['text', 'label', 'placeholder', 'errorMessage', 'title', 'tooltip', 'speak', 'fallbackText'];

/** Every text a person can see or hear of a card, a message or a file that is offered. */
function textsShown(value: unknown, key = 'text'): string[] {
  if (typeof value === 'string') return shownKeys.includes(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => textsShown(one, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => (name === 'data' ? [] : textsShown(one, name)));
}

/** Everything Danish that is said of input, and is no single word that English has too. */
const danishTexts = [danish, danishMine, danishDesk, danishPlan, danishBrief]
  .flatMap((dictionary) => textsIn(dictionary))
  .map(([, text]) => text)
  .filter((text) => /\p{L} \p{L}/u.test(text) && !/2023|X/.test(text));

const danishWords =
  /(?<!\p{L})(?:og|eller|du|dit|det|der|som|hvad|punkt|skriv|vælg|fra|til|kan|jeg|ikke|er|af|har|frist|mangler|svar|gem|ret|kl)(?!\p{L})/iu;

describe('a round of input where everybody’s Teams speaks English', () => {
  let house: AgendaHouse;
  let agenda: Agenda;
  let asked: AskedRound;
  const pressed = new Set<string>();
  /** The beginnings of all that people have written. */
  const written: string[] = ['Mia Krogh', 'Derfor', 'Ja, halvdelen', 'Et spørgsmål'];

  /** Takes note of what was said, and that it is English. */
  function judge(what: string, said: unknown): void {
    const texts = textsShown(said);
    expect(texts.length, what).toBeGreaterThan(0);
    for (const text of texts) {
      for (const danishText of danishTexts) expect(text, what).not.toContain(danishText);
      const plain = text
        .replaceAll('\\', '')
        .replace(/"[^"]*"/g, '')
        .replace('(aktindsigt)', '');
      if (written.some((one) => plain.toLowerCase().includes(one.toLowerCase()))) continue;
      expect(plain, what).not.toMatch(/[æøå]/i);
      expect(plain, what).not.toMatch(danishWords);
    }
  }

  async function press(who: Somebody, verb: string, data: object): Promise<AdaptiveCard> {
    const { value } = await house.press(who, verb, data);
    pressed.add(verb);
    judge(`${verb} ${JSON.stringify(data)}`, value);
    return value as AdaptiveCard;
  }

  const pressOn = (who: Somebody, card: AdaptiveCard, title: string, fields: object = {}): Promise<AdaptiveCard> => {
    const { verb, data } = findButton(card, title);
    return press(who, verb, { ...(data as object), ...fields });
  };

  async function say(who: Somebody, text: string): Promise<AdaptiveCard> {
    // What is sent unasked has arrived before.
    await house.pass(0);
    const said = (await house.say(who, text)) as { attachments?: { content: AdaptiveCard }[] };
    judge(text, said);
    return said.attachments?.[0]?.content ?? expect.fail(`no card: ${JSON.stringify(said)}`);
  }

  beforeAll(async () => {
    house = await AgendaHouse.start(friday);
    agenda = await draftIn(house);
    const strings = (value: unknown): string[] =>
      typeof value === 'string'
        ? [value]
        : typeof value === 'object' && value !== null
          ? Object.values(value).flatMap(strings)
          : [];
    const lines = strings(agenda.entries)
      .flatMap((text) => text.split(/\n|: /))
      .map((line) => line.replace(/^\s*(?:[-•]|\d+\.)\s*/, ''));
    written.push(
      ...lines.filter((line) => line.length > 8).map((line) => line.slice(0, 12)),
      ...Object.values(people).map(({ name }) => name),
    );
  });
  afterAll(() => house.close());

  it('is planned in English', async () => {
    const plan = await press(secretary, verbs.showInputPlan, { agenda: agenda.id });
    const form = await pressOn(secretary, plan, 'Change what is asked about item 3');
    const question = { stance: 'true', q1: 'Et spørgsmål?', kind1: 'choice', choices1: '', nomination: '9' };
    await pressOn(secretary, form, 'Save', question);
    const saved = await pressOn(secretary, form, 'Save', { ...question, kind1: 'text', nomination: '0' });
    await pressOn(secretary, saved, 'Undo');
    await pressOn(secretary, form, 'Save', question);
    const general = await pressOn(
      secretary,
      await press(secretary, verbs.showInputPlan, { agenda: agenda.id }),
      'Who sees it, and reminders',
    );
    await pressOn(secretary, general, 'Save', {
      isAsked: 'true',
      visibility: 'nobody',
      naming: 'person',
      first: 'to',
      second: '3',
    });
    const fields = {
      isAsked: 'true',
      visibility: 'forum_after_deadline',
      naming: 'department',
      first: '24',
      second: '3',
    };
    await pressOn(secretary, general, 'Save', fields);
  });

  it('is answered in English, with every button there is', async () => {
    asked = await publishAndAsk(house, agenda);
    const mine = await say(chef, 'mit input');
    await pressOn(chef, mine, 'Seen: 5 ');
    const form = await pressOn(chef, mine, 'Answer: 2 ');
    await pressOn(chef, form, 'Save', { a1_choice: 'remarks', a1_text: '', a2_q1: 'x'.repeat(9000), a2_q2: '' });
    const next = await pressOn(chef, form, 'Save and next', {
      a1_choice: 'remarks',
      a1_text: 'Derfor',
      a2_q1: 'Ja, halvdelen',
      a2_q2: '',
    });
    await pressOn(chef, next, 'Save', { a1_choice: '', a1_text: '' });
    const saved = await pressOn(chef, next, 'Save', { a1_choice: 'reservation', a1_text: 'Derfor' });
    await pressOn(chef, saved, 'Undo');
    await pressOn(chef, next, 'Save', { a1_choice: 'no_remarks', a1_text: '' });
    const changed = await pressOn(chef, await say(chef, 'mit input'), 'Change: 3 ');
    await pressOn(chef, changed, 'Earlier versions');
    await pressOn(chef, changed, 'To your preparation');
    await pressOn(chef, changed, 'Withdraw the answer');
    const nominating = await pressOn(chef, await say(chef, 'mit input'), 'Answer: 9 ');
    await pressOn(chef, nominating, 'Save', { a1_name1: '', a1_title1: 'x', a1_nobody: 'false' });
    await pressOn(chef, nominating, 'Save', { a1_name1: 'Mia Krogh', a1_title1: '', a1_nobody: 'false' });
    const attending = await pressOn(chef, await say(chef, 'mit input'), 'I do not attend');
    await pressOn(chef, attending, 'Save', { a1_attends: 'part', a1_absentFrom: 'x', a1_deputy: '', a1_text: '' });
    await pressOn(chef, attending, 'Save', {
      a1_attends: 'absent',
      a1_absentFrom: '',
      a1_deputy: 'Mia Krogh',
      a1_text: '',
    });
    const delegating = await pressOn(chef, await say(chef, 'mit input'), 'Let somebody answer');
    await pressOn(chef, delegating, 'Choose', { delegate: 'no such' });
    await pressOn(chef, delegating, 'Choose', { delegate: 'm1' });
    const look = await pressOn(chef, await say(chef, 'mit input'), 'No remarks on the rest');
    await pressOn(chef, look, 'Answer so');
    await press(chef, verbs.inputStands, allButtonsOf(await say(chef, 'mit input'))[0]?.data as object);
    await press(chef, verbs.showInputForm, { handle: 'of somebody else' });
    const entry = agenda.entries[2] ?? expect.fail('no such item');
    await press(chef, verbs.giveInput, { agenda: agenda.id, entry: entry.id });
  });

  it('is run, and read, in English', async () => {
    const director = inEnglish(people.director);
    const status = await say(secretary, 'inputstatus');
    await pressOn(secretary, status, 'Remind now');
    await pressOn(secretary, await say(secretary, 'inputstatus'), 'Refresh');
    const form = await pressOn(secretary, await say(secretary, 'inputstatus'), 'Extend deadline');
    await pressOn(secretary, form, 'Save', { date: '2026-11-24', time: 'middag' });
    await pressOn(secretary, form, 'Save', { date: '2027-11-24', time: '12.00' });
    await pressOn(secretary, form, 'Save', { date: '2026-11-24', time: '12.00' });
    // The thread is told once no more changes follow.
    await house.pass(15_000);
    await pressOn(secretary, status, 'Close now');
    await pressOn(secretary, await say(secretary, 'inputstatus'), 'Close now');
    const places = allButtonsOf(await say(director, 'mit input'));
    expect(places.map(({ tooltip }) => tooltip)).toEqual([
      expect.stringMatching(/^Open: Chefforum Wednesday 25 November, .*Louise/),
      expect.stringMatching(/^Open: Chefforum Wednesday 25 November, on behalf of Jonas/),
    ]);
    const own = await press(director, verbs.showMyInput, places[0]?.data as object);
    const lateForm = await pressOn(director, own, 'Answer: 3 ');
    await pressOn(director, lateForm, 'Save', { a1_choice: 'reservation', a1_text: 'Derfor' });
    const deciding = await say(secretary, 'inputstatus');
    await pressOn(secretary, deciding, 'Set aside');
    await pressOn(secretary, deciding, 'Count it');
    const brief = await say(secretary, 'input');
    await pressOn(secretary, await pressOn(secretary, brief, 'The whole overview'), 'Short overview');
    await pressOn(secretary, brief, 'Word document');
    await pressOn(secretary, brief, 'CSV');
    await say(director, 'input');
    await press(chef, verbs.pauseReminders, allButtonsOf(await say(chef, 'mit input'))[0]?.data as object);
    expect(inputVerbs.filter((verb) => !pressed.has(verb))).toEqual([]);
  });

  it('is kept in Danish, and told in Danish to whoever is written to unasked', async () => {
    const { round } = asked;
    const notes = await house.store.input.listNotes(round.id);
    expect(notes.map(({ note }) => note)).toContain('Satte fristen til tirsdag 24. november kl. 12.00');
    const [changes] = await house.store.agendas.listChanges(agenda.id);
    expect(changes?.note).toBe('Fristen for input er tirsdag 24. november kl. 12.00');
    const unasked = house.connector.visible
      .map(({ body }) => JSON.stringify(body))
      .filter((body) => body.includes('Input til Chefforum'));
    expect(unasked.length).toBeGreaterThan(0);
    expect(unasked.join()).not.toMatch(/Needs time|have answered/);
  });
});
