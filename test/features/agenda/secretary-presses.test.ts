import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AdaptiveCard } from '../../../src/cards/adaptive-card.js';
import { verbs } from '../../../src/cards/button.js';
import type { Agenda } from '../../../src/domain/agenda.js';
import { publishAgenda } from '../../../src/features/agenda/agenda-actions.js';
import { AgendaHouse, keyOf, people } from '../../support/agenda-house.js';
import { textsOf } from '../../support/card-contents.js';
import { answerFor, draftIn, friday, publishAndAsk } from '../../support/input-house.js';
import { cardOf, pressButton } from '../../support/own-card.js';
import { sampleDocument, toSave } from '../../support/sample-document.js';
import { channelId } from '../../support/sending-house.js';

const { secretary, chef, chair } = people;

let house: AgendaHouse;
beforeEach(async () => {
  house = await AgendaHouse.start(friday);
});
afterEach(() => house.close());

const seen = async ({ id }: Agenda) => ({ agenda: id, revision: (await house.store.agendas.getAgenda(id)).revision });
const postedCards = (): AdaptiveCard[] =>
  house.connector.visible
    .filter(({ conversation }) => conversation.startsWith(channelId))
    .flatMap(({ body }) => (body as { attachments?: { content: AdaptiveCard }[] }).attachments ?? [])
    .map(({ content }) => content);

test('A new agenda has the approval of itself and of the minutes of the meeting before, and «Eventuelt», by itself', async () => {
  await house.store.minutes.saveDocument(toSave(house.forumId, sampleDocument('2026-11-11')));
  const form = cardOf(await house.press(secretary, verbs.showMeetingForm, {}));
  const written = { date: '2026-12-09', startTime: '9.00', endTime: '12.00', place: 'Byrådssalen' };
  await pressButton(house, secretary, form, 'Gem', { ...written, deadlineDate: '2026-12-07', deadlineTime: '12.00' });
  const drafts = await house.store.agendas.listAgendas(house.forumId, ['draft']);
  expect(drafts.map(({ date, place }) => [date, place])).toEqual([['2026-12-09', 'Byrådssalen']]);
  const items = drafts.flatMap(({ entries }) => entries.map(({ item }) => item));
  expect(items.map(({ number, topic }) => `${number}. ${topic}`)).toEqual([
    '1. Godkendelse af dagsorden og referat',
    '2. Eventuelt',
  ]);
  expect(items[0]?.recommendation?.points).toEqual([
    'at dagsordenen godkendes',
    'at referatet fra mødet 11.11.2026 godkendes',
  ]);
});

test('The preview shows the very card that the channel gets', async () => {
  const draft = await draftIn(house);
  const preview = cardOf(await house.press(secretary, verbs.previewDraft, { agenda: draft.id }));
  await publishAgenda(house.acting, draft, keyOf(secretary));
  await house.pass(0);
  const [posted, ...others] = postedCards();
  expect(others).toEqual([]);
  const shown = (preview.body as { type: string; items?: unknown }[]).find(({ type }) => type === 'Container');
  expect(shown?.items).toEqual(posted?.body);
});

describe('Publishing at a time', () => {
  const planned = async (fields: object) => {
    const draft = await draftIn(house);
    await house.press(secretary, verbs.acceptFindings, await seen(draft));
    const form = cardOf(await house.press(secretary, verbs.showScheduleForm, await seen(draft)));
    const answer = cardOf(await pressButton(house, secretary, form, 'Udgiv på det tidspunkt', fields));
    return { draft, text: textsOf(answer).join('\n'), answer: JSON.stringify(answer) };
  };
  const stateOf = async ({ id }: Agenda) => (await house.store.agendas.getAgenda(id)).state;

  test('is planned in a form, and happens at that time', async () => {
    const { draft, text } = await planned({ date: '2026-11-20', time: '14.30' });
    expect(text).toContain('Dagsordenen udgives fredag 20. november kl. 14.30.');
    expect(await stateOf(draft)).toBe('scheduled');
    house.clock.time = new Date('2026-11-20T13:29:00Z');
    await house.rest();
    expect(postedCards()).toEqual([]);
    house.clock.time = new Date('2026-11-20T13:30:00Z');
    await house.rest();
    expect(await stateOf(draft)).toBe('published');
    await house.rest();
    expect(postedCards()).toHaveLength(1);
  });

  test.each([
    [{ date: '2026-11-20', time: 'middag' }, /middag/],
    [{ date: '2026-11-19', time: '9.00' }, /tidspunkt|fortid|gået/i],
  ])('is refused with what was written where the time is none: %o', async (fields, why) => {
    const { draft, text, answer } = await planned(fields);
    expect(text).toMatch(why);
    for (const written of Object.values(fields)) expect(answer).toContain(`"value":"${written}"`);
    expect(await stateOf(draft)).toBe('draft');
  });
});

test('«dagsorden» in the personal chat tells a chef what of theirs is answered and what is missing, and nobody else', async () => {
  const asked = await publishAndAsk(house, await draftIn(house));
  await answerFor(house, asked, chef, 2, { kind: 'stance', choice: 'remarks', text: 'Hemmelig bemærkning' });
  const shownTo = async (who: typeof chef | typeof chair) => JSON.stringify(await house.say(who, 'dagsorden'));
  const own = await shownTo(chef);
  expect(own).toContain('✓ Bemærkninger: Hemmelig bemærkning · Mangler: spørgsmål');
  expect(own).toContain('"Mangler"');
  const others = await shownTo(chair);
  expect(others).toContain('Tidsplan og måltal for budget 2028');
  expect(others).not.toMatch(/Bemærkninger|Mangler/);
});
