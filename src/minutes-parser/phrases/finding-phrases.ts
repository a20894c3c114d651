import type { Finding } from '../../domain/meeting-document.js';

/** Every finding of the parser: its code, and what the secretary reads. `sayFinding` says it in English too. */
export const danishFindings = {
  missing_head: () =>
    'Dokumentet begynder ikke med "REFERAT" eller "DAGSORDEN". Oplysningerne om mødet er læst fra resten.',
  meeting_date_disagrees: (title: string, label: string) =>
    `Overskriften siger ${title}, men mødedatoen siger ${label}. Jeg bruger mødedatoen, hvis ugedagen passer.`,
  weekday_mismatch: (text: string, right: string) => `Ugedagen passer ikke: "${text}" er en ${right}.`,
  impossible_date: (text: string) => `Datoen findes ikke: "${text}".`,
  impossible_time: (text: string) => `Klokkeslættet kan ikke passe: "${text}".`,
  missing_item_number: (missing: string, before: number) => `Punkt ${missing} mangler før punkt ${before}.`,
  duplicate_item_number: (number: number) => `Der er flere punkter med nummer ${number}.`,
  item_number_out_of_order: (number: number, before: number) => `Punkt ${number} står efter punkt ${before}.`,
  item_heading_in_text: (text: string) => `Linjen ligner overskriften på et punkt, men er læst som tekst: "${text}".`,
  empty_title: (number: number) => `Punkt ${number} har ingen titel.`,
  contents_missing_item: (number: number, title: string) =>
    `Indholdsfortegnelsen har ikke punkt ${number}: "${title}".`,
  contents_extra_entry: (title: string) =>
    `Indholdsfortegnelsen nævner "${title}", men der er intet punkt med den titel.`,
  page_without_text: (page: number) =>
    `Side ${page} har ingen tekst. Er den skannet ind, mangler dens indhold: gem dokumentet som PDF med tekst.`,
  damaged_case_number: (text: string) => `Sagsnummeret ser beskadiget ud: "${text}".`,
  unreadable_case_number: (text: string) => `Linjen ligner et sagsnummer, men kan ikke læses: "${text}".`,
  second_case_number: (text: string) => `Punktet har endnu et sagsnummer: "${text}".`,
  item_without_decision: (number: number) => `Punkt ${number} har ingen beslutning.`,
  several_decisions: (number: number) =>
    `Punkt ${number} har flere afsnit med overskriften "Beslutning". De er læst sammen.`,
  recommendation_without_points: (number: number) => `Indstillingen i punkt ${number} har ingen punkter, jeg kan læse.`,
  several_recommendations: (number: number) =>
    `Punkt ${number} har flere indstillinger. Den første er læst som forummets egen.`,
  unknown_heading: (text: string) => `Linjen ligner en overskrift, jeg ikke kender: "${text}".`,
  misspelt_heading: (text: string, meant: string) =>
    `Overskriften "${text}" skal måske være "${meant}". Den er læst som tekst.`,
  text_before_first_item: (text: string) => `Teksten før første punkt hører ikke til noget punkt: "${text}".`,
  closed_item: (number: number) => `Punkt ${number} er lukket og vises kun for dem, der må se lukkede punkter.`,
  access_unclear: (number: number) =>
    `Det er ikke klart, om punkt ${number} er lukket. Det er gemt som lukket, indtil du siger andet.`,
} as const;

export type FindingCode = keyof typeof danishFindings;

type MessageArguments<Code extends FindingCode> = Parameters<(typeof danishFindings)[Code]>;

/** Quoted text in a message is cut here, except where the message is the only place that keeps the words. */
const longestQuote = 120;

/** Makes one finding. Line: 1-based, of the document as read. */
export function finding<Code extends FindingCode>(
  code: Code,
  line: number,
  ...details: MessageArguments<Code>
): Finding {
  const write = danishFindings[code] as (...values: MessageArguments<Code>) => string;
  const shown = details.map((detail) => (code === 'text_before_first_item' ? detail : shorten(detail)));
  return { code, line, message: write(...(shown as MessageArguments<Code>)) };
}

function shorten<Value extends string | number>(value: Value): Value | string {
  return typeof value === 'string' && value.length > longestQuote ? `${value.slice(0, longestQuote)} …` : value;
}

/** What a person in the chat reads when a document cannot be taken in at all. */
export const refusals = {
  notMinutes:
    'Det ligner ikke et referat eller en dagsorden. Jeg leder efter en første linje som "REFERAT Chefforum d. 13-04-2023" ' +
    'og punkter som "Punkt 1: Godkendelse af dagsorden", men fandt ingen af delene.',
  noItems:
    'Jeg fandt ingen punkter i dokumentet. Hvert punkt skal begynde med en linje som "Punkt 1: Godkendelse af dagsorden".',
  noDate:
    'Jeg kan ikke finde mødets dato. Den skal stå i overskriften ("REFERAT Chefforum d. 13-04-2023") eller efter "Mødedato".',
  severalMeetings:
    'Der er referater fra flere møder i samme fil. Del filen, så der er ét møde i hver, og send dem igen.',
} as const;
