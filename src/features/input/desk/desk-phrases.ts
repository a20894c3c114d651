import {
  formatLongDate,
  formatShortDate,
  formatTime,
  spokenInstant,
  toLocalTime,
} from '../../../danish/date-format.js';
import type { InputRound, InputVisibility } from '../../../domain/input.js';
import { inBoth, speaking } from '../../../domain/language.js';
import { englishDesk } from './desk-phrases.en.js';

export const danishDesk = {
  /** What is said to whoever manages a round and cannot have what was asked for. */
  replies: {
    stale: 'Der er sket noget, siden du åbnede kortet. Intet er ændret. Her er den nyeste udgave.',
    nobodyMissing: 'Ingen mangler at svare, så der er ingen at påminde.',
    closed: 'Runden er lukket. Genåbn den først.',
    meetingOver: 'Mødet er holdt, så runden kan ikke åbnes igen.',
    agendaGone: 'Dagsordenen er taget tilbage, så runden kan ikke åbnes.',
    deadlinePast: 'Vælg et tidspunkt, der ikke er passeret.',
    deadlineAfterMeeting: 'Fristen skal være før mødet begynder.',
    dateMissing: 'Vælg en dato.',
    timeFault: (written: string): string => `Jeg kan ikke læse klokkeslættet "${written}". Skriv for eksempel 12.00.`,
    noRound: 'Der er ikke bedt om input til det møde endnu.',
    noRoundAtAll: 'Der er ikke bedt om input til noget møde endnu. Det sker, når en dagsorden udgives.',
    lateGone: 'Det svar er der allerede taget stilling til, eller der er kommet et nyere.',
    roundBegan: 'Dagsordenen er udgivet, og runden er i gang. Skriv "inputstatus" for at se den.',
  },
  visibilities: {
    secretariat: 'Formand og sekretariat',
    directors: 'Direktørerne også',
    forum_after_deadline: 'Hele forummet, når fristen er gået',
  } satisfies Record<InputVisibility, string>,
  /** What stands on the cards about a round and its plan. */
  phrases: {
    status: (forum: string, date: string): string => `Input til ${forum} ${formatLongDate(date)}`,
    stateOf: ({ state, deadlineAt, closedAt }: InputRound): string =>
      state === 'open'
        ? `Åben til ${spokenInstant(deadlineAt)}`
        : `Lukket ${closedAt === null ? '' : spokenInstant(closedAt)}`.trim(),
    answered: (answered: number, asked: number): string => `${answered} af ${asked} har svaret på alt`,
    has: (items: readonly string[]): string => `✓ Besvaret: ${items.join(', ')}`,
    lacks: (items: readonly string[]): string => `– Mangler: ${items.join(', ')}`,
    lacksAll: '– Har ikke svaret endnu',
    silent: (count: number): string => `Har ikke svaret endnu (${count})`,
    hasAll: '✓ Har svaret på alt',
    look: (items: readonly string[]): string => `! Se på: ${items.join(', ')}`,
    reservationAt: (item: string): string => `${item} (forbehold)`,
    discussionAt: (item: string): string => `${item} (ønsker drøftelse)`,
    outdatedAt: (item: string): string => `${item} (svarede på en tidligere udgave)`,
    lateAt: (item: string): string => `${item} (svar efter fristen)`,
    left: 'Ikke længere i forummet',
    absent: '! Kommer ikke',
    partly: '! Kommer til en del af mødet',
    onBehalf: (name: string): string => `${name} svarer også`,
    pausedUntil: (at: Date): string => `Påmindes ikke før ${spokenInstant(at)}`,
    legend: '✓ besvaret, – mangler, ! se på. Tallene er punkternes numre.',
    shown: (first: number, last: number, total: number): string => `Viser ${first}–${last} af ${total}.`,
    lateHeading: 'Svar efter fristen',
    lateAnswer: (who: string, item: string, said: string): string => `${who}, ${item}: ${said}`,
    lateWithdrawn: 'vil trække svaret tilbage',
    moreLate: (count: number): string => `${count} svar mere, når disse er afgjort.`,
    item: (number: number): string => `punkt ${number}`,
    meeting: 'mødet',
    noteLine: (at: Date, name: string | null, note: string): string => {
      const { date, time } = toLocalTime(at);
      return `${formatShortDate(date)} ${formatTime(time)}${name === null ? '' : `, ${name}`}: ${note}`;
    },
    deadlineTitle: 'Forlæng fristen',
    reopenTitle: 'Genåbn runden',
    deadlineLead: (at: Date): string => `Fristen er nu ${spokenInstant(at)}.`,
    reopenLead: 'Alle, der mangler, kan svare igen indtil den nye frist.',
    date: 'Ny frist, dato',
    time: 'Klokken',
    reminded: (count: number): string => (count === 1 ? 'Én er påmindet.' : `${count} er påmindet.`),
    extended: (at: Date): string => `Fristen er ${spokenInstant(at)}.`,
    reopened: (at: Date): string => `Runden er åben igen til ${spokenInstant(at)}.`,
    closedNow: 'Runden er lukket. Oversigten er på vej til formand og sekretariat.',
    accepted: 'Svaret er taget med.',
    setAside: 'Svaret er lagt til side. Det tæller ikke med, og det er ikke slettet.',
    waiting: 'Svaret venter igen.',
    asked: (names: readonly string[]): string => `${names.join(', ')} er spurgt.`,
    unasked: (names: readonly string[]): string =>
      `Ingen er spurgt for: ${names.join('; ')}. Registret har ingen chef dér.`,
    canBeAsked: (names: readonly string[]): string => `Ny i forummet og ikke spurgt endnu: ${names.join(', ')}`,
  },
  buttons: {
    remind: 'Påmind nu',
    extend: 'Forlæng fristen',
    close: 'Luk nu',
    reopen: 'Genåbn',
    brief: 'Oversigt',
    accept: 'Tag med',
    setAside: 'Lad ligge',
    undo: 'Fortryd',
    ask: 'Spørg dem nu',
    save: 'Gem',
    back: 'Tilbage',
    refresh: 'Opdater',
    previous: 'Forrige',
    next: 'Næste',
  },
} as const;

/** What is said to whoever manages a round and cannot have what was asked for. */
export const deskReplies = inBoth(danishDesk.replies, englishDesk.replies);
export const visibilities = inBoth(danishDesk.visibilities, englishDesk.visibilities);
/** What stands on the cards about a round and its plan. */
export const deskPhrases = inBoth(danishDesk.phrases, englishDesk.phrases);
export const deskButtons = inBoth(danishDesk.buttons, englishDesk.buttons);

const inDanish = (at: Date): string => speaking('da', () => spokenInstant(at));

/** Lines of a round's history, kept in Danish whoever made it. They say nothing of what was answered. */
export const roundNotes = {
  reminded: (count: number): string => (count === 1 ? 'Påmindede én' : `Påmindede ${count}`),
  extended: (at: Date): string => `Satte fristen til ${inDanish(at)}`,
  reopened: (at: Date): string => `Genåbnede runden til ${inDanish(at)}`,
  closed: 'Lukkede runden',
  accepted: 'Tog et sent svar med',
  set_aside: 'Lod et sent svar ligge',
  waiting: 'Fortrød afgørelsen om et sent svar',
  asked: (count: number): string => (count === 1 ? 'Spurgte en ny chef' : `Spurgte ${count} nye chefer`),
} as const;

/** Lines of an agenda's history, kept in Danish too. */
export const agendaNotes = {
  deadline: (at: Date): string => `Fristen for input er ${inDanish(at)}`,
} as const;
