import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AdaptiveCard } from '../../src/cards/adaptive-card.js';
import { verbs } from '../../src/cards/button.js';
import { homeTenant } from '../../src/domain/home-tenant.js';
import type { Membership } from '../../src/domain/member.js';
import { analyseDocument } from '../../src/search/analyse-document.js';
import type { ReaderTier } from '../../src/store/ports.js';
import { search } from '../support/activities.js';
import { AgendaHouse, keyOf, people, type Somebody } from '../support/agenda-house.js';
import { buttonsOf, cardOf, textsOf } from '../support/card-contents.js';
import { sampleDocument, sampleItem, toSave } from '../support/sample-document.js';

const friday = new Date('2026-11-20T09:00:00Z');
/** Secretary of the other forum, and nothing in the first. */
const otherSecretary: Somebody = { id: '29:7', name: 'Karla Bro', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000007' };

let house: AgendaHouse;
let otherId: string;

async function save(forumId: string, date: string, forum: string, word: string): Promise<void> {
  const items = [
    sampleItem(1, { title: `Åben sag ${word}` }),
    sampleItem(2, { title: `Lukket sag ${word}`, access: 'closed' }),
  ];
  const document = sampleDocument(date, { forum, items });
  await house.store.minutes.saveDocument(toSave(forumId, document, { entries: analyseDocument(document) }));
}

beforeAll(async () => {
  house = await AgendaHouse.start(friday);
  const { store, forumId } = house;
  otherId = (await store.forums.ensureForum(homeTenant, 'Direktionen')).id;
  await save(forumId, '2025-03-06', 'Chefforum', 'rosenhaven');
  await save(otherId, '2025-03-13', 'Direktionen', 'tulipanmarken');
  const membership = (person: Somebody, role: Membership['role']): Membership => ({
    id: `other-${person.id}`,
    forumId: otherId,
    person: keyOf(person),
    name: person.name,
    title: null,
    role,
    departmentId: null,
    from: '2020-01-01',
    to: null,
  });
  const memberships = [membership(people.chair, 'chair'), membership(otherSecretary, 'secretary')];
  const change = { note: 'Indlæst', by: null, at: friday };
  await store.members.saveRegister(otherId, { departments: [], memberships, deputies: [] }, 0, change);
});
afterAll(() => house.close());

const setTier = (tier: ReaderTier | null): Promise<void> =>
  house.store.members.setReaderTier(otherId, tier, { note: 'Læseadgang', by: null, at: friday });

/** Which of the two forums' open and closed items somebody is shown, by every way there is. */
async function sees(who: Somebody, place: 'personal' | 'channel' = 'personal'): Promise<string[]> {
  const said = [
    await house.say(who, 'møde 6. marts 2025', place),
    await house.say(who, 'møde 13. marts 2025', place),
    await house.say(who, 'møder', place),
    await house.say(who, 'hvad blev besluttet om åben sag?', place),
    await house.say(who, 'hvad blev besluttet om lukket sag?', place),
  ];
  const text = JSON.stringify(said);
  return ['Åben sag rosenhaven', 'Lukket sag rosenhaven', 'Åben sag tulipanmarken', 'Lukket sag tulipanmarken'].filter(
    (title) => text.includes(title),
  );
}

async function finds(who: Somebody): Promise<string> {
  const { house: teams } = house;
  const found = await Promise.all(
    ['rosenhaven', 'tulipanmarken'].map(async (word) =>
      (await teams.post(search(teams.serviceUrl, word, { from: who }))).text(),
    ),
  );
  return found.join('\n');
}

describe('Two forums in one store', () => {
  const own = ['Åben sag rosenhaven', 'Lukket sag rosenhaven'];
  const others = ['Åben sag tulipanmarken', 'Lukket sag tulipanmarken'];

  test('show nobody the other’s items while no tier lets anybody in', async () => {
    await setTier(null);
    expect(await sees(people.director)).toEqual(own);
    expect(await sees(people.secretary)).toEqual(own);
    expect(await sees(people.chef)).toEqual(own.slice(0, 1));
    expect(await sees(otherSecretary)).toEqual(others);
    expect(await sees(people.chair)).toEqual([...own, ...others]);
    expect(await sees(people.outsider)).toEqual([]);
  });

  test('let in whom the tier takes in to open items alone, beside the closed ones of their own forum', async () => {
    await setTier('directors');
    expect(await sees(people.director)).toEqual([...own, 'Åben sag tulipanmarken']);
    expect(await sees(people.chef)).toEqual(own.slice(0, 1));
    await setTier('tenant');
    expect(await sees(people.secretary)).toEqual([...own, 'Åben sag tulipanmarken']);
    expect(await sees(people.chef)).toEqual(['Åben sag rosenhaven', 'Åben sag tulipanmarken']);
    expect(await sees(people.outsider)).toEqual(['Åben sag tulipanmarken']);
    await setTier(null);
    expect(await sees(people.outsider), 'from the next question on').toEqual([]);
  });

  test('keep to the channel’s own open items in a channel, whoever asks', async () => {
    await setTier('directors');
    for (const who of [people.chair, people.director, people.secretary])
      expect(await sees(who, 'channel')).toEqual(own.slice(0, 1));
    expect(await sees(otherSecretary, 'channel')).toEqual([]);
  });

  test('are searched from the compose box for open items alone, also by those who see more', async () => {
    await setTier('directors');
    for (const who of [people.chair, people.director]) {
      expect(await finds(who)).toMatch(/Åben sag rosenhaven[\s\S]*Åben sag tulipanmarken/);
      expect(await finds(who)).not.toContain('Lukket sag');
    }
    expect(await finds(people.chef)).not.toMatch(/tulipanmarken(?=[^"]* \()|Lukket sag/);
    expect(await finds(people.outsider)).not.toContain('sag ');
  });

  test('keep a question with the forum whose minutes answered it, and one that none answered with neither', async () => {
    await setTier('tenant');
    const { questions } = house.store;
    const keptSince = async (forumId: string, before: number): Promise<string[]> =>
      (await questions.listQuestions(forumId)).slice(before).map(({ question }) => question);
    const before = (await questions.listQuestions(house.forumId)).length;
    const beforeOther = (await questions.listQuestions(otherId)).length;
    for (const about of ['tulipanmarken', 'rosenhaven', 'rumstationen'])
      await house.say(people.chef, `hvad blev besluttet om ${about}?`);
    await house.rest();
    expect(await keptSince(house.forumId, before)).toEqual(['hvad blev besluttet om rosenhaven?']);
    expect(await keptSince(otherId, beforeOther)).toEqual(['hvad blev besluttet om tulipanmarken?']);
  });

  test('have a secretariat each: the question goes to one’s own, and who belongs to both is asked which', async () => {
    await setTier('directors');
    const { enquiries } = house.store;
    await house.press(people.director, verbs.askSecretariat, { question: 'Hvad med trappen?' });
    expect(await enquiries.listOpen(house.forumId)).toHaveLength(1);
    expect(await enquiries.listOpen(otherId)).toEqual([]);
    const question = 'Hvad med elevatoren?';
    const which = await house.press(people.chair, verbs.askSecretariat, { question });
    expect(JSON.stringify(which)).toMatch(/Hvilket sekretariat\?[\s\S]*Direktionen/);
    await house.press(people.chair, verbs.askSecretariat, { question, forum: otherId });
    const [asked] = await enquiries.listOpen(otherId);
    expect(asked).toMatchObject({ question, access: 'closed' });
    const shown = await house.press(people.secretary, verbs.showEnquiry, { enquiry: asked?.id });
    expect(JSON.stringify(shown)).not.toContain('elevatoren');
    const foreign = await house.press(people.chef, verbs.askSecretariat, { question, forum: otherId });
    expect(JSON.stringify(foreign)).toContain('Du kan ikke sende spørgsmål til sekretariatet i dette forum');
  });

  test('ask which of them an item, or an agenda, is for; the forum chosen is the one it is made in', async () => {
    const which = cardOf(await house.say(people.chair, 'nyt punkt'));
    expect(textsOf(which)).toEqual(['Hvilket forum er punktet til?']);
    expect(buttonsOf(which).map(({ title }) => title)).toEqual(['Chefforum', 'Direktionen']);
    const [, other] = buttonsOf(which);
    const form = (await house.press(people.chair, other?.verb ?? '', other?.data)).value as AdaptiveCard;
    const save = buttonsOf(form).find(({ title }) => title === 'Gem kladde');
    await house.press(people.chair, save?.verb ?? '', {
      ...(save?.data as object),
      title: 'Ny lejeaftale',
      kind: 'briefing',
    });
    expect(await house.store.agendas.listProposals(otherId, ['draft'])).toMatchObject([
      { item: { title: 'Ny lejeaftale' } },
    ]);
    expect(await house.store.agendas.listProposals(house.forumId, ['draft'])).toEqual([]);

    const drafts = cardOf(await house.say(people.chair, 'dagsordener'));
    const begin = buttonsOf(drafts).find(({ title }) => title === 'Ny dagsorden');
    const whichAgenda = (await house.press(people.chair, begin?.verb ?? '', begin?.data)).value as AdaptiveCard;
    expect(textsOf(whichAgenda)).toEqual(['Hvilket forum er dagsordenen til?']);
    const first = buttonsOf(whichAgenda).find(({ title }) => title === 'Direktionen');
    const meeting = (await house.press(people.chair, first?.verb ?? '', first?.data)).value as AdaptiveCard;
    expect(textsOf(meeting).join(' ')).toContain('Direktionen. Godkendelse af dagsorden og referat');
  });

  test('ask nobody who belongs to one of them, and let nobody choose another', async () => {
    expect(textsOf(cardOf(await house.say(people.chef, 'nyt punkt')))[0]).toBe('Nyt punkt');
    for (const verb of [verbs.showProposalForm, verbs.saveProposal]) {
      const data = { forum: otherId, title: 'Fremmed punkt', kind: 'briefing', to: 'draft' };
      expect((await house.press(people.chef, verb, data)).value, verb).toMatch(/Du kan ikke foreslå punkter/);
    }
    const agenda = await house.press(people.secretary, verbs.showMeetingForm, { forum: otherId });
    expect(agenda.value).toMatch(/Du kan ikke/);
  });
});
