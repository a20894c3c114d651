import type { OutcomeCode } from '../../domain/outcome.js';
import type { Role } from '../../domain/role.js';

/** What of an export people read. */
export const exportPhrases = {
  outcomes: {
    approved: 'Godkendt',
    approved_with_remarks: 'Godkendt med bemærkninger',
    noted: 'Taget til efterretning',
    discussed: 'Drøftet',
    resolved: 'Besluttet',
    nominated: 'Udpeget',
    postponed: 'Udsat',
    withdrawn: 'Udgået',
    none: 'Intet besluttet',
    unclassified: 'Beslutning',
  } satisfies Record<OutcomeCode, string>,
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
