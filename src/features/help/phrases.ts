import { inBoth } from '../../domain/language.js';
import { english } from './phrases.en.js';

/** The topic stands in the middle of the question, so it comes with a small letter unless it begins with a name. */
export const questions = {
  decided: (topic: string): string => `Hvad blev besluttet om ${topic}?`,
  told: (topic: string): string => `Hvad blev der sagt om ${topic}?`,
  attachments: (topic: string): string => `Hvilke bilag hørte til ${topic}?`,
} as const;

/** "Orientering om …", "Status på …": words in front of a topic that only say how it is treated. Letters folded. */
export const treatment =
  /^(?:mundtlig |skriftlig |kort |faelles )?(?:orientering|status|opsamling|opfoelgning|temadroeftelse|droeftelse|praesentation|godkendelse|beslutning)(?: (?:om|omkring|paa|af|vedr\.?|vedroerende|fra))?:? /;

export const danish = {
  welcomeTitle: (forum: string): string => `Jeg finder svar i referaterne fra ${forum}`,
  emptyTitle: 'Jeg er klar, men arkivet er tomt',
  emptyText: 'Der ligger ingen referater i arkivet endnu. Når sekretariatet har lagt dem ind, kan du spørge løs.',
  archive: (count: number, first: number, last: number): string => {
    const meetings = count === 1 ? 'ét møde' : `${count} møder`;
    const years = first === last ? `fra ${first}` : `fra ${first} til ${last}`;
    return `Jeg kender ${meetings} ${years}. Spørg, som du ville spørge en kollega. Jeg svarer med referatets egne ord og viser, hvor de står.`;
  },
  helpText:
    'Spørg med dine egne ord om beslutninger, frister, bilag, sagsnumre, og hvem der var med. Stavefejl gør ikke noget. Findes svaret ikke i referaterne, siger jeg det.',
  helpSummary: 'Hjælp: hvad du kan spørge mig om',
  welcomeSummary: 'Velkommen: sådan spørger du mig',
  ask: 'Spørg',
  askAbout: (question: string): string => `Spørg: ${question}`,
  allMeetings: 'Se alle møder',
  deadlines: 'Frister',
  attachments: 'Bilag',
  absences: 'Fravær',
  help: 'Hjælp',
} as const;

export const phrases = inBoth(danish, english);
