import { inBoth } from '../domain/language.js';
import { english } from './phrases.en.js';

/** What a person in the chat is told of what they wanted to change or see; only the features that speak Danish alone say it. */
export const storeReplies = {
  importNotFound: 'Den import kan jeg ikke finde.',
  importAmbiguous: 'Det passer på flere dokumenter. Skriv filens navn i stedet.',
  importSuperseded: 'Der er importeret en nyere udgave siden. Fortryd den først.',
  roundNotFound: 'Den runde kan jeg ikke finde. Skriv "mit input" for at se, hvad der er i gang.',
  roundExists: 'Der er allerede bedt om input til den dagsorden.',
  roundChanged: 'En anden har ændret runden imens. Se den nye udgave, og prøv igen.',
  answerNotFound: 'Det svar kan jeg ikke finde.',
  /** The same for a card that is too old, another person's or made up. */
  handleNotFound: 'Kortet gælder ikke længere. Skriv "mit input" for at få et nyt.',
  registerChanged: 'En anden har ændret medlemmerne imens. Skriv «medlemmer», og prøv igen.',
  registerNotFound: 'Den udgave af medlemslisten findes ikke længere. Skriv «medlemmer» for at se den nyeste.',
  channelOfAnotherForum: 'Kanalen er allerede tilknyttet et andet forum. Frigiv den dér først: skriv «frigiv kanal».',
  agendaNotFound: 'Den dagsorden kan jeg ikke finde.',
  proposalNotFound: 'Det forslag kan jeg ikke finde.',
  changedSince: 'Der er ændret i det, siden du åbnede det. Intet er gemt. Se det nyeste, og prøv igen.',
  agendaOnDate: 'Forummet har allerede en dagsorden til den dag. Se den, eller tag den tilbage først.',
  agendaPublished: 'Dagsordenen er udgivet, så ændringen kan ikke fortrydes. Ret den, eller tag den tilbage.',
  nothingToUndo: 'Der er ikke mere at fortryde.',
  messageNotFound: 'Den besked kan jeg ikke finde. Skriv «udsendelser» for at se de nyeste.',
  messageResolved: 'Beskeden er allerede afklaret. Skriv «udsendelser» for at se, hvordan det gik.',
  /** The same for a file that is too old, another person's or made up. */
  pendingNotFound: 'Den fil har jeg ikke længere. Send mig den igen.',
  pendingSettled: 'Det er der allerede taget stilling til.',
  /** The same for one that is not there, is too old, or is not this person's to see. */
  enquiryNotFound: 'Det spørgsmål kan jeg ikke finde. Måske er det slettet efter tid.',
} as const;

export const danish = {
  busy: 'Arkivet er optaget lige nu. Prøv igen om et øjeblik.',
  full: 'Jeg kan ikke gemme lige nu, fordi der ikke er mere plads på serveren. Intet er ændret. Kontakt jeres it-afdeling.',
  failing:
    'Arkivet kan ikke læses eller gemmes lige nu. Prøv igen om lidt, og kontakt jeres it-afdeling, hvis det fortsætter.',
  damaged: 'Arkivet er beskadiget, så jeg kan ikke svare. Kontakt jeres it-afdeling.',
  meetingNotFound: 'Det møde kan jeg ikke finde.',
  itemNotFound: 'Det punkt kan jeg ikke finde.',
  offerNotFound: 'Filen er allerede hentet, eller der er gået for lang tid. Bed om den igen.',
} as const;

/** What a person in the chat is told when the archive cannot be read or written, or does not hold what they want. */
export const archiveReplies = inBoth(danish, english);
