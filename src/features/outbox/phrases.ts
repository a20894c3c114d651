import { inBoth } from '../../domain/language.js';
import type { MessageState, OutgoingMessage } from '../../domain/outgoing-message.js';
import { english, englishButtons, englishChannelStates, englishStates } from './phrases.en.js';

/** How a sending stands, as the secretary reads it. */
export const danishStates: Readonly<Record<MessageState, string>> = {
  waiting: 'venter',
  sending: 'er på vej',
  sent: 'sendt',
  uncertain: 'usikker: måske nåede den frem',
  blocked: 'ikke leveret: personen har blokeret Referent',
  not_installed: 'ikke leveret: personen har ikke Referent i Teams',
  not_found: 'ikke leveret: modtageren findes ikke',
  failed: 'ikke leveret: Teams tog ikke imod den',
  dropped: 'ikke sendt: den blev for gammel',
};

/** The same of a channel, where it is another matter. */
export const danishChannelStates = {
  not_installed: 'ikke leveret: Referent er ikke længere i teamet. Tilføj Referent til teamet igen',
  blocked: 'ikke leveret: kanalen tager ikke imod beskeder fra Referent',
  not_found: 'ikke leveret: kanalen findes ikke, eller er ikke tilknyttet',
} as const;

const stateWords = inBoth(danishStates, englishStates);
const channelStateWords: Readonly<Partial<Record<MessageState, string>>> = inBoth(
  danishChannelStates,
  englishChannelStates,
);

export const sayState = ({ state, recipient }: Pick<OutgoingMessage, 'state' | 'recipient'>): string =>
  (recipient.kind === 'forum_channel' ? channelStateWords[state] : undefined) ?? stateWords[state];

export const danishButtons = {
  look: 'Se',
  arrived: 'Den kom frem',
  sendAgain: 'Send igen',
  back: 'Alle udsendelser',
} as const;

export const sendingButtons = inBoth(danishButtons, englishButtons);

export const danish = {
  troubleTitle: 'Besked om en udsendelse',
  title: (forum: string): string => `Udsendelser · ${forum}`,
  allWell: 'Intet er gået galt.',
  nothingSent: 'Jeg har endnu ikke sendt noget af mig selv.',
  trouble: (count: number): string => (count === 1 ? '1 besked skal afklares.' : `${count} beskeder skal afklares.`),
  toClear: 'Skal afklares',
  waiting: 'Venter',
  latest: 'Senest',
  channel: 'kanalen',
  unknownPerson: 'en person, der ikke længere er medlem',
  /** Of a kind of message that this version no longer makes. */
  unknownKind: 'Besked',
  to: (what: string, whom: string): string => `${what} til ${whom}`,
  counted: (what: string, sent: number, all: number): string =>
    all === 1 ? what : `${what}: ${sent} af ${all} er sendt`,
  more: (count: number): string => `og ${count} til`,
  uncertain:
    'Forbindelsen til Teams røg, mens beskeden blev afleveret, så jeg ved ikke, om den kom frem. Jeg sender den ikke igen af mig selv, for så kunne den stå to gange. Se efter i chatten.',
  refused: 'Jeg prøver ikke igen af mig selv. Når årsagen er rettet, kan du sende den igen.',
  settled: 'Der er ikke mere at gøre.',
  whichForum: 'Hvilket forum?',
  personalOnly: 'Udsendelser viser jeg kun i en samtale mellem dig og mig. Skriv til mig direkte.',
  unreadable: 'Knappen virker ikke længere. Skriv «udsendelser» for at se, hvordan det står til.',
  noticeSummary: (count: number): string =>
    count === 1 ? '1 besked nåede måske ikke frem' : `${count} beskeder nåede måske ikke frem`,
} as const;

export const phrases = inBoth(danish, english);

/** States a person has to look at. */
export const troubledStates = [
  'uncertain',
  'blocked',
  'not_installed',
  'not_found',
  'failed',
] as const satisfies readonly MessageState[];

export const isTroubled = ({ state }: Pick<OutgoingMessage, 'state'>): boolean =>
  troubledStates.some((troubled) => troubled === state);
