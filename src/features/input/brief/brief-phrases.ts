import { saidOf } from '../../../cards/said-of.js';
import { formatLongDate } from '../../../danish/date-format.js';
import type { AgendaEntry } from '../../../domain/agenda.js';
import { inBoth } from '../../../domain/language.js';
import { englishBrief } from './brief-phrases.en.js';

const counted = (count: number, one: string, many: string): string =>
  count === 0 ? `ingen ${many}` : count === 1 ? one : `${count} ${many}`;

const namedAsMissing = 3;

/** Who they all are stands on the pages of the whole. */
function missingFew(names: readonly string[]): string {
  if (names.length === 0) return 'alle har svaret';
  const more = names.length - namedAsMissing;
  return `mangler ${names.slice(0, namedAsMissing).join('; ')}${more > 0 ? ` og ${more} mere` : ''}`;
}

export const danishBrief = {
  title: (forum: string, date: string): string => `Input til ${forum} ${formatLongDate(date)}`,
  answered: (answered: number, asked: number): string => `${answered} af ${asked} har svaret på alt`,
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
  missingFrom: (names: readonly string[]): string => `Mangler: ${names.join('; ')}`,
  complete: 'Alle har svaret.',
  nobodyAsked: (department: string): string => `${department} (ingen chef i registret)`,
  onBehalf: (by: string, whose: string): string => `${by} på vegne af ${whose}`,
  onBehalfUnnamed: 'svaret på vegne',
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
  outdatedShort: 'Svarede på en tidligere udgave af punktet',
  wanted: (range: string): string => `Ønsket: ${range} personer pr. afdeling.`,
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
  dateOf: formatLongDate,
  more: (count: number): string => `og ${count} mere`,
  word: 'Word-dokument',
  csv: 'CSV',
  status: 'Inputstatus',
  previous: 'Forrige side',
  next: 'Næste side',
  short: 'Kort oversigt',
  lateHeading: 'Svar efter fristen',
  timeLine: (item: string, planned: number | null, suggested: number): string =>
    planned === suggested || planned === null
      ? `- ${saidOf(item, `${suggested} min.`)}`
      : `- ${saidOf(item, `${suggested} min. (planlagt ${planned})`)}`,
  items: (numbers: readonly string[]): string => `Punkt ${numbers.join(', ')}`,
  pressing: (item: string, why: readonly string[]): string => saidOf(item, why.join('; ')),
  itemNumber: (number: number, isClosed: boolean): string => (isClosed ? `${number} (lukket)` : String(number)),
  reservedBy: (names: readonly string[]): string => `forbehold fra ${names.join(' og ')}`,
  wishes: (count: number): string => (count === 1 ? 'én ønsker drøftelse' : `${count} ønsker drøftelse`),
  splitShort: 'delte holdninger',
  nominationLine: (number: number, count: number, missing: readonly string[]): string =>
    `Punkt ${number}: ${counted(count, 'ét navn', 'navne')}, ${missingFew(missing)}`,
  questionLine: (number: number, count: number, missing: readonly string[]): string =>
    `Punkt ${number}: ${counted(count, 'ét svar', 'svar')}, ${missingFew(missing)}`,
  eachNames: (range: string): string => `${range} pr. afdeling`,
  outdatedFew: (count: number): string => `${count} svarede på en tidligere udgave`,
  timeOf: (number: string, suggested: number, planned: number): string =>
    `${number} (${suggested} min., planlagt ${planned})`,
  moreTime: (items: readonly string[]): string => `Mere tid: ${items.join(' · ')}`,
  lessTime: (items: readonly string[]): string => `Mindre tid: ${items.join(' · ')}`,
  noTime: (items: readonly string[]): string => `Ingen tid: ${items.join(' · ')}`,
  sameTime: (items: readonly string[]): string => `Som planlagt: ${items.join(' · ')}`,
  nobodyMissing: 'ingen mangler',
  missingShort: (names: readonly string[], more: number): string =>
    `mangler: ${names.join('; ')}${more > 0 ? ` og ${more} mere` : ''}`,
  stillOpen: (deadline: string): string => `Runden er åben til ${deadline}. Sådan ser det ud nu.`,
  whole: 'Hele oversigten',
  page: (page: number, count: number): string => `Side ${page} af ${count}`,
  notice: (meeting: string, answered: number, asked: number): string =>
    `Input til ${meeting} er samlet: ${answered} af ${asked} har svaret på alt`,
  opened: (meeting: string): string => `Input til ${meeting} er nu åbnet for forummet`,
  notForYou: 'Det input er ikke åbnet for dig. Formanden og sekretariatet læser det.',
  notYetOpened: 'Inputtet åbnes for forummet, når fristen er gået.',
  noRound: 'Der er ikke bedt om input til det møde.',
  noRoundAtAll: 'Der er ikke bedt om input til noget møde endnu.',
  onlyPersonal: 'Input viser jeg kun i vores personlige chat. Skriv til mig dér.',
  wordName: (meeting: string): string => `Input til ${meeting}.docx`,
  csvName: (meeting: string): string => `Input til ${meeting}.csv`,
  wordOffered: 'Her er oversigten som Word-dokument.',
  csvOffered: 'Her er udpegninger og svar på spørgsmål. Filen kan åbnes i Excel.',
  wordDescription: 'Oversigt over input',
  csvDescription: 'Udpegninger og svar på spørgsmål',
  csvNothing: 'Der er hverken udpegninger eller spørgsmål i runden, så der er ingen fil at lave.',
  csvHeadings: { item: 'Punkt', title: 'Titel', note: 'Bemærk' },
} as const;

/** The words of the brief, alike on the card, in the Word document and on the command line. */
export const briefPhrases = inBoth(danishBrief, englishBrief);
