import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verbs } from '../../src/cards/button.js';
import type { Agenda } from '../../src/domain/agenda.js';
import type { KeptFiles } from '../../src/routing/kept-files.js';
import { analyseDocument } from '../../src/search/analyse-document.js';
import type { ReaderTier } from '../../src/store/ports.js';
import { exampleAgenda } from '../support/agenda-examples.js';
import { AgendaHouse, keyOf, people, type Somebody } from '../support/agenda-house.js';
import { createMemoryKeptFiles } from '../support/memory-kept-files.js';
import { sampleDocument, sampleItem, toSave } from '../support/sample-document.js';

const friday = new Date('2026-11-20T09:00:00Z');
/** Named by the secretary to read along. */
const reader: Somebody = { id: '29:8', name: 'Sanne Dahlgaard', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000008' };
const everybody = { ...people, reader };
type Who = keyof typeof everybody;

let house: AgendaHouse;
let agenda: Agenda;
const files: string[] = [];

beforeAll(async () => {
  const kept = createMemoryKeptFiles();
  const keptFiles: KeptFiles = {
    ...kept,
    keep(file, owner) {
      files.push(Buffer.from(file.bytes).toString('utf8'));
      return kept.keep(file, owner);
    },
  };
  house = await AgendaHouse.start(friday, keptFiles);
  const { store, forumId } = house;
  const register = await store.members.getRegister(forumId);
  const [model] = register.memberships;
  if (model === undefined) throw new Error('the house has members');
  const named = { ...model, id: 'reader', person: keyOf(reader), name: reader.name, role: 'reader' as const };
  await store.members.saveRegister(forumId, { ...register, memberships: [...register.memberships, named] }, 1, {
    note: 'Læser',
    by: null,
    at: friday,
  });
  agenda = await house.publish(exampleAgenda({ forumId }));
  const items = [
    sampleItem(1, { title: 'Rosenhaven, åben sag' }),
    sampleItem(2, { title: 'Rosenhaven, lukket sag', access: 'closed' }),
  ];
  const document = sampleDocument('2025-03-06', { forum: 'Chefforum', items });
  await store.minutes.saveDocument(toSave(forumId, document, { entries: analyseDocument(document) }));
});
afterAll(() => house.close());

const entryOf = (number: number) => agenda.entries.find(({ item }) => item.number === number)?.id;

/** What of an agenda somebody is shown by every way there is: nothing, open items, closed ones too. */
async function sees(who: Who, place: 'personal' | 'channel'): Promise<string> {
  const somebody = everybody[who];
  const press = (verb: string, data: object) => house.press(somebody, verb, { agenda: agenda.id, ...data }, place);
  const shown = JSON.stringify([
    await house.say(somebody, 'dagsorden', place),
    await house.say(somebody, 'dagsorden 25. november', place),
    await press(verbs.showAgenda, {}),
    await press(verbs.showAgendaItem, { entry: entryOf(2) }),
    await press(verbs.showAgendaItem, { entry: entryOf(4) }),
    await press(verbs.showEarlier, { entry: entryOf(4) }),
    await press(verbs.giveInput, { entry: entryOf(4) }),
  ]);
  return levelOf(shown.includes('Tidsplan og måltal for budget 2028'), shown.includes('jobcentret'));
}

/** What stands in the file somebody asks for. */
async function exports(who: Who, place: 'personal' | 'channel'): Promise<string> {
  files.length = 0;
  const question = 'hvad er der besluttet om rosenhaven gennem årene';
  await house.press(everybody[who], verbs.exportAnswer, { question }, place);
  const held = files.join('\n');
  return levelOf(held.includes('Rosenhaven, åben sag'), held.includes('Rosenhaven, lukket sag'));
}

const levelOf = (seesOpen: boolean, seesClosed: boolean): string =>
  seesClosed ? 'both' : seesOpen ? 'open' : 'nothing';

/*
 * tier            who       own chat  channel  file
 */
const matrix = `
  none            chair     both      open     both
  none            director  both      open     both
  none            secretary both      open     both
  none            chef      open      open     open
  none            reader    nothing   nothing  nothing
  none            outsider  nothing   nothing  nothing
  members         chef      open      open     open
  members         reader    nothing   nothing  nothing
  members         outsider  nothing   nothing  nothing
  directors       director  both      open     both
  directors       chef      open      open     open
  directors       reader    nothing   nothing  nothing
  directors       outsider  nothing   nothing  nothing
  named_readers   chef      open      open     open
  named_readers   reader    open      open     open
  named_readers   outsider  nothing   nothing  nothing
  tenant          secretary both      open     both
  tenant          chef      open      open     open
  tenant          reader    open      open     open
  tenant          outsider  open      open     open
`;
const rows = matrix
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));

describe('Of a published agenda, and in a file', () => {
  test.each(rows)(
    'by the tier "%s" the %s sees in the own chat %s, in the channel %s, in a file %s',
    async (...row) => {
      const [tier, who, own, channel, file] = row;
      const change = { note: 'Læseadgang', by: null, at: friday };
      await house.store.members.setReaderTier(house.forumId, tier === 'none' ? null : (tier as ReaderTier), change);
      expect(await sees(who as Who, 'personal')).toBe(own);
      expect(await sees(who as Who, 'channel')).toBe(channel);
      expect(await exports(who as Who, 'personal')).toBe(file);
      // Teams gives files in personal chats only.
      expect(await exports(who as Who, 'channel')).toBe('nothing');
    },
  );
});
