import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/document-reader/read-document.js';
import type { Agenda } from '../../../src/domain/agenda.js';
import type { AgendaItem } from '../../../src/domain/agenda-item.js';
import type { MeetingDocument } from '../../../src/domain/meeting-document.js';
import { findOddities } from '../../../src/features/agenda/check/check-agenda.js';
import { documentToDraft } from '../../../src/features/agenda/draft/document-to-draft.js';
import { withItem } from '../../../src/features/agenda/entries.js';
import { fillAgendaDates } from '../../../src/features/agenda/fill-agenda-dates.js';
import { parseMeetingDocument } from '../../../src/minutes-parser/parse-meeting-document.js';
import { sampleAgenda, sampleEntry } from '../../support/sample-agenda.js';
import { sampleDocument, sampleItem } from '../../support/sample-document.js';

const lines = { first: 0, last: 0 };
const recommends = (...points: string[]) => ({ recommendation: { proposer: 'Kommunaldirektøren', points } });
const tells = (text: string) => ({ sections: [{ kind: 'case' as const, heading: 'Sagsfremstilling', text, lines }] });
const slot = (start: string, end: string) => ({ timeSlot: { start, end } });
const number = (text: string, year = 2026) => ({
  caseNumber: { text, subject: text.slice(0, 8), facet: text.slice(9, 12), sequence: 1, year },
});

interface Given {
  items?: Partial<AgendaItem>[];
  agenda?: Partial<Agenda>;
  earlier?: MeetingDocument[];
  today?: string;
}

function codesOf({ items = [], agenda = {}, earlier = [], today = '2026-11-18' }: Given): string[] {
  const entries = items.map((item, index) =>
    sampleEntry(index + 1, { title: `Sag om emne ${index + 1}`, ...recommends('at punktet drøftes'), ...item }),
  );
  return findOddities({ agenda: sampleAgenda('forum', { ...agenda, entries }), today, earlier }).map(
    ({ code }) => code,
  );
}

describe('an agenda about to go out', () => {
  test('that is in order has nothing odd about it', () => {
    expect(codesOf({ items: [{}, { title: 'Eventuelt', kind: 'any_other_business', recommendation: null }] })).toEqual(
      [],
    );
  });

  test.each<[string, string[], Given]>([
    ['no recommendation', ['no_recommendation'], { items: [{ recommendation: null }] }],
    [
      'any other business needs no recommendation',
      [],
      { items: [{ recommendation: null, kind: 'any_other_business' }] },
    ],
    ['a point without a verb', ['point_without_verb'], { items: [recommends('tidsplan for budget 2028')] }],
    ['a point without a verb after "at"', ['point_without_verb'], { items: [recommends('at tidsplanen')] }],
    ['a decision without points', ['decision_without_points'], { items: [{ kind: 'decision', ...recommends() }] }],
    ['a discussion may have none', [], { items: [{ kind: 'discussion', ...recommends() }] }],
    ['a damaged case number', ['case_number_malformed'], { items: [number('00.30.08-000-2-26')] }],
    ['a case of a year to come', ['case_number_malformed'], { items: [number('00.30.08-P20-2-62', 2062)] }],
    ['a case number nobody can read', ['case_number_malformed'], { items: [tells('00.30,08-P2O-2-26\nTekst')] }],
    ['a sound case number', [], { items: [number('00.30.08-P20-2-26')] }],
    [
      'two items on one case',
      ['case_number_of_other_item'],
      { items: [number('00.30.08-P20-2-26'), number('00.30.08-P20-2-26')] },
    ],
    [
      'house-keeping items share their case',
      [],
      {
        items: [
          { kind: 'approval', ...number('00.22.04-P35-1-26') },
          { kind: 'any_other_business', ...number('00.22.04-P35-1-26') },
        ],
      },
    ],
    ['overlapping slots', ['overlapping_slots'], { items: [slot('09:00', '09:30'), slot('09:20', '09:40')] }],
    ['slots that meet', [], { items: [slot('09:00', '09:30'), slot('09:30', '09:40')] }],
    ['a slot after the meeting', ['slot_outside_meeting'], { items: [slot('10:50', '11:10')] }],
    [
      'more minutes than the meeting has',
      ['too_many_minutes'],
      { items: [{ durationMinutes: 90 }, { durationMinutes: 31 }] },
    ],
    ['exactly as many', [], { items: [{ durationMinutes: 90 }, { durationMinutes: 30 }] }],
    ['no end, nothing to be longer than', [], { items: [{ durationMinutes: 400 }], agenda: { endTime: null } }],
    ['a wrong weekday', ['weekday_mismatch'], { items: [tells('Fristen er mandag den 24. november 2026.')] }],
    ['a right weekday', [], { items: [tells('Fristen er tirsdag den 24. november 2026.')] }],
    ['a date that is over', ['date_in_past'], { items: [{}], today: '2026-11-26' }],
    ['a meeting today', [], { items: [{}], today: '2026-11-25' }],
    ['the same title twice', ['same_title_twice'], { items: [{ topic: 'Budget 2028' }, { topic: 'budget, 2028' }] }],
    [
      'an attachment by number that is not listed',
      ['attachment_not_listed'],
      { items: [tells('Se tallene i bilag 2.')] },
    ],
    [
      'an attachment that is not listed at all',
      ['attachment_not_listed'],
      { items: [tells('Planen fremgår af bilaget.')] },
    ],
    [
      'an attachment that is listed',
      [],
      { items: [{ ...tells('Se tallene i bilag 2.'), attachments: [{ title: 'Tal' }, { title: 'Plan' }] }] },
    ],
    [
      'an attachment listed by its own number',
      [],
      { items: [{ ...tells('Se bilag 4.'), attachments: [{ title: 'Bilag 4; Måltal' }] }] },
    ],
    [
      'attachments in other senses',
      [],
      { items: [tells('Der er ingen bilag. Bilagsmaterialet er under udarbejdelse.')] },
    ],
  ])('%s', (_, codes, given) => {
    expect(codesOf(given)).toEqual(codes);
  });

  test.each([
    'at tidsplanen godkendes',
    'at der udpeges tre medlemmer',
    'at Nanna Friislund udpeges som formand',
    'at stillingen besættes internt',
    'at resultaterne gennemgås i plenum',
    'at Nordvang Kommune indgår i partnerskabet',
    'at hver afdeling finder to forslag',
    'godkende tidsplanen',
  ])('takes "%s" for a point with a verb', (point) => {
    expect(codesOf({ items: [recommends(point)] })).toEqual([]);
  });
});

