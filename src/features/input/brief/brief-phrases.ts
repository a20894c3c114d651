import { formatLongDate } from '../../../danish/date-format.js';
import type { AgendaEntry } from '../../../domain/agenda.js';

/** The words of the brief, alike on the card, in the Word document and on the command line. */
export const briefPhrases = {
  title: (forum: string, date: string): string => `Input til ${forum} ${formatLongDate(date)}`,
  answered: (answered: number, asked: number): string => `${answered} af ${asked} har svaret`,
  item: ({ item }: Pick<AgendaEntry, 'item'>): string => `${item.number}. ${item.topic}`,
  missing: 'Mangler svar',
  missingItems: (who: string, items: readonly number[]): string => `${who}: punkt ${items.join(', ')}`,
  needsTime: 'Bør have tid på mødet',
  nothingPressing: 'Ingen har forbehold eller ønsker drøftelse.',
  split: 'Afdelingerne er uenige: nogle har ingen bemærkninger, andre har forbehold.',
  reservations: 'Forbehold',
  wantsDiscussion: 'Ønsker drøftelse',
  remarks: 'Bemærkninger',
  corrections: 'Rettelser til referatet',
  approvedBy: (count: number): string => `${count} godkender referatet.`,
  questions: 'Svar på spørgsmål',
  nominations: 'Udpegninger',
  who: 'Afdeling',
  missingFrom: (names: readonly string[]): string => `Mangler: ${names.join(', ')}`,
  complete: 'Alle har svaret.',
  absences: 'Afbud og stedfortrædere',
  toNote: 'Kan noteres uden drøftelse',
  time: 'Forslag til mødets tid',
  timeColumns: ['Punkt', 'Planlagt', 'Forslag'],
  minutes: (minutes: number): string => `${minutes} min.`,
  late: (count: number): string =>
    count === 1
      ? 'Ét svar kom efter fristen og er ikke regnet med endnu.'
      : `${count} svar kom efter fristen og er ikke regnet med endnu.`,
  outdated: '(svaret gælder en tidligere udgave af punktet)',
  stanceCounts: (none: number, remarks: number, discussion: number, reservation: number): string =>
    [
      [none, 'uden bemærkninger'],
      [remarks, 'med bemærkninger'],
      [discussion, 'ønsker drøftelse'],
      [reservation, 'med forbehold'],
    ]
      .filter(([count]) => count !== 0)
      .map(([count, what]) => `${count} ${what}`)
      .join(' · '),
  csvHeadings: { item: 'Punkt', title: 'Titel' },
} as const;
