import { afterAll, describe, expect, test } from 'vitest';
import type { AgendaItem, SectionKind } from '../../../src/domain/agenda-item.js';
import { openAskedArchive } from '../../support/asked-archive.js';
import { sampleDocument, sampleItem } from '../../support/sample-document.js';

const lines = { first: 1, last: 1 };

function item(number: number, topic: string, parts: Partial<Record<SectionKind, string>>): AgendaItem {
  const sections = Object.entries(parts).map(([kind, text]) => ({
    kind: kind as SectionKind,
    heading: '',
    text,
    lines,
  }));
  return sampleItem(number, { title: topic, topic, sections, decision: parts.decision ?? null });
}

const items = [
  item(2, 'Fælles bilordning', {
    case: 'Ordningen samler kommunens 96 biler. Skolerne bruger ni af dem.',
    decision:
      'Chefforum godkendte ordningen. Ida Holm, Per Krag og Eva Lund udgør styregruppen med Ida Holm som formand. Ordningen får 3 mio. kr.',
  }),
  item(3, 'Brug af AI i sagsbehandlingen', {
    case: 'Et udkast til retningslinjer er klar.',
    decision: 'Chefforum drøftede udkastet. Ole Brink samler op.',
  }),
  item(4, 'Udgifter efter skybruddet', {
    case: 'Udgifterne fordeler sig således:\n\n- rengøring: 1,9 mio. kr.\n- pumper: 0,4 mio. kr.\n\nAfdelingerne kan ikke spare beløbet op.',
    decision: 'Chefforum tog orienteringen til efterretning.',
  }),
  item(5, 'Nyheder under hjemmearbejde', {
    case: 'Mange ansatte arbejder hjemme for tiden.',
    decision: 'Direktøren udsender hver fredag en kort video.',
  }),
  item(6, 'Åbningstider i Borgerservice', {
    case: 'Der er få besøg midt på ugen.',
    decision: 'Chefforum besluttede, at Borgerservice holder lukket om onsdagen fra den 1. marts 2024.',
  }),
  item(7, 'Befolkningsprognose', {
    case: 'Daginstitutionerne får 90 færre pladser frem mod 2030. Der fødes 210 børn om året.',
    decision: 'Chefforum tog prognosen til efterretning.',
  }),
  item(8, 'Puljen til bedre ventilation', {
    case: 'Puljen er på 5 mio. kr. Biblioteket får 0,7 mio. kr. af den. Hallerne må vente.',
    decision: 'Chefforum godkendte fordelingen.',
  }),
];

const { ask, remove } = await openAskedArchive([sampleDocument('2023-11-02', { items })], '2024-01-20');
afterAll(remove);

describe('of several bodies alike, the one that was asked about', () => {
  test.each([
    ['hvem er formand for styregruppen for ai'],
    ['hvem sidder i styregruppen for ventilation'],
    ['hvem er formand for budgetstyregruppen'],
  ])('%s: is not answered by another steering group', async (question) => {
    const { status } = await ask(question);
    expect(status).not.toBe('answered');
  });

  test.each([['hvem er formand for styregruppen'], ['hvem er formand for styregruppen for bilordningen']])(
    '%s: is answered by the one there is',
    async (question) => {
      const { status, text } = await ask(question);
      expect(status).toBe('answered');
      expect(text).toContain('Ida Holm som formand');
    },
  );
});

describe('a weekday', () => {
  test('says when, and only of what stands beside it', async () => {
    expect((await ask('må chefer arbejde hjemme om fredagen')).status).not.toBe('answered');
  });

  test('tells what was decided for that day', async () => {
    const { status, text } = await ask('har vi besluttet at holde lukket om onsdagen');
    expect(status).toBe('answered');
    expect(text).toContain('lukket om onsdagen');
  });
});

describe('whether something was decided', () => {
  test('is not told by an item that speaks of each word apart', async () => {
    const { status } = await ask('har vi besluttet at spare på rengøringen');
    expect(status).not.toBe('answered');
  });
});

describe('how much somebody got', () => {
  test.each([['hvor meget fik daginstitutionerne'], ['hvor meget fik skolerne'], ['hvor meget skal hallerne spare']])(
    '%s: is no number of places or cars, and nobody else’s money',
    async (question) => {
      const { status } = await ask(question);
      expect(status).toBe('not_found');
    },
  );

  test.each([
    ['hvor meget fik biblioteket', '0,7 mio. kr.'],
    ['hvor meget får bilordningen', '3 mio. kr.'],
  ])('%s: is told where the amount stands beside the name', async (question, amount) => {
    const { status, text } = await ask(question);
    expect(status).toBe('answered');
    expect(text).toContain(amount);
  });
});
