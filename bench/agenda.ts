import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cardBytes } from '../src/cards/fill-card.js';
import type { Agenda } from '../src/domain/agenda.js';
import { systemClock } from '../src/domain/clock.js';
import { homeTenant } from '../src/domain/home-tenant.js';
import { newId } from '../src/domain/new-id.js';
import { publishAgenda } from '../src/features/agenda/agenda-actions.js';
import { cardSlot } from '../src/features/agenda/agenda-intents.js';
import { createAgendaCardComposer } from '../src/features/agenda/posted/agenda-card.composer.js';
import { agendaCardFields, composeAgendaCard } from '../src/features/agenda/posted/agenda-card.js';
import { openStore } from '../src/store/sqlite/open-store.js';
import { exampleAgenda } from '../test/support/agenda-examples.js';
import { FakeConnector } from '../test/support/fake-connector.js';
import { noPaces, reference, sendFrom } from '../test/support/sending-house.js';
import { parseTemplate } from '../test/support/templating-library.js';
import { milliseconds } from './format.js';
import { percentile } from './percentile.js';

const repetitions = { warmUp: 200, card: 600, published: 25 };
const limits = { cardMs: 10, ratio: 1.5 };
const view = { now: systemClock.now(), seesClosed: false, tally: { answered: 3, asked: 9 } };

/** An agenda of so many items of the usual kinds and lengths. */
function agendaOf(itemCount: number, day: number): Agenda {
  const model = exampleAgenda().entries;
  const entries = Array.from({ length: itemCount }, (_, index) => {
    const entry = model[index % model.length];
    if (entry === undefined) throw new Error('the example has no items');
    return { ...entry, id: newId(), item: { ...entry.item, number: index + 1 } };
  });
  const date = new Date(Date.UTC(2099, 0, 1 + day)).toISOString().slice(0, 10);
  return exampleAgenda({ id: newId(), date, entries, state: 'draft', publishedAt: null });
}

function timeEach(count: number, work: () => unknown): number[] {
  return Array.from({ length: count }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
}

const median = (times: readonly number[]): number => percentile(times, 0.5);
/** Work of less than a millisecond: the slower tries tell of what else the machine did. */
const undisturbed = (times: readonly number[]): number => percentile(times, 0.1);

export interface AgendaFigures {
  itemCount: number;
  bytes: number;
  firstCardMs: number;
  cardMs: number;
  bareMs: number;
  publishMs: number;
  postMs: number;
}

/** How long the card takes beside filling its template and nothing else; turn by turn, so that both meet the same machine. */
async function measureCard(agenda: Agenda) {
  const begun = performance.now();
  const { card } = composeAgendaCard(agenda, view);
  const firstCardMs = performance.now() - begun;
  const template = parseTemplate(JSON.parse(await readFile(new URL('../cards/agenda.json', import.meta.url), 'utf8')));
  const [fields] = agendaCardFields(agenda, view);
  const built: number[] = [];
  const bare: number[] = [];
  timeEach(repetitions.warmUp, () => [composeAgendaCard(agenda, view), template.expand({ $root: fields })]);
  for (let round = 0; round < repetitions.card; round += 1) {
    built.push(...timeEach(1, () => composeAgendaCard(agenda, view)));
    bare.push(...timeEach(1, () => template.expand({ $root: fields })));
  }
  return { bytes: cardBytes(card), firstCardMs, cardMs: undisturbed(built), bareMs: undisturbed(bare) };
}

/** Publishes agendas on a store on disk, and waits for each until its card stands in a channel on loopback. */
async function measurePublishing(folder: string, itemCount: number) {
  const store = await openStore({ file: join(folder, `agendas-${itemCount}.db`), clock: systemClock });
  const connector = await FakeConnector.start();
  const composer = createAgendaCardComposer({
    ...store,
    input: { tallyOf: async () => null },
    clock: systemClock,
  });
  const sending = await sendFrom(store, { paces: noPaces, composers: [composer] });
  const published: number[] = [];
  const posted: number[] = [];
  try {
    const { id: forumId } = await store.forums.ensureForum(homeTenant, 'Chefforum');
    await store.conversations.bindChannel(forumId, reference(connector.serviceUrl, 'channel'));
    for (let day = 0; day < repetitions.published; day += 1) {
      const draft = { ...agendaOf(itemCount, day), forumId };
      const made = await store.agendas.createAgenda(draft, { note: 'made', by: null, at: systemClock.now() });
      const begun = performance.now();
      await publishAgenda({ ...store, clock: systemClock }, made, null);
      published.push(performance.now() - begun);
      while ((await store.outbox.findHandle(cardSlot(made.id))) === undefined)
        await new Promise((resolve) => setTimeout(resolve, 1));
      posted.push(performance.now() - begun);
    }
  } finally {
    await sending.loop.stop();
    await connector.close();
    await store.close();
  }
  return { publishMs: median(published), postMs: median(posted) };
}

/** Publishes and posts agendas of 12 and of 40 items. */
export async function measureAgendas(folder: string): Promise<AgendaFigures[]> {
  const figures: AgendaFigures[] = [];
  for (const itemCount of [12, 40])
    figures.push({
      itemCount,
      ...(await measureCard({ ...agendaOf(itemCount, 0), state: 'published' })),
      ...(await measurePublishing(folder, itemCount)),
    });
  return figures;
}

/** Headings first. */
export function agendasTable(figures: readonly AgendaFigures[]): string[][] {
  const head = [
    'items',
    'card',
    'first card',
    'later card',
    'template alone',
    'ratio',
    'publish',
    'publish and post',
    '',
  ];
  return [
    head,
    ...figures.map(({ itemCount, bytes, firstCardMs, cardMs, bareMs, publishMs, postMs }) => {
      const isKept = cardMs <= limits.cardMs && cardMs <= limits.ratio * bareMs;
      return [
        String(itemCount),
        `${(bytes / 1024).toFixed(0)} KB`,
        milliseconds(firstCardMs),
        milliseconds(cardMs),
        milliseconds(bareMs),
        `${(cardMs / bareMs).toFixed(2)}×`,
        milliseconds(publishMs),
        milliseconds(postMs),
        isKept ? 'kept' : 'missed',
      ];
    }),
  ];
}