describe('an agenda beside the minutes of earlier meetings', () => {
  const story =
    'Der er indkommet tre tilbud på rengøring af skolerne. Det laveste er fire procent under det nuværende niveau. ' +
    'Kvaliteten er vurderet af et udvalg med to skoleledere. Udvalget peger på det næstlaveste tilbud som det bedste samlet set.';
  const minutes = (item: Partial<AgendaItem>, date = '2026-11-04') =>
    sampleDocument(date, {
      items: [sampleItem(3, { title: 'Rengøring af skoler', topic: 'Rengøring af skoler', ...item })],
    });

  test('is asked whether a text copied from one is up to date', () => {
    const earlier = [minutes({ sections: tells(story).sections })];
    expect(codesOf({ items: [{ topic: 'Rengøring', ...tells(story) }], earlier })).toEqual(['copied_text']);
    expect(
      codesOf({
        items: [
          {
            topic: 'Rengøring',
            ...tells(
              `${story.slice(0, 60)} Alt andet er nyt. ${'Nye tal og nye forslag fra en ny gruppe er kommet ind. '.repeat(4)}`,
            ),
          },
        ],
        earlier,
      }),
    ).toEqual([]);
  });

  test('is told when its case number was another matter’s', () => {
    const earlier = [minutes({ ...number('85.11.00-P20-2-26'), sections: [] })];
    const item = { topic: 'Ladestandere ved rådhuset', ...number('85.11.00-P20-2-26') };
    expect(codesOf({ items: [item], earlier })).toEqual(['case_number_of_other_item']);
    expect(codesOf({ items: [{ ...item, topic: 'Udbud af rengøring' }], earlier })).toEqual([]);
    expect(codesOf({ items: [{ ...item, ...tells('Skoler og ladestandere hænger sammen.') }], earlier })).toEqual([]);
  });

  test('is told of an item put off to it that is not there, by words only of an open one', () => {
    const outcomes = [{ code: 'postponed' as const, point: null, text: 'Punktet udsættes til næste møde.' }];
    const earlier = [minutes({ outcomes })];
    expect(codesOf({ items: [{}], earlier })).toEqual(['promised_item']);
    expect(codesOf({ items: [{ topic: 'Rengøring af skolerne' }], earlier })).toEqual([]);
    const closed = [
      minutes({
        outcomes: [{ code: 'postponed' as const, point: null, text: 'Afskedigelsen af X udsættes til næste møde.' }],
        access: 'closed',
      }),
    ];
    const entries = [sampleEntry(1, { title: 'Andet', ...recommends('at punktet drøftes') })];
    const [finding] = findOddities({
      agenda: sampleAgenda('forum', { entries }),
      today: '2026-11-18',
      earlier: closed,
    });
    expect(finding?.message).not.toMatch(/Afskedigelsen/);
    // Minutes of last year know another next meeting.
    expect(codesOf({ items: [{}], earlier: [minutes({ outcomes }, '2025-11-05')] })).toEqual([]);
  });

  test('is told of what was promised for the very day', () => {
    const commitments = [
      {
        text: 'HR fremlægger tallene på mødet.',
        owner: 'HR',
        due: '2026-11-25',
        dueText: null,
        meeting: null,
        inferred: false,
      },
    ];
    expect(codesOf({ items: [{}], earlier: [minutes({ commitments }, '2026-06-10')] })).toEqual(['promised_item']);
  });
});

describe('the example agenda', () => {
  const text = fillAgendaDates(
    readFileSync(new URL('../../../seeds/agenda/dagsorden.md', import.meta.url), 'utf8'),
    '2026-12-02',
  );
  const read = async (changed: string) =>
    documentToDraft(parseMeetingDocument(await readDocument('dagsorden.md', Buffer.from(changed))), {
      forumId: 'forum',
      original: { fileName: 'dagsorden.md', sha256: 'x' },
      inputDeadlineAt: null,
    });
  const odd = (agenda: Agenda) => findOddities({ agenda, today: '2026-11-22', earlier: [] });

  test('is ready to go out', async () => {
    expect(odd(await read(text))).toEqual([]);
  });

  test('tells what the reader found odd, until the item is changed or the meeting’s day', async () => {
    const agenda = await read(text.replace('Onsdag d. 2. december 2026', 'Tirsdag d. 2. december 2026'));
    const [finding, ...others] = odd(agenda);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'weekday_mismatch', entryId: null, mend: 'meeting' });
    expect(odd({ ...agenda, date: '2026-12-03' })[0]?.key).not.toBe(finding?.key);
  });

  test('lets an acceptance lapse when the item changes', () => {
    const entry = sampleEntry(1, { recommendation: null });
    const agenda = sampleAgenda('forum', { entries: [entry] });
    const [before] = odd(agenda);
    const changed = withItem(entry, { ...entry.item, title: 'Noget andet' }, null);
    expect(odd({ ...agenda, entries: [changed] })[0]?.key).not.toBe(before?.key);
  });
});
