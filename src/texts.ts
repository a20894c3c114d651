import { inBoth } from './domain/language.js';
import type { OutcomeCode } from './domain/outcome.js';
import { english, englishOutcomes } from './texts.en.js';

export const danish = {
  /** An unexpected failure; the reference is found again in the log. */
  failed: (reference: string): string =>
    `Noget gik galt hos mig, så jeg kunne ikke svare. Prøv igen om lidt. Sker det igen, så giv sekretariatet denne henvisning: fejl ${reference}.`,
  /** A press on a button that this version no longer knows. */
  unknownButton:
    'Knappen sidder på et ældre kort og virker ikke længere. Stil spørgsmålet igen, så får du et nyt kort.',
  /** A press whose data cannot be read at all. */
  unreadablePress: 'Jeg kunne ikke læse, hvilken knap du trykkede på. Stil spørgsmålet igen, så får du et nyt kort.',
  guestsRefused: 'Jeg svarer kun medarbejdere i kommunen, ikke gæster. Spørg sekretariatet, hvis du mangler noget.',
  /** The person could not be looked up, so it is not known whether they are a guest. */
  personNotFound: 'Jeg kunne ikke slå dig op i Teams lige nu. Prøv igen om lidt.',
  /** A card that could not be made; the words to try instead always work. */
  cardFailed: 'Jeg kunne ikke vise det på et kort. Prøv et andet punkt, eller spørg sekretariatet.',
  /** The search beside the box where a person writes; the client waits five seconds for it. */
  searchTooSlow: 'Det tog for lang tid at søge. Skriv lidt mere, eller prøv igen om et øjeblik.',
  /** In place of the finds for a text that was typed further meanwhile; the client hardly ever shows it. */
  searchTypedOn: 'Du skrev videre. Jeg søger på det, du skrev sidst.',
  /** Data of a press that its button did not send. */
  unreadableButton: 'Knappen virker ikke længere. Stil spørgsmålet igen, så får du et nyt kort.',
  /** Above what is left of a section on the next page of a card. */
  continued: (heading: string): string => (heading === '' ? '(fortsat)' : `${heading} (fortsat)`),
  /** The same press or message came again, and the first time was broken off, or is hours ago. */
  brokenOff: 'Den har jeg fået før. Se efter, om det er sket. Er det ikke, så prøv igen.',
  /** A press whose answer takes longer than Teams waits; it follows in the chat. */
  answerFollows: 'Det tager lidt længere. Svaret kommer her om et øjeblik.',
  /** The same in a channel, where no answer can follow to one person alone. */
  answerLate: 'Det tager lidt længere end ventet. Tryk igen om et øjeblik.',
  /** A file was to be given in a channel or group chat, where Teams gives none. */
  filesOnlyPersonal: 'Skriv til mig i en personlig chat, så giver jeg dig filen dér.',
  /** The same where the channel does not say who asks. */
  fileForNobody: 'Jeg kan ikke se, hvem du er, så jeg kan ikke give dig filen.',
  /** A file lies elsewhere than where the organisation keeps its files. */
  fileHostRefused:
    'Jeg henter kun filer fra jeres eget SharePoint og OneDrive. Upload filen her i chatten, og send den igen. Virker det ikke, så spørg jeres it-afdeling.',
  fileNotFetched: 'Jeg kunne ikke hente filen fra Teams. Send den igen om lidt.',
  fileTooLarge: 'Filen fylder mere end 20 MB. Gem den uden billeder og bilag, og send den igen.',
  /** Above the link to a file, in the local mode. */
  fileLink: (link: string): string => `Hent filen (linket virker én gang): ${link}`,
  fileDeclined: 'Filen er ikke gemt.',
  fileNotSaved: 'Filen kunne ikke gemmes i dit OneDrive. Bed om den igen om lidt.',
  fileSaved: (name: string): string => `${name} ligger nu i dit OneDrive.`,
  /** The title of a dialog. */
  dialogTitle: 'Referent',
} as const;

/** What a written briefing is about, where it is said already that it is one. */
export function withoutWritten(title: string): string {
  const rest = title.replace(/^skriftlig orientering\s*(?:[:–-]|om)\s*/i, '');
  return rest === '' ? title : rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** Short replies that stand on no card. */
export const texts = inBoth(danish, english);

/** What became of an item, as one reads it in a list. */
export const danishOutcomes: Readonly<Record<OutcomeCode, string>> = {
  approved: 'Godkendt',
  approved_with_remarks: 'Godkendt med bemærkninger',
  noted: 'Taget til efterretning',
  discussed: 'Drøftet',
  resolved: 'Besluttet',
  nominated: 'Udpeget',
  postponed: 'Udsat',
  withdrawn: 'Udgået',
  none: 'Intet besluttet',
  unclassified: '',
};

export const outcomeLabels = inBoth(danishOutcomes, englishOutcomes);
