/** Words for people by their office, and for the parts of an administration: who can do something. */

const officeStems = [
  'chef',
  'direktør',
  'leder',
  'konsulent',
  'koordinator',
  'sekretær',
  'medarbejder',
  'rådgiver',
  'formand',
  'tovholder',
  'ejer',
  'arkivar',
  'jurist',
  'økonom',
  'controller',
  'specialist',
  'referent',
  'borgmester',
  'planlægger',
  'ingeniør',
  'arkitekt',
  'partner',
  'ansvarlig',
];

/** "afdelingschef", "Kommunaldirektøren", "projektledere": an office, with any word compounded before it. */
export const officePattern = `[\\p{L}-]*(?:${officeStems.join('|')})(?:erne|ene|en|er|ne|e|n)?`;

const bodyPatterns = [
  'afdeling(?:en|er|erne)?',
  'enhed(?:en|er|erne)?',
  'gruppe(?:n|r|rne)?',
  'team(?:et|s|ene)?',
  'sekretariat(?:et|er|erne)?',
  'stab(?:en|e|ene)?',
  'forum(?:met)?',
  'forvaltning(?:en|er|erne)?',
  'funktion(?:en|er|erne)?',
  'center(?:et)?',
  'centret',
  'centre(?:ne)?',
  'område(?:t|r|rne)?',
  'udvalg(?:et|ene)?',
  'ledelse(?:n)?',
  'direktion(?:en)?',
  'netværk(?:et|ene)?',
  'råd(?:et|ene)?',
  'administration(?:en)?',
  'skole(?:n|r|rne)?',
  'institution(?:en|er|erne)?',
  'udvalg(?:et)?',
  'service',
];

/** "Sekretariatet", "arbejdsgruppen", "hver afdeling" without its "hver". */
export const bodyPattern = `[\\p{L}-]*(?:${bodyPatterns.join('|')})`;

const wholeOffice = new RegExp(`^${officePattern}$`, 'iu');

/** True for a single word that names an office: "direktør", "Afdelingschefen"; false for "skolerne". */
export function isOfficeTitle(word: string): boolean {
  return wholeOffice.test(word);
}
