import type { Operation } from '../../domain/rights.js';
import type { Role } from '../../domain/role.js';
import type { ReaderTier } from '../../store/ports.js';

/** What a person who may not see or do something is told: why, and what to do. */
export const refusals = {
  notRegistered: (forums: string): string =>
    `Du er ikke registreret i ${forums}, så jeg kan ikke vise dig referaterne. Bed sekretariatet om at give dig adgang.`,
  groupChat:
    'I denne chat kan andre læse med, så jeg viser ikke noget fra referaterne her. Skriv til mig i en personlig chat.',
  unboundChannel:
    'Kanalen er ikke tilknyttet et forum, så jeg viser ikke noget fra referaterne her. Spørg mig i en personlig chat. Er det forummets kanal, kan sekretariatet skrive «@Referent tilknyt kanal».',
  unknownPerson: 'Teams fortæller mig ikke, hvem du er, så jeg kan ikke hjælpe her. Skriv til mig i en personlig chat.',
  nobodyRegistered:
    'Der er ikke registreret nogen medlemmer endnu, så jeg ved ikke, hvem der er sekretær. Bed it om at indlæse medlemslisten med kommandoen «referent members import». Driftsvejledningen viser hvordan.',
} as const;

/** What somebody wanted to do, after "kan ikke". */
const deeds: Readonly<Record<Operation, string>> = {
  read: 'læse det',
  ask_secretariat: 'sende spørgsmål til sekretariatet',
  answer_question_as_secretariat: 'svare på sekretariatets vegne',
  import_minutes: 'lægge referater ind',
  manage_members: 'se eller ændre medlemslisten',
  bind_channel: 'tilknytte eller frigive kanaler',
  propose_item: 'foreslå punkter',
  draft_agenda: 'arbejde med udkast til dagsordener',
  publish_agenda: 'udgive dagsordener',
  withdraw_agenda: 'trække dagsordener tilbage',
  resolve_uncertain: 'se, hvad der er sendt',
  answer_input: 'svare på dette',
  delegate_input: 'lade en anden svare',
  see_input: 'se de andres svar',
  see_input_of_directors_round: 'se de andres svar',
  see_input_of_forum_round: 'se de andres svar',
  manage_input: 'styre inputrunden',
};

/** Whom to ask, by what was wanted. */
const askedFor = (operation: Operation): string =>
  operation === 'manage_members' || operation === 'bind_channel'
    ? 'Det gør sekretæren.'
    : 'Spørg sekretariatet, hvis du mener, at du skal kunne.';

export const refusedDeed = (operation: Operation): string =>
  `Du kan ikke ${deeds[operation]} i dette forum. ${askedFor(operation)}`;

export const roleLabels: Readonly<Record<Role, string>> = {
  chair: 'Formand',
  director: 'Direktør',
  department_head: 'Chef',
  secretary: 'Sekretær',
  reader: 'Læser',
};

export const tierLabels: Readonly<Record<ReaderTier, string>> = {
  members: 'Kun medlemmer',
  directors: 'Medlemmer og alle direktører',
  named_readers: 'Medlemmer, direktører og navngivne læsere',
  tenant: 'Alle medarbejdere',
};

/** What stands in the register's log of changes, one line each. */
export const changeNotes = {
  imported: (count: number): string => `Medlemslisten er indlæst fra en fil: ${count} ændringer`,
} as const;
