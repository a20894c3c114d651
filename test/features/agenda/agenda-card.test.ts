import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardBytes, maxCardBytes } from '../../../src/cards/fill-card.js';
import type { Agenda } from '../../../src/domain/agenda.js';
import type { ItemKind } from '../../../src/domain/agenda-item.js';
import { newId } from '../../../src/domain/new-id.js';
import { describeChanges } from '../../../src/features/agenda/agenda-changes.js';
import { previewCard } from '../../../src/features/agenda/draft/preview-draft.verb.js';
import { moveEntry } from '../../../src/features/agenda/entries.js';
import { kindLabels } from '../../../src/features/agenda/phrases.js';
import { composeAgendaCard } from '../../../src/features/agenda/posted/agenda-card.js';
import { exampleAgenda } from '../../support/agenda-examples.js';
import { buttonsOf, textsOf } from '../../support/card-contents.js';
import { hostileText } from '../../support/hostile-text.js';
import { sampleAgenda, sampleEntry } from '../../support/sample-agenda.js';

const numRuns = process.env.REFERENT_LONG === undefined ? 60 : 1_000;
const now = new Date('2026-11-20T08:00:00Z');
const open = { now, seesClosed: false, tally: null };
const entitled = { ...open, seesClosed: true };

/** Stands in everything a closed item holds. */
const canary = 'Kanariefugl';

const text = fc.oneof(
  hostileText(),
  fc
    .constantFrom('<', '*', '"', '\\', '&amp;', 'ordet ', '$' + '{summary}', '[x](y) ')
    .chain((piece) => fc.integer({ min: 0, max: 200 }).map((count) => piece.repeat(count))),
);
const kinds = Object.keys(kindLabels) as ItemKind[];

const entries = fc
  .array(
    fc.record({
      topic: text,
      wanted: fc.option(text),
      kind: fc.constantFrom(...kinds),
      isClosed: fc.boolean(),
      isWithdrawn: fc.boolean(),
      minutes: fc.option(fc.integer({ min: 1, max: 90 })),
      presenters: fc.array(text, { maxLength: 3 }),
      points: fc.array(text, { maxLength: 3 }),
    }),
    { maxLength: 60, size: 'max' },
  )
  .map((items) =>
    items.map(({ topic, wanted, kind, isClosed, isWithdrawn, minutes, presenters, points }, index) => {
      const said = (words: string): string => (isClosed ? `${canary} ${words}` : words);
      return {
        ...sampleEntry(index + 1, {
          title: said(topic),
          topic: said(topic),
          kind,
          access: isClosed ? ('closed' as const) : ('open' as const),
          durationMinutes: minutes,
          presenters: presenters.map(said),
          recommendation: { proposer: said('Direktøren'), points: points.map(said) },
        }),
        id: newId(),
        isWithdrawn,
        wanted: wanted === null ? null : said(wanted),
      };
    }),
  );

const agendas = fc.record({ entries, place: fc.option(text), forum: hostileText(), hasDeadline: fc.boolean() }).map(
  ({ entries: items, place, forum, hasDeadline }): Agenda =>
    sampleAgenda('forum', {
      id: newId(),
      state: 'published',
      entries: items,
      place,
      forum,
      inputDeadlineAt: hasDeadline ? new Date('2026-11-23T11:00:00Z') : null,
      publishedAt: now,
    }),
);

/** Every page of an agenda's card. */
function pagesOf(agenda: Agenda, view: typeof open) {
  const count = Math.max(1, Math.ceil(agenda.entries.length / 20));
  return Array.from({ length: count }, (_, index) => composeAgendaCard(agenda, { ...view, page: index + 1 }));
}

