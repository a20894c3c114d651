import { spokenInstant } from '../../../danish/date-format.js';
import type { InputRequestSpec, OwnQuestion } from '../../../domain/input.js';
import { inBoth } from '../../../domain/language.js';
import { rangeOf } from '../kinds/nomination.js';
import { englishPlan } from './plan-phrases.en.js';

export const danishPlan = {
  title: (meeting: string): string => `Input til ${meeting}`,
  meta: (deadline: Date | null): string =>
    deadline === null ? 'Ingen frist: sæt en under "Ret mødet"' : `Frist ${spokenInstant(deadline)}`,
  notAsked: 'Der spørges ikke om input til mødet.',
  asked: 'Sådan spørger jeg, når dagsordenen udgives.',
  noDeadline: 'Uden en frist spørger jeg ingen.',
  seenBy: (visibility: string, naming: string): string => `Svar ses af: ${visibility}. ${naming}`,
  namings: { person: 'Med navn', department: 'Kun afdelingens navn' },
  reminders: (hours: readonly number[]): string =>
    hours.length === 0
      ? 'Ingen påmindelser.'
      : `Påmindelse ${hours.map((hour) => `${hour} ${hour === 1 ? 'time' : 'timer'}`).join(' og ')} før fristen, kun til dem der mangler.`,
  itemLine: (number: number, what: string): string => `${number}: ${what}`,
  nothing: 'Der spørges ikke om noget',
  specs: {
    stance: 'Holdning',
    acknowledge: 'Set',
    approve: 'Godkendelse af referat',
    availability: 'Deltagelse',
    questions: (count: number): string => (count === 1 ? 'Ét spørgsmål' : `${count} spørgsmål`),
    nomination: (count: string): string =>
      count === '1' ? 'Udpegning af én pr. afdeling' : `Udpegning af ${count} pr. afdeling`,
  },
  suggested: 'forslag',
  availability: 'Alle spørges også, om de deltager i mødet.',
  shown: (first: number, last: number, total: number): string => `Viser punkt ${first}–${last} af ${total}.`,
  saved: 'Gemt.',
  undone: 'Ændringen er fortrudt.',
  stale: 'En anden har ændret det imens. Intet er gemt. Her er det, som det er nu.',
  generalTitle: 'Sådan spørger jeg',
  isAsked: 'Spørg om input til mødet',
  visibility: 'Hvem ser svarene?',
  visibilityMissing: 'Vælg, hvem der ser svarene.',
  naming: 'Vises navne?',
  firstReminder: 'Første påmindelse, timer før fristen',
  secondReminder: 'Anden påmindelse, timer før fristen',
  hoursPlaceholder: 'Tom: ingen',
  hoursFault: (written: string): string => `"${written}" er ikke et antal timer. Skriv et helt tal fra 1 til 336.`,
  itemTitle: (number: number): string => `Input til punkt ${number}`,
  closedLead: 'Punktet er lukket. Kun de, der må se det, bliver spurgt.',
  stance: 'Spørg om holdning',
  acknowledge: 'Bed om at få punktet set',
  approve: 'Spørg, om referatet kan godkendes',
  nomination: 'Personer, hver afdeling skal udpege (0 for ingen, 1-3 for en til tre)',
  nominationFault: (most: number): string =>
    `Skriv, hvor mange personer hver afdeling udpeger: et helt tal fra 0 til ${most}, eller fra og til, for eksempel 1-3.`,
  question: (number: number): string => `Spørgsmål ${number}`,
  answerKind: (number: number): string => `Svar på spørgsmål ${number}`,
  answerKinds: { text: 'Tekst', choice: 'Valg', number: 'Tal', date: 'Dato' } satisfies Record<
    OwnQuestion['answerKind'],
    string
  >,
  choices: (number: number): string => `Muligheder for spørgsmål ${number}, adskilt af semikolon`,
  choicesPlaceholder: 'Kun ved Valg: Ja; Nej; Ved ikke',
  choicesFault: (number: number): string => `Skriv mindst to muligheder til spørgsmål ${number}, adskilt af semikolon.`,
  tooManyChoices: (number: number, most: number): string => `Spørgsmål ${number} kan have højst ${most} muligheder.`,
  mustAnswer: (number: number): string => `Spørgsmål ${number} skal besvares`,
  yes: 'Ja',
  change: 'Ret',
  changeItem: (number: number, title: string): string => `Ret, hvad der spørges om til punkt ${number}: ${title}`,
  general: 'Hvem ser det, og påmindelser',
  undo: 'Fortryd',
  toDraft: 'Til kladden',
  save: 'Gem',
  suggest: 'Brug forslaget',
  back: 'Tilbage',
  previous: 'Forrige punkter',
  next: 'Flere punkter',
} as const;

/** What the plan's cards and forms say: what will be asked before a meeting. */
export const planPhrases = inBoth(danishPlan, englishPlan);
/** What is asked, in few words. */
export function specWords(spec: InputRequestSpec): string {
  const { specs } = planPhrases;
  switch (spec.kind) {
    case 'questions':
      return specs.questions(spec.questions.length);
    case 'nomination':
      return specs.nomination(rangeOf(spec));
    default:
      return specs[spec.kind];
  }
}
