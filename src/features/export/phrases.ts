import type { Role } from '../../domain/role.js';

/** What of an export people read. */
export const exportPhrases = {
  /** An outcome whose words the parser does not know. */
  unclassified: 'Beslutning',
  roles: {
    chair: 'Formand',
    director: 'Direktør',
    department_head: 'Afdelingschef',
    secretary: 'Sekretær',
    reader: 'Læser',
  } satisfies Record<Role, string>,
  meetingName: (forum: string, date: string): string => `${forum} ${date}`,
  minutesName: (forum: string, date: string): string => `Referat: ${forum} ${date}`,
  agendaName: (forum: string, date: string): string => `Dagsorden: ${forum} ${date}`,
  paperType: 'Sag',
} as const;
