import type { Agenda } from '../../src/domain/agenda.js';
import type { AgendaItem } from '../../src/domain/agenda-item.js';
import { sampleAgenda, sampleEntry } from './sample-agenda.js';

const section = (kind: 'summary' | 'case' | 'recommendation', heading: string, text: string) => ({
  kind,
  heading,
  text,
  lines: { first: 1, last: 1 },
});

const recommended = (...points: string[]) => ({ recommendation: { proposer: 'Kommunaldirektøren', points } });

const slot = (start: string, end: string, durationMinutes: number) => ({ timeSlot: { start, end }, durationMinutes });

const entry = (number: number, item: Partial<AgendaItem>, changes: Partial<Agenda['entries'][number]> = {}) => ({
  ...sampleEntry(number, { title: item.topic ?? '', ...item }),
  id: `punkt-${number}-0123456789abcd`,
  ...changes,
});

/** An agenda as the forum has them: every kind of item, one closed, one withdrawn, written briefings. */
export const exampleAgenda = (changes: Partial<Agenda> = {}): Agenda =>
  sampleAgenda('forum', {
    id: 'dagsorden-0123456789ab',
    state: 'published',
    date: '2026-11-25',
    startTime: '09:00',
    endTime: '12:00',
    place: 'Mødelokale 4, Rådhuset',
    inputDeadlineAt: new Date('2026-11-23T11:00:00Z'),
    publishedAt: new Date('2026-11-18T08:00:00Z'),
    entries: [
      entry(
        1,
        { topic: 'Godkendelse af dagsorden og referat', kind: 'approval', ...slot('09:00', '09:05', 5) },
        { standing: 'approval' },
      ),
      entry(
        2,
        {
          topic: 'Tidsplan og måltal for budget 2028',
          kind: 'decision',
          ...slot('09:05', '09:35', 30),
          presenters: ['Thea Skovlyst'],
          caseNumber: { text: '00.30.10-S00-3-26', subject: '00.30.10', facet: 'S00', sequence: 3, year: 2026 },
          ...recommended('at tidsplanen for budget 2028 godkendes', 'at måltallet på 18 mio. kr. fordeles'),
          sections: [
            section(
              'recommendation',
              'Indstilling',
              'Kommunaldirektøren indstiller,\n\n1. at tidsplanen for budget 2028 godkendes\n2. at måltallet på 18 mio. kr. fordeles',
            ),
            section(
              'summary',
              'Resumé',
              'Arbejdet med budget 2028 begynder. Chefforum skal godkende tidsplan og måltal.',
            ),
            section(
              'case',
              'Sagsfremstilling',
              'Måltallet for budget 2027 var 21 mio. kr. og blev dækket af budgetkataloget.\n\nAfdelingerne bedes forholde sig til to ting inden mødet:\n\n- om måltallet kan findes inden for egen ramme\n- om der er forslag, som kræver et samarbejde på tværs',
            ),
          ],
          attachments: [{ title: 'Tidsplan_budget 2028.pdf' }, { title: 'Måltal fordelt på afdelinger' }],
        },
        { wanted: 'stillingtagen til tidsplanen' },
      ),
      entry(3, {
        topic: 'Erfaringer med chatassistenten',
        kind: 'discussion',
        ...slot('09:35', '09:55', 20),
        presenters: ['Bo'],
        ...recommended('at erfaringerne drøftes', 'at det drøftes, hvilke afdelinger der skal være de næste'),
      }),
      entry(4, {
        topic: 'Lokaleplan for jobcentret',
        kind: 'decision',
        access: 'closed',
        ...slot('09:55', '10:10', 15),
      }),
      entry(5, {
        topic: 'Skriftlig orientering: Plejehjemmet Åhaven, endeligt regnskab',
        kind: 'written_briefing',
        ...recommended('at den skriftlige orientering tages til efterretning'),
      }),
      entry(6, { topic: 'Skriftlig orientering: Sygefravær og aftalen om nærvær', kind: 'written_briefing' }),
      entry(
        7,
        {
          topic: 'Klimaplan 2030: Kan vi nå delmålene for 2027?',
          kind: 'theme',
          ...slot('10:10', '11:00', 50),
          presenters: ['Jonas', 'Jeppe'],
        },
        { wanted: 'ét forslag til indkøb fra hver afdeling' },
      ),
      entry(8, { topic: 'Orientering om HovedMED', kind: 'briefing', durationMinutes: 10 }, { isWithdrawn: true }),
      entry(
        9,
        {
          topic: 'Udpegning af medlemmer til styregruppen for det nye omsorgssystem',
          kind: 'nomination',
          durationMinutes: 10,
          ...recommended('at der udpeges tre medlemmer til styregruppen', 'at Nanna Friislund udpeges som formand'),
        },
        { wanted: 'ét navn fra hver afdeling' },
      ),
      entry(
        10,
        { topic: 'Temaer til kommende møder og eventuelt', kind: 'any_other_business' },
        { standing: 'any_other_business' },
      ),
    ],
    ...changes,
  });
