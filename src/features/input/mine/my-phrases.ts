import { spokenInstant } from '../../../danish/date-format.js';
import type { Agenda } from '../../../domain/agenda.js';
import type { InputRound } from '../../../domain/input.js';
import { inBoth } from '../../../domain/language.js';
import { comingMeeting } from './coming-meeting.js';
import { englishMine } from './my-phrases.en.js';

/* What a chef reads when they are asked, answer, change and take back. */

const items = (count: number): string => (count === 1 ? '1 punkt' : `${count} punkter`);

export const danishMine = {
  titles: {
    answer: 'Svar',
    change: 'Ret',
    seen: 'Set',
    show: 'Åbn',
    of: (title: string, item: string): string => `${title}: ${item}`,
    rest: 'Ingen bemærkninger til resten',
    absent: 'Jeg deltager ikke',
    delegate: 'Lad en anden svare',
    changeDelegate: 'Ret, hvem der svarer',
    pause: (when: string): string => `Påmind mig ${when}`,
    undo: 'Fortryd',
    save: 'Gem',
    saveAndNext: 'Gem og næste',
    withdraw: 'Træk svaret tilbage',
    stands: 'Svaret står ved magt',
    history: 'Tidligere udgaver',
    wholeItem: 'Læs hele punktet',
    earlier: 'Tidligere beslutninger',
    back: 'Til din forberedelse',
    confirm: 'Svar sådan',
    previous: 'Forrige punkter',
    more: 'Flere punkter',
  },
  phrases: {
    title: (agenda: Agenda): string => `Din forberedelse til ${comingMeeting(agenda)}`,
    onBehalf: (label: string): string => `På vegne af ${label}`,
    place: (meeting: string, label: string, isOnBehalf: boolean): string =>
      `${meeting}, ${isOnBehalf ? 'på vegne af ' : ''}${label}`,
    progress: (answered: number, asked: number): string => `${answered} af ${items(asked)} besvaret`,
    deadline: (at: Date): string => `frist ${spokenInstant(at)}`,
    deadlineOver: (at: Date): string => `fristen var ${spokenInstant(at)}`,
    closed: (at: Date): string => `lukket ${spokenInstant(at)}`,
    overLead: 'Fristen er passeret. Du kan stadig svare; sekretariatet afgør, om det kommer med.',
    missing: 'Mangler',
    missingMore: (what: string): string => `Mangler: ${what}`,
    answered: (summary: string): string => `✓ ${summary}`,
    late: (summary: string): string => `Sendt for sent: ${summary}`,
    lateWithdrawn: 'Trukket tilbage efter fristen',
    outdated: 'Punktet er ændret, efter du svarede',
    notSaved: 'Dit svar blev ikke gemt.',
    noItems: 'Der er ikke bedt om svar til nogen punkter.',
    written: 'Skriftlige orienteringer',
    meeting: 'Deltager du i mødet?',
    meetingOf: (name: string): string => `Deltager ${name} i mødet?`,
    meetingName: 'Deltagelse',
    shown: (first: number, last: number, total: number): string => `Viser ${first}–${last} af ${total}.`,
    delegatedTo: (name: string): string => `${name} kan også svare for dig.`,
    pausedUntil: (at: Date): string => `Jeg påminder dig ${spokenInstant(at)}.`,
    sees: ({ visibility, naming }: Pick<InputRound, 'visibility' | 'naming'>): string => {
      const readers = {
        secretariat: 'Dit svar ses af formanden og sekretariatet.',
        directors: 'Dit svar ses af formanden, direktørerne og sekretariatet.',
        forum_after_deadline: 'Dit svar ses af formanden og sekretariatet, og efter fristen af hele forummet.',
      }[visibility];
      const named = naming === 'department' ? ' Det vises med afdelingens navn, ikke dit.' : '';
      return `${readers}${named} Det kan være omfattet af aktindsigt.`;
    },
  },
  /** The notification of each message. */
  notices: {
    ask: (agenda: Agenda, count: number, deadlineAt: Date): string =>
      `${comingMeeting(agenda)}: giv input til ${items(count)} senest ${spokenInstant(deadlineAt)}`,
    card: (agenda: Agenda, answered: number, asked: number): string =>
      `Din forberedelse til ${comingMeeting(agenda)}: ${answered} af ${items(asked)} besvaret`,
    delegated: (name: string, agenda: Agenda, deadlineAt: Date): string =>
      `${name} beder dig svare i stedet: ${comingMeeting(agenda)}, senest ${spokenInstant(deadlineAt)}`,
    standsIn: (name: string, agenda: Agenda, deadlineAt: Date): string =>
      `Du er stedfortræder for ${name} og kan svare i stedet: ${comingMeeting(agenda)}, senest ${spokenInstant(deadlineAt)}`,
    reminder: (agenda: Agenda, count: number, deadlineAt: Date): string =>
      `Du mangler at svare på ${items(count)} til ${comingMeeting(agenda)}. Fristen er ${spokenInstant(deadlineAt)}.`,
    changed: (numbers: readonly number[], agenda: Agenda): string =>
      `${numbers.length === 1 ? 'Punkt' : 'Punkterne'} ${numbers.join(', ')} til ${comingMeeting(agenda)} er ændret, efter du svarede. Står dit svar ved magt?`,
    withdrawn: (agenda: Agenda): string =>
      `Dagsordenen til ${comingMeeting(agenda)} er taget tilbage. Dine svar er gemt, men bliver ikke brugt nu.`,
    cancelled: (agenda: Agenda): string =>
      `Mødet i ${comingMeeting(agenda)} er aflyst. Dine svar er gemt, men bliver ikke brugt.`,
  },
  /** What is said above the card after something was done. */
  leads: {
    saved: (what: string): string => `Gemt. ${what}`,
    savedLate: (what: string): string =>
      `Gemt efter fristen. ${what} Sekretariatet afgør, om det kommer med; indtil da gælder det, du havde svaret før.`,
    unchanged: (what: string): string => `Der var ikke noget nyt at gemme. ${what}`,
    changedMeanwhile: 'Gemt. Punktet blev ændret, mens du skrev. Læs det igen, og se, om svaret står ved magt.',
    undone: (what: string): string => `Fortrudt. ${what}`,
    nothingToUndo: 'Der er svaret igen siden, så der er ikke noget at fortryde her. Sådan står det nu.',
    stands: (what: string): string => `Dit svar står ved magt: ${what}.`,
    undoneMany: (count: number): string => `${items(count)} står nu, som de gjorde før.`,
    restDone: 'Der var allerede svaret på resten.',
    restSaved: (count: number): string => `Ingen bemærkninger til ${items(count)}.`,
    delegated: (name: string): string => `${name} kan nu svare for dig og får besked. Du kan stadig selv svare.`,
    notDelegated: 'Nu er det kun dig, der svarer.',
    paused: (at: Date): string => `Jeg påminder dig ${spokenInstant(at)}.`,
    item: (number: number, state: string): string => `Punkt ${number}: ${state}.`,
    meeting: (state: string): string => `Mødet: ${state}.`,
  },
  form: {
    title: (number: number, topic: string): string => `${number}  ${topic}`,
    summary: (number: number, topic: string): string => `Punkt ${number}: ${topic}`,
    recommendation: (text: string): string => `Indstilling: ${text}`,
    outdated: 'Punktet er ændret, efter du svarede. Står dit svar ved magt?',
    faults: 'Dit svar er ikke gemt endnu. Se efter ved felterne:',
    notSaved: (why: string): string => `Dit svar blev ikke gemt. ${why} Det, du skrev, står her endnu.`,
    tooLong: (max: number, given: number): string =>
      `Teksten er for lang. Der er plads til ${max} tegn her; du har skrevet ${given}.`,
    wanted: (what: string): string => `Ønskes: ${what}`,
    now: (state: string): string => `Dit svar nu: ${state}`,
    tryAgain: 'Prøv at gemme igen om lidt.',
    partial: 'Du kan gemme det, du har, og svare på resten senere.',
    closedItem: 'Lukket punkt. Svar kun her i den personlige chat.',
    kindNames: {
      stance: 'holdning',
      acknowledge: 'set',
      approve: 'godkendelse',
      questions: 'spørgsmål',
      nomination: 'udpegning',
      availability: 'deltagelse',
    },
  },
  rest: {
    title: 'Ingen bemærkninger til resten',
    lead: 'Det svarer jeg for dig, når du trykker "Svar sådan":',
    line: (number: number, topic: string, summary: string): string => `${number}  ${topic}: ${summary}`,
    own: (numbers: readonly number[]): string =>
      `Svar selv på ${numbers.length === 1 ? 'punkt' : 'punkterne'} ${numbers.join(', ')}: det kan jeg ikke gøre for dig.`,
    none: 'Der er ikke noget, jeg kan svare for dig. Du har svaret, eller punkterne skal du selv svare på.',
  },
  delegate: {
    title: 'Lad en anden svare',
    lead: 'Den, du vælger, kan svare for dig til dette møde og ser dine svar. Det står ved svaret, hvem der gav det.',
    label: 'Hvem skal kunne svare for dig?',
    required: 'Vælg en fra listen.',
    nobody: 'Ingen, jeg svarer selv',
    save: 'Vælg',
    deputy: (name: string): string => `${name} (stedfortræder)`,
    notInRegister: 'Personen står ikke længere på listen. Vælg en anden.',
  },
  history: {
    title: 'Dine svar',
    version: (at: Date, name: string): string => `${spokenInstant(at)}, ${name}`,
    withdrawn: 'Trukket tilbage',
    late: 'efter fristen',
    accepted: 'efter fristen, taget med',
    none: 'Du har ikke svaret endnu.',
    page: (page: number, count: number): string => `Side ${page} af ${count}`,
    previousPage: 'Nyere svar',
    nextPage: 'Ældre svar',
  },
  replies: {
    /** The same for every handle that means nothing: somebody else's, expired, altered, used in another place. */
    notYours: 'Kortet gælder ikke længere. Skriv "mit input" til mig i en personlig chat for at få et nyt.',
    writeInPerson: 'Input giver du i en personlig chat, så ingen andre ser det. Skriv "mit input" til mig dér.',
    nothingAsked: 'Du er ikke spurgt om input lige nu. Jeg skriver til dig, når en dagsorden er klar.',
    noRound: (number: number): string => `Der er ikke bedt om input til punkt ${number}.`,
    notAsked: (number: number): string =>
      `Du er ikke spurgt om input til punkt ${number}. Spørg sekretariatet, hvis du mener, at du skal være med.`,
    nothingAskedOf: (number: number): string => `Der er ikke bedt om svar til punkt ${number}.`,
    gone: {
      withdrawn: 'Dagsordenen er taget tilbage, så der kan ikke svares nu.',
      cancelled: 'Mødet er aflyst, så der kan ikke svares.',
      over: 'Mødet er holdt, så der kan ikke svares længere.',
    },
    itemGone: 'Punktet er udgået af dagsordenen, så der kan ikke svares på det.',
    nothingMissing: 'Du har svaret på alt, så der er ikke noget at påminde om.',
    tooLateToRemind: 'Fristen er før det tidspunkt, så jeg kan ikke påminde dig dér.',
    chooseRound: 'Vælg, hvad du vil svare på',
    chooseSummary: (count: number): string => `Du kan svare ${count} steder`,
  },
  pause: { tomorrow: 'i morgen kl. 8', onDay: (day: string): string => `${day} kl. 8` },
} as const;

export const mineTitles = inBoth(danishMine.titles, englishMine.titles);
export const minePhrases = inBoth(danishMine.phrases, englishMine.phrases);
/** The notification of each message. */
export const mineNotices = inBoth(danishMine.notices, englishMine.notices);
/** What is said above the card after something was done. */
export const mineLeads = inBoth(danishMine.leads, englishMine.leads);
export const formLines = inBoth(danishMine.form, englishMine.form);
export const restLines = inBoth(danishMine.rest, englishMine.rest);
export const delegateLines = inBoth(danishMine.delegate, englishMine.delegate);
export const historyLines = inBoth(danishMine.history, englishMine.history);
export const mineReplies = inBoth(danishMine.replies, englishMine.replies);
export const pauseWords = inBoth(danishMine.pause, englishMine.pause);