describe('the card of any agenda', () => {
  it('fits into a message, leaves no field unfilled and says nothing of a closed item', () => {
    fc.assert(
      fc.property(agendas, (agenda) => {
        const pages = pagesOf(agenda, open);
        for (const { card, summary } of pages) {
          expect(cardBytes(card)).toBeLessThanOrEqual(maxCardBytes);
          expect(`${JSON.stringify(card)} ${summary}`).not.toContain(canary);
        }
        for (const shown of pagesOf(agenda, entitled)) {
          expect(cardBytes(shown.card)).toBeLessThanOrEqual(maxCardBytes);
          for (const publishedAt of [null, now]) {
            const preview = previewCard({ ...agenda, publishedAt }, shown, ['Punkt 2: bemærkninger']);
            expect(cardBytes(preview.card)).toBeLessThanOrEqual(maxCardBytes);
          }
        }
        const moved = { ...agenda, entries: moveEntry(agenda.entries, agenda.entries[0]?.id ?? '', 2) };
        expect(describeChanges(agenda, moved).join('\n')).not.toContain(canary);
      }),
      { numRuns },
    );
  });

  it('shows every item once, whatever its page, and one button for each that can be read', () => {
    fc.assert(
      fc.property(agendas, (agenda) => {
        const numbers = pagesOf(agenda, open).flatMap(({ card }) =>
          textsOf(card).filter((shown) => /^\d{1,2}$/.test(shown)),
        );
        for (const { item } of agenda.entries) expect(numbers).toContain(String(item.number));
        const opened = pagesOf(agenda, open).flatMap(({ card }) =>
          buttonsOf(card).flatMap(({ data }) => (data as { entry?: string }).entry ?? []),
        );
        const readable = agenda.entries.filter(({ item }) => item.access === 'open').map(({ id }) => id);
        expect([...opened].sort()).toEqual([...readable].sort());
      }),
      { numRuns: Math.ceil(numRuns / 3) },
    );
  });
});

describe('twenty items of long ordinary words', () => {
  const long = 'ordet '.repeat(60);
  const wordy = sampleAgenda('forum', {
    id: newId(),
    forum: long,
    place: long,
    inputDeadlineAt: new Date('2026-11-23T11:00:00Z'),
    entries: Array.from({ length: 23 }, (_, index) => ({
      ...sampleEntry(index + 1, {
        topic: long,
        presenters: [long],
        kind: index % 2 === 0 ? 'decision' : 'written_briefing',
        access: index === 18 ? 'closed' : 'open',
      }),
      id: newId(),
      wanted: long,
    })),
  });
  const shown = composeAgendaCard({ ...wordy, state: 'published' }, open);

  it('stand on one card, and it fits', () => {
    expect(cardBytes(shown.card)).toBeLessThanOrEqual(maxCardBytes);
    const numbers = textsOf(shown.card).filter((text) => /^\d{1,2}$/.test(text));
    expect(numbers).toHaveLength(20);
  });

  it('are previewed as they will stand, with a way back to the draft', () => {
    const { card } = previewCard(wordy, shown, ['Punkt 2: bemærkninger']);
    expect(cardBytes(card)).toBeLessThanOrEqual(maxCardBytes);
    expect(textsOf(card)).toEqual(expect.arrayContaining(textsOf(shown.card)));
    expect(buttonsOf(card).map(({ title }) => title)).toContain('Til kladden');
  });
});

describe('the times on the card', () => {
  it('do not tell how long a closed item takes', () => {
    const closedFor = (durationMinutes: number): Agenda => {
      const agenda = exampleAgenda();
      const minutes = (number: number, given: number) => ({ ...sampleEntry(number, { durationMinutes: given }) });
      const closed = sampleEntry(2, { durationMinutes, access: 'closed' });
      return {
        ...agenda,
        entries: [minutes(1, 10), { ...closed, id: 'lukket' }, minutes(3, 15)].map((entry, index) => ({
          ...entry,
          id: `punkt-${index}`,
        })),
      };
    };
    const shown = (agenda: Agenda) => JSON.stringify(composeAgendaCard(agenda, open).card);
    expect(shown(closedFor(5))).toBe(shown(closedFor(50)));
    expect(JSON.stringify(composeAgendaCard(closedFor(5), entitled).card)).toContain('kl. 9.15–9.30');
  });
});

describe('the notification', () => {
  it('says what it is, how much, and until when input is wanted', () => {
    const told = (changes: Partial<Agenda>) => composeAgendaCard(exampleAgenda(changes), open).summary;
    expect(told({})).toBe('Dagsorden til Chefforum onsdag 25. november er klar: 9 punkter, input senest mandag kl. 12');
    expect(told({ inputDeadlineAt: new Date('2026-11-13T08:30:00Z') })).toMatch(
      /input senest fredag 13\. november kl\. 9\.30$/,
    );
    expect(told({ inputDeadlineAt: null })).toMatch(/er klar: 9 punkter$/);
    expect(told({ state: 'changed' })).toBe('Dagsorden til Chefforum onsdag 25. november er ændret: 9 punkter');
    expect(told({ state: 'withdrawn' })).toBe('Dagsorden til Chefforum onsdag 25. november er taget tilbage');
    expect(told({ state: 'cancelled' })).toBe('Mødet i Chefforum onsdag 25. november er aflyst');
  });
});
