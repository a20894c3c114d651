import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/domain/clock.js';
import { type ActivityJson, activity, bot, message, press, tenantId } from '../support/activities.js';
import { buttonsOf } from '../support/card-contents.js';
import { type SeedHouse, startSeedHouse } from '../support/seed-house.js';

/** Of the seeds, today. */
const people = {
  chair: '4872eff5-b06a-473c-863f-05c72acbe4e3',
  director: 'c7290936-0ab2-4ac0-9ff1-537d34357cfc',
  chef: '40339fb4-ab61-461c-8ac1-d836b76fec9d',
  secretary: '89ec3403-57e3-41e5-8124-3c0aed5393e6',
  reader: '2f1b5e38-a5fa-40f2-9934-783c63851f70',
  formerChef: '5c5edba5-86b9-42d8-804c-70abfd990d41',
  stranger: '99999999-2222-4333-8444-555555555555',
} as const;
type Who = keyof typeof people;
type Where = 'personal' | 'channel' | 'other channel' | 'group';

const team = { id: '19:team' };
const places: Record<Where, ActivityJson> = {
  personal: { conversation: { id: 'a:1', conversationType: 'personal', tenantId } },
  channel: {
    conversation: { id: '19:forum@thread.tacv2;messageid=17', conversationType: 'channel', isGroup: true, tenantId },
    channelData: { tenant: { id: tenantId }, team },
    entities: [{ type: 'mention', text: '<at>Referent</at>', mentioned: bot }],
  },
  'other channel': {
    conversation: { id: '19:andet@thread.tacv2', conversationType: 'channel', isGroup: true, tenantId },
    channelData: { tenant: { id: tenantId }, team },
    entities: [{ type: 'mention', text: '<at>Referent</at>', mentioned: bot }],
  },
  group: {
    conversation: { id: '19:gruppe@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId },
    entities: [{ type: 'mention', text: '<at>Referent</at>', mentioned: bot }],
  },
};

let seeds: SeedHouse;
beforeAll(async () => {
  seeds = await startSeedHouse(systemClock, { withMembers: true });
});
afterAll(() => seeds.close());

const from = (who: Who) => ({ from: { id: `29:${who}`, name: 'Ikke et navn at stole på', aadObjectId: people[who] } });

async function say(who: Who, where: Where, text: string): Promise<string> {
  const { connector } = seeds.house;
  const before = connector.messages.length;
  const written = where === 'personal' ? text : `<at>Referent</at> ${text}`;
  await seeds.house.post(message(connector.serviceUrl, written, { ...places[where], ...from(who) }));
  return JSON.stringify(connector.messages.slice(before));
}

async function pressed(who: Who, verb: string, data: unknown, where: Where = 'personal'): Promise<string> {
  const { serviceUrl } = seeds.house;
  const sent = { ...press(serviceUrl, verb, data), ...places[where], ...from(who) };
  return (await seeds.house.post(sent)).text();
}

/** The data of a card's button, by its verb and a word of its tooltip. */
function dataOf(card: string, verb: string, word = ''): unknown {
  const found: unknown[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const entry = value as Record<string, unknown>;
    if (entry.type === 'Action.Execute' && entry.verb === verb && String(entry.tooltip).includes(word))
      found.push(entry.data);
    for (const child of Object.values(entry)) walk(child);
  };
  walk(JSON.parse(card));
  expect(found.length, `${verb} ${word}`).toBeGreaterThan(0);
  return found[0];
}

const closedMeeting = 'møde 9. september 2021';
const closedTitle = 'Rekruttering af afdelingschef';

describe('Who sees what, and where', () => {
  beforeAll(async () => {
    expect(await say('secretary', 'channel', 'tilknyt kanal')).toContain('Kanalen er nu Chefforums kanal');
  });

  const refused = /ikke registreret|andre læse med|ikke tilknyttet/;
  const cells: [Who, Where, 'closed' | 'open' | 'nothing'][] = [
    ['chair', 'personal', 'closed'],
    ['director', 'personal', 'closed'],
    ['secretary', 'personal', 'closed'],
    ['chef', 'personal', 'open'],
    ['reader', 'personal', 'nothing'],
    ['formerChef', 'personal', 'nothing'],
    ['stranger', 'personal', 'nothing'],
    ...(['chair', 'director', 'secretary', 'chef'] as const).map((who): [Who, Where, 'open'] => [
      who,
      'channel',
      'open',
    ]),
    ...(['reader', 'formerChef', 'stranger'] as const).map((who): [Who, Where, 'nothing'] => [
      who,
      'channel',
      'nothing',
    ]),
    ...(['chair', 'director', 'secretary', 'chef', 'reader', 'formerChef', 'stranger'] as const).flatMap(
      (who): [Who, Where, 'nothing'][] => [
        [who, 'other channel', 'nothing'],
        [who, 'group', 'nothing'],
      ],
    ),
  ];

  test.each(cells)('%s in the %s place: %s', async (who, where, seen) => {
    const answer = await say(who, where, closedMeeting);
    if (seen === 'nothing') {
      expect(answer).toMatch(refused);
      expect(answer).not.toMatch(/HR og Økonomi|afdelingschef/);
    } else {
      expect(answer).toContain('HR og Økonomi');
      expect(answer.includes(closedTitle)).toBe(seen === 'closed');
    }
  });

  test('a name gives no right, nor does the same id in other letters take one', async () => {
    const upper = { from: { id: '29:x', name: 'x', aadObjectId: people.chef.toUpperCase() } };
    const { connector } = seeds.house;
    const before = connector.messages.length;
    await seeds.house.post(message(connector.serviceUrl, closedMeeting, upper));
    expect(JSON.stringify(connector.messages.slice(before))).toContain('HR og Økonomi');
    expect(await say('stranger', 'personal', 'medlemmer')).toContain('Det gør sekretæren.');
  });
});

describe('The register in the chat', () => {
  let card: string;
  beforeEach(async () => {
    seeds.house.connector.setTeam([
      { name: 'Helle Sandvad', aadObjectId: people.chef },
      { name: 'Amalie Rønholt', aadObjectId: people.secretary },
      { name: 'Ny Kollega', aadObjectId: people.stranger },
      { name: 'Gæst Udefra', aadObjectId: 'aaaaaaaa-2222-4333-8444-555555555555', userRole: 'guest' },
    ]);
    card = await say('secretary', 'personal', 'medlemmer');
  });
  const lastPage = () => {
    const data = dataOf(card, 'members.showAll', 'Flere') as Record<string, unknown>;
    return pressed('secretary', 'members.showAll', { ...data, page: 99 });
  };

  test('is shown to the secretary alone, and in a personal chat alone', async () => {
    expect(card).toContain('Medlemmer af Chefforum');
    expect(card).toContain('Torben Vestermark');
    expect(await say('chef', 'personal', 'medlemmer')).not.toContain('Torben');
    expect(await say('secretary', 'group', 'medlemmer')).toContain('kun i en personlig chat');
    const data = dataOf(card, 'members.showAll', 'Flere');
    expect(await pressed('chef', 'members.showAll', data)).not.toContain('Torben');
    expect(await pressed('secretary', 'members.showAll', data, 'group')).not.toContain('Vestermark');
  });

  test('says who is in the team and not registered, page by page, and never offers a guest', async () => {
    const last = await lastPage();
    expect(last).toContain('Ny Kollega');
    expect(last).not.toContain('Gæst Udefra');
    expect(last).toMatch(/Registreret, men ikke i teamet/);
  });

  test('takes in somebody from the team, lets tier and role decide what they read, and is undone', async () => {
    const registered = await pressed(
      'secretary',
      'members.register',
      dataOf(await lastPage(), 'members.register', 'Ny'),
    );
    expect(registered).toContain('Ny Kollega er registreret som læser');
    expect(await say('stranger', 'personal', closedMeeting)).toContain('ikke registreret');
    const tiers = await pressed('secretary', 'members.showReaderTiers', dataOf(registered, 'members.showReaderTiers'));
    const named = await pressed(
      'secretary',
      'members.setReaderTier',
      dataOf(tiers, 'members.setReaderTier', 'navngivne'),
    );
    expect(await say('stranger', 'personal', closedMeeting)).toContain('HR og Økonomi');
    await pressed('secretary', 'members.setReaderTier', dataOf(named, 'members.setReaderTier', 'Fortryd'));
    expect(await say('stranger', 'personal', closedMeeting)).toContain('ikke registreret');
    await pressed('secretary', 'members.undo', dataOf(registered, 'members.undo'));
    expect(await lastPage()).toMatch(/Ny Kollega/);
  });

  test('ends a membership at once, says so to a stale press, and gives it back', async () => {
    const member = await pressed(
      'secretary',
      'members.show',
      dataOf(await lastPageWith('Jonas'), 'members.show', 'Jonas'),
    );
    const data = dataOf(member, 'members.end');
    const ended = await pressed('secretary', 'members.end', data);
    expect(ended).toContain('Jonas Vildrik er ikke længere medlem.');
    expect(await pressed('secretary', 'members.end', data)).toMatch(/findes ikke længere|En anden har ændret/);
    expect(await pressed('secretary', 'members.undo', dataOf(ended, 'members.undo'))).toContain('Det er fortrudt');
  });

  test('gives somebody another role by one press, which counts from then on, and is undone', async () => {
    const member = await pressed(
      'secretary',
      'members.show',
      dataOf(await lastPageWith('Helle'), 'members.show', 'Helle'),
    );
    const offered = buttonsOf(JSON.parse(member).value).map(({ title }) => title);
    expect(offered).toEqual(expect.arrayContaining(['Gør til direktør', 'Gør til sekretær', 'Gør til læser']));
    expect(offered, 'what Helle is already').not.toContain('Gør til afdelingschef');
    expect(await say('chef', 'personal', closedMeeting)).not.toContain(closedTitle);
    const data = dataOf(member, 'members.setRole', 'Gør til direktør');
    const made = await pressed('secretary', 'members.setRole', data);
    expect(made).toContain('Helle Sandvad er nu direktør.');
    expect(await say('chef', 'personal', closedMeeting)).toContain(closedTitle);
    expect(await pressed('secretary', 'members.setRole', data), 'the card is old').toMatch(/findes ikke længere/);
    await pressed('secretary', 'members.undo', dataOf(made, 'members.undo'));
    expect(await say('chef', 'personal', closedMeeting)).not.toContain(closedTitle);
    expect(await pressed('chef', 'members.setRole', data), 'not by oneself').toContain('Det gør sekretæren.');
  });

  test('keeps at least one secretary', async () => {
    const member = await pressed(
      'secretary',
      'members.show',
      dataOf(await lastPageWith('Amalie'), 'members.show', 'Amalie'),
    );
    expect(await pressed('secretary', 'members.end', dataOf(member, 'members.end'))).toContain('mindst én sekretær');
  });

  test('tells when the bot is out of the team', async () => {
    seeds.house.connector.removeBotFrom(team.id);
    expect(await lastPage()).toContain('Jeg er ikke med i teamet længere');
  });

  async function lastPageWith(name: string): Promise<string> {
    if (card.includes(name)) return card;
    const data = dataOf(card, 'members.showAll', 'Flere') as Record<string, unknown>;
    for (const page of [2, 3]) {
      const shown = await pressed('secretary', 'members.showAll', { ...data, page });
      if (shown.includes(name)) return shown;
    }
    throw new Error(`nobody is called ${name}`);
  }
});

describe('A channel', () => {
  test('is bound by a secretary only, released again, and forgotten when the bot leaves the team', async () => {
    expect(await say('chef', 'channel', 'tilknyt kanal')).toContain('Det gør sekretæren.');
    expect(await say('secretary', 'personal', 'tilknyt kanal')).toContain('i den kanal');
    expect(await say('secretary', 'channel', 'tilknyt kanal')).toContain('Kanalen er');
    expect(await say('secretary', 'other channel', 'tilknyt kanal')).toContain('i stedet for');
    expect(await say('secretary', 'channel', 'frigiv kanal')).toContain('ikke tilknyttet et forum');
    expect(await say('secretary', 'other channel', 'frigiv kanal')).toContain('Kanalen er frigivet');
    await say('secretary', 'channel', 'tilknyt kanal');
    const { serviceUrl } = seeds.house;
    await seeds.house.post(
      activity(serviceUrl, { type: 'installationUpdate', action: 'remove', ...places.channel, ...from('secretary') }),
    );
    expect(await say('secretary', 'personal', 'frigiv kanal')).toContain('ingen tilknyttet kanal');
  });
});
