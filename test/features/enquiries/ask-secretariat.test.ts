import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verbs } from '../../../src/cards/button.js';
import { homeTenant } from '../../../src/domain/home-tenant.js';
import { listUnanswered } from '../../../src/features/decisions/list-unanswered.js';
import { enquiryMessages } from '../../../src/features/enquiries/enquiry-intents.js';
import { analyseDocument } from '../../../src/search/analyse-document.js';
import { AgendaHouse, keyOf, type PressAnswer, people, type Somebody } from '../../support/agenda-house.js';
import { sampleDocument, sampleItem, toSave } from '../../support/sample-document.js';

/** A Friday at work, and the second secretary of the forum. */
const friday = new Date('2026-11-20T09:00:00Z');
const other: Somebody = { id: '29:6', name: 'Karla Bro', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000006' };
const question = 'Hvad blev besluttet om svømmehallens elevator?';

let house: AgendaHouse;
beforeEach(async () => {
  house = await AgendaHouse.start(friday);
  const document = sampleDocument('2025-03-06', { items: [sampleItem(1, { title: 'Sygefravær' })] });
  const entries = analyseDocument(document);
  await house.store.minutes.saveDocument(toSave(house.forumId, document, { entries }));
  await registerSecretaries([people.secretary, other]);
  for (const secretary of [people.secretary, other]) await house.say(secretary, 'hjælp');
});
afterEach(() => house.close());

async function registerSecretaries(secretaries: readonly Somebody[]): Promise<void> {
  const { members } = house.store;
  const register = await members.getRegister(house.forumId);
  const [first] = register.memberships;
  if (first === undefined) throw new Error('nobody is registered');
  const memberships = [
    ...register.memberships.filter(({ role }) => role !== 'secretary'),
    ...secretaries.map((person) => ({
      ...first,
      id: `secretary-${person.id}`,
      person: keyOf(person),
      name: person.name,
      role: 'secretary' as const,
    })),
  ];
  const revision = await members.registerRevision(house.forumId);
  const change = { note: 'Rettet', by: null, at: friday };
  await members.saveRegister(house.forumId, { ...register, memberships }, revision, change);
}

/** Every button of a card, by its verb. */
function buttonsOf(value: unknown): { verb: string; data: Record<string, unknown> }[] {
  if (typeof value !== 'object' || value === null) return [];
  const entry = value as Record<string, unknown>;
  const own =
    entry.type === 'Action.Execute' ? [{ verb: String(entry.verb), data: entry.data as Record<string, unknown> }] : [];
  return [...own, ...Object.values(entry).flatMap(buttonsOf)];
}

function dataOf(value: unknown, verb: string): Record<string, unknown> {
  const found = buttonsOf(value).find((one) => one.verb === verb);
  if (found === undefined) throw new Error(`no button ${verb} in ${JSON.stringify(value)}`);
  return found.data;
}

const textOf = (value: unknown): string => JSON.stringify(value);

/** Somebody asks the minutes in vain and presses "Spørg sekretariatet". */
async function ask(who: Somebody, place: 'personal' | 'channel' = 'personal'): Promise<PressAnswer> {
  const answer = await house.say(who, question, place);
  expect(textOf(answer)).toContain('Spørg sekretariatet');
  const asked = await house.press(who, verbs.askSecretariat, dataOf(answer, verbs.askSecretariat), place);
  await house.pass(0);
  return asked;
}

/** What somebody sees in their personal chat, unasked, newest last. */
const shownTo = ({ id, aadObjectId }: Somebody): unknown[] =>
  house.connector.visible
    .filter(({ conversation, body }) => {
      const isTheirs = conversation === `a:${id}` || conversation.endsWith(aadObjectId);
      return isTheirs && textOf(body).includes('Spørgsmål til sekretariatet');
    })
    .map(({ body }) => body);

const lastOf = (who: Somebody): unknown => shownTo(who).at(-1);

const reply = (enquiry: unknown, answer: string, worthAdding = 'false') => ({ enquiry, answer, worthAdding });

describe('A question the minutes do not answer', () => {
  it('goes to every secretary with one press, says who asks and what was searched, and is answered in person', async () => {
    const sent = await ask(people.chef);
    expect(textOf(sent)).toContain('Dit spørgsmål er sendt til sekretariatet.');
    for (const secretary of [people.secretary, other]) {
      expect(shownTo(secretary)).toHaveLength(1);
      const text = textOf(lastOf(secretary));
      for (const told of [people.chef.name, question, 'fredag 20. november kl. 10.00', 'Jeg søgte uden held efter'])
        expect(text).toContain(told);
    }
    const { enquiry } = dataOf(lastOf(other), verbs.answerEnquiry);
    const answered = await house.press(
      other,
      verbs.answerEnquiry,
      reply(enquiry, 'Den er *ny* fra maj.\nBudgettet rakte.'),
    );
    expect(textOf(answered)).toContain('Dit svar er sendt til spørgeren.');
    await house.pass(0);
    const got = textOf(lastOf(people.chef));
    expect(got).toContain('Svar fra Karla Bro, fredag 20. november kl. 10.00');
    expect(got).toContain('Budgettet rakte.');
    expect(got, 'what people write is no markup').not.toContain('Den er *ny*');
    expect(shownTo(people.chef)).toHaveLength(1);
    const updates = house.connector.calls.filter(({ method }) => method === 'PUT');
    expect(updates, 'the cards of both say that it is answered').toHaveLength(2);
    for (const { body } of updates) expect(textOf(body)).toContain('Svar fra Karla Bro');
  });

  it('counts the first answer: a second secretary sees it, and the same press twice is one answer', async () => {
    await ask(people.chef);
    const { enquiry } = dataOf(lastOf(other), verbs.answerEnquiry);
    await house.press(people.secretary, verbs.answerEnquiry, reply(enquiry, 'I maj.'));
    const again = await house.press(people.secretary, verbs.answerEnquiry, reply(enquiry, 'I maj.'));
    expect(textOf(again)).toContain('Dit svar er sendt');
    const late = textOf(await house.press(other, verbs.answerEnquiry, reply(enquiry, 'I juni.')));
    expect(late).toContain('Amalie Rønholt havde allerede svaret. Dit svar er ikke sendt.');
    expect(late).toContain('I maj.');
    await house.pass(0);
    expect(shownTo(people.chef)).toHaveLength(1);
    expect(textOf(shownTo(people.chef))).not.toContain('I juni.');
  });

  it('is one enquiry however often it is pressed, and however it is spelt', async () => {
    const answer = await house.say(people.chef, question);
    const data = dataOf(answer, verbs.askSecretariat);
    await Promise.all([1, 2, 3].map(() => house.press(people.chef, verbs.askSecretariat, data)));
    const spelt = { ...data, question: 'hvad blev besluttet om SVØMMEHALLENS elevator' };
    expect(textOf(await house.press(people.chef, verbs.askSecretariat, spelt))).toContain('allerede sendt');
    await house.pass(0);
    expect(shownTo(people.secretary)).toHaveLength(1);
    expect(await house.store.enquiries.listOpen(house.forumId)).toHaveLength(1);
  });

  it('is taken back by its asker alone, until it is answered, and can be asked again', async () => {
    const sent = await ask(people.chef);
    const data = dataOf(sent, verbs.takeBackEnquiry);
    expect(textOf(await house.press(people.director, verbs.takeBackEnquiry, data))).toContain('kan jeg ikke finde');
    expect(textOf(await house.press(people.chef, verbs.takeBackEnquiry, data))).toContain(
      'Du har taget spørgsmålet tilbage',
    );
    await house.pass(0);
    const updated = house.connector.calls.filter(({ method }) => method === 'PUT');
    expect(textOf(updated)).toContain('Spørgsmålet er taget tilbage');
    const late = await house.press(people.secretary, verbs.answerEnquiry, reply(data.enquiry, 'For sent'));
    expect(textOf(late)).toContain('Spørgsmålet er taget tilbage');
    await house.pass(0);
    expect(textOf(shownTo(people.chef))).not.toContain('For sent');
    expect(textOf(await ask(people.chef))).toContain('Dit spørgsmål er sendt');
    expect(shownTo(people.secretary), 'the new one').toHaveLength(2);
    const { enquiry } = dataOf(lastOf(people.secretary), verbs.answerEnquiry);
    await house.press(people.secretary, verbs.answerEnquiry, reply(enquiry, 'I maj.'));
    expect(textOf(await house.press(people.chef, verbs.takeBackEnquiry, { enquiry }))).toContain(
      'kan ikke tages tilbage',
    );
  });

  it('taken back before it went out reaches nobody', async () => {
    house.clock.time = new Date('2026-11-21T09:00:00Z');
    const answer = await house.say(people.chef, question);
    const sent = await house.press(people.chef, verbs.askSecretariat, dataOf(answer, verbs.askSecretariat));
    await house.press(people.chef, verbs.takeBackEnquiry, dataOf(sent, verbs.takeBackEnquiry));
    await house.pass(3 * 24 * 3_600_000);
    expect(shownTo(people.secretary)).toEqual([]);
  });

  it('is not answered, seen or marked by anybody else, who all learn the same whether it is there or not', async () => {
    await ask(people.chef);
    const { enquiry } = dataOf(lastOf(people.secretary), verbs.answerEnquiry);
    for (const [verb, parts] of [
      [verbs.answerEnquiry, { answer: 'Mit svar' }],
      [verbs.showEnquiry, {}],
      [verbs.markEnquiry, { worthAdding: true }],
    ] as const)
      for (const who of [people.chair, people.chef, people.outsider]) {
        const there = await house.press(who, verb, { enquiry, ...parts });
        expect(textOf(there)).toContain('Du kan ikke svare på sekretariatets vegne');
        expect(await house.press(who, verb, { enquiry: 'findes-ikke', ...parts })).toEqual(there);
      }
    const inChannel = await house.press(people.secretary, verbs.showEnquiry, { enquiry }, 'channel');
    expect(textOf(inChannel)).toContain('kun i en personlig chat');
    expect(textOf(await house.say(people.secretary, 'henvendelser'))).toContain(question);
    expect(textOf(await house.say(people.chef, 'henvendelser'))).not.toContain('svømmehal');
  });

  it('asked in the channel is answered in person, and its answer is not repeated in the channel', async () => {
    const sent = await ask(people.chef, 'channel');
    expect(textOf(sent)).toContain('sendt til sekretariatet');
    const { enquiry } = dataOf(lastOf(people.secretary), verbs.answerEnquiry);
    await house.press(people.secretary, verbs.answerEnquiry, reply(enquiry, 'I maj.'));
    await house.pass(0);
    expect(textOf(lastOf(people.chef))).toContain('I maj.');
    expect(textOf(await ask(people.chef, 'channel'))).toMatch(/^(?!.*I maj\.).*Sekretariatet har allerede svaret/);
  });

  it('of somebody who sees closed items is told in no notification, and in no list of the archive', async () => {
    await ask(people.director);
    const body = lastOf(people.secretary) as { summary: string };
    expect(body.summary).toBe('Louise Tranekær spørger sekretariatet om noget');
    const { enquiry } = dataOf(body, verbs.answerEnquiry);
    await house.press(people.secretary, verbs.answerEnquiry, reply(enquiry, 'I maj.', 'true'));
    await house.pass(0);
    expect((lastOf(people.director) as { summary: string }).summary).toBe('Amalie Rønholt har svaret på dit spørgsmål');
    expect(await unanswered()).toEqual([]);
    // In the channel the same words are the same enquiry, and stay between the two.
    expect(textOf(await ask(people.director, 'channel'))).not.toMatch(/I maj|takeBack/);
  });

  it('is marked as worth adding, seen in the list of what was asked in vain, and unmarked', async () => {
    await ask(people.chef);
    const { enquiry } = dataOf(lastOf(people.secretary), verbs.answerEnquiry);
    const answered = await house.press(people.secretary, verbs.answerEnquiry, reply(enquiry, 'I maj.', 'true'));
    expect(textOf(answered)).toContain('Bør med i referaterne.');
    expect(await unanswered()).toMatchObject([{ question, count: 1, notFound: 1, isWorthAdding: true }]);
    await house.press(people.secretary, verbs.markEnquiry, dataOf(answered, verbs.markEnquiry));
    expect(await unanswered()).toMatchObject([{ question, isWorthAdding: false }]);
  });

  it('has nowhere to go where no secretary is registered, and says what to do', async () => {
    await registerSecretaries([]);
    const sent = textOf(await ask(people.chef));
    expect(sent).toContain('Der er ikke registreret en sekretær i Chefforum');
    expect(sent).toContain('Spørg sekretariatet direkte');
    expect(await house.store.enquiries.listOpen(house.forumId)).toEqual([]);
  });

  it('is one of ten at most that somebody has waiting', async () => {
    for (let number = 1; number <= 10; number += 1)
      await house.press(people.chef, verbs.askSecretariat, { question: `Hvad med elevator ${number}?` });
    const eleventh = await house.press(people.chef, verbs.askSecretariat, { question: 'Hvad med trappen?' });
    expect(textOf(eleventh)).toContain('Du har allerede 10 spørgsmål');
  });

  it('needs an answer that says something, and no data its button does not send', async () => {
    await ask(people.chef);
    const { enquiry } = dataOf(lastOf(people.secretary), verbs.answerEnquiry);
    expect(textOf(await house.press(people.secretary, verbs.answerEnquiry, reply(enquiry, ' \u200b ')))).toContain(
      'Skriv et svar.',
    );
    for (const data of [{}, { question: '' }, { question: 'x'.repeat(1001) }, { question: 7 }])
      expect(textOf(await house.press(people.chef, verbs.askSecretariat, data))).not.toContain('sendt');
  });

  it('is forgotten with the other questions, answered or not', async () => {
    await ask(people.chef);
    expect(await house.store.enquiries.removeBefore(friday)).toBe(0);
    expect(await house.store.enquiries.removeBefore(new Date(friday.getTime() + 1))).toBe(1);
  });

  it('does not reach somebody who is no secretary any more when it goes out', async () => {
    house.clock.time = new Date('2026-11-21T09:00:00Z');
    const answer = await house.say(people.chef, question);
    await house.press(people.chef, verbs.askSecretariat, dataOf(answer, verbs.askSecretariat));
    await registerSecretaries([other]);
    await house.pass(3 * 24 * 3_600_000);
    expect(shownTo(people.secretary)).toEqual([]);
    expect(shownTo(other)).toHaveLength(1);
    const [dropped] = await house.store.outbox.listMessages(house.forumId, ['dropped']);
    expect(dropped?.kind).toBe(enquiryMessages.asked);
  });
});

async function unanswered() {
  const forums = await house.store.forums.listForums(homeTenant);
  return await listUnanswered(house.store, { forumIds: forums.map(({ id }) => id), sees: 'open' });
}
