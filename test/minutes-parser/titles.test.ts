import { describe, expect, test } from 'vitest';
import { readAccess } from '../../src/minutes-parser/read-access.js';
import { readTitle } from '../../src/minutes-parser/read-title.js';

describe('the title of an item', () => {
  test.each([
    ['CF - Plan v. Jette (9:50-10:00)', 'Plan', ['Jette'], [], { start: '09:50', end: '10:00' }],
    ['CF - Plan (11.00-12.00)', 'Plan', [], [], { start: '11:00', end: '12:00' }],
    ['CF - Plan v. Lone og Jette', 'Plan', ['Lone', 'Jette'], [], null],
    [
      'CF – Plan v. Rasmus (Bo og Grete deltager) (9:45-10:15)',
      'Plan',
      ['Rasmus'],
      ['Bo', 'Grete'],
      { start: '09:45', end: '10:15' },
    ],
    ['Plan (Sofie deltager) v. direktør Jette Lund', 'Plan', ['direktør Jette Lund'], ['Sofie'], null],
    ['Plan v. Økonomi & Stab', 'Plan', ['Økonomi & Stab'], [], null],
  ])('%s', (title, topic, presenters, guests, timeSlot) => {
    expect(readTitle(title, 'Chefforum')).toMatchObject({ topic, presenters, guests, timeSlot });
  });

  test.each([
    'Temadrøftelse - Status på anlægsplan',
    'IT - ny strategi',
    'CFO - rekruttering',
    'Lederudvikling 2019-2020',
    'Veje v. skolerne',
    'Møde (alle deltager)',
    'Plan (2-3)',
    'Status (25:00-26:00)',
    'Opfølgning (fase 2)',
    'Prøver ved Vestskolen',
  ])('nothing is taken from "%s"', (title) => {
    expect(readTitle(title, 'Chefforum')).toMatchObject({ topic: title, presenters: [], guests: [], timeSlot: null });
  });

  test('a time no clock shows is kept as text and reported', () => {
    expect(readTitle('Plan (9:70-10:00)', 'Chefforum').impossibleTime).toBe('9:70-10:00');
  });
});

describe('who may read an item', () => {
  test.each([
    'Lukket punkt - Løn',
    'CF - Lukket punkt',
    'Løn (lukket)',
    'Løn (lukket punkt)',
    'LUKKET PUNKT: Løn',
    'CF - Lukket - Løn',
  ])('"%s" is closed', (title) => {
    expect(readAccess(title)).toEqual({ access: 'closed', clear: true });
  });

  test.each(['Lukkedage i dagtilbud', 'Lukkede skoler', 'Åbent punkt', 'Aflukket område'])('"%s" is open', (title) => {
    expect(readAccess(title).access).toBe('open');
  });

  test.each(['Borgerservice holder lukket om onsdagen', 'Fortrolig orientering'])(
    '"%s" is in doubt, so closed',
    (title) => {
      expect(readAccess(title)).toEqual({ access: 'closed', clear: false });
    },
  );
});
