import { inBoth } from '../../domain/language.js';
import type { Operation } from '../../domain/rights.js';
import type { Role } from '../../domain/role.js';
import type { ReaderTier } from '../../store/ports.js';
import {
  english,
  englishButtons,
  englishChannel,
  englishDeeds,
  englishRefusal,
  englishRefusals,
  englishRoles,
  englishTiers,
} from './phrases.en.js';

export const danishRefusals = {
  notRegistered: (forums: readonly string[]): string =>
    `Du er ikke registreret i ${forums.join(' eller ')}, så jeg kan ikke vise dig referaterne. Bed sekretariatet om at give dig adgang.`,
  groupChat:
    'I denne chat kan andre læse med, så jeg viser ikke noget fra referaterne her. Skriv til mig i en personlig chat.',
  unboundChannel:
    'Kanalen er ikke tilknyttet et forum, så jeg viser ikke noget fra referaterne her. Spørg mig i en personlig chat. Er det forummets kanal, kan sekretariatet skrive «@Referent tilknyt kanal».',
  unknownPerson: 'Teams fortæller mig ikke, hvem du er, så jeg kan ikke hjælpe her. Skriv til mig i en personlig chat.',
  nobodyRegistered:
    'Der er ikke registreret nogen medlemmer endnu, så jeg ved ikke, hvem der er sekretær. Bed it om at indlæse medlemslisten med kommandoen «referent members import». Driftsvejledningen viser hvordan.',
} as const;

/** What a person who may not see or do something is told: why, and what to do. */
export const refusals = inBoth(danishRefusals, englishRefusals);

/** What somebody wanted to do, after "kan ikke". */
export const danishDeeds: Readonly<Record<Operation, string>> = {
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

const deeds = inBoth(danishDeeds, englishDeeds);

export const danishRefusal = {
  may: (deed: string, whomToAsk: string): string => `Du kan ikke ${deed} i dette forum. ${whomToAsk}`,
  secretaryDoes: 'Det gør sekretæren.',
  ask: 'Spørg sekretariatet, hvis du mener, at du skal kunne.',
} as const;

const refusal = inBoth(danishRefusal, englishRefusal);

export const refusedDeed = (operation: Operation): string =>
  refusal.may(
    deeds[operation],
    operation === 'manage_members' || operation === 'bind_channel' ? refusal.secretaryDoes : refusal.ask,
  );

export const danishRoles: Readonly<Record<Role, string>> = {
  chair: 'Formand',
  director: 'Direktør',
  department_head: 'Chef',
  secretary: 'Sekretær',
  reader: 'Læser',
};

export const roleLabels = inBoth(danishRoles, englishRoles);

export const danishTiers: Readonly<Record<ReaderTier, string>> = {
  members: 'Kun medlemmer',
  directors: 'Medlemmer og alle direktører',
  named_readers: 'Medlemmer, direktører og navngivne læsere',
  tenant: 'Alle medarbejdere',
};

export const tierLabels = inBoth(danishTiers, englishTiers);

/** What stands in the register's log of changes, one line each; Danish, for whoever reads the log. */
export const changeNotes = {
  imported: (count: number): string => `Medlemslisten er indlæst fra en fil: ${count} ændringer`,
} as const;

export const danish = {
  title: (forum: string): string => `Medlemmer af ${forum}`,
  counts: (members: number, readers: number): string =>
    `${members === 1 ? '1 medlem' : `${members} medlemmer`}${readers === 0 ? '' : ` · ${readers === 1 ? '1 læser' : `${readers} læsere`}`}`,
  tierIs: (tier: string): string => `Kan læse de åbne punkter: ${tier}`,
  readersShutOut: 'Læserne har ikke adgang, før læseadgangen omfatter navngivne læsere.',
  noDepartment: 'Uden for afdelingerne',
  readers: 'Læsere',
  since: (date: string): string => `fra ${date}`,
  until: (date: string): string => `til ${date}`,
  notRegistered: 'I teamet, men ikke registreret',
  notInTeam: 'Registreret, men ikke i teamet',
  andOthers: (count: number): string => `og ${count} andre`,
  noChannel:
    'Ingen kanal er tilknyttet. Skriv «@Referent tilknyt kanal» i forummets kanal, så kan jeg også vise, hvem der er i teamet.',
  notInTheTeam:
    'Jeg er ikke med i teamet længere, så jeg kan ikke se, hvem der er dér. Føj mig til teamet igen, og skriv «@Referent tilknyt kanal» i kanalen.',
  teamUnavailable: 'Teams svarer ikke lige nu, så jeg kan ikke vise, hvem der er i teamet.',
  lastChange: (date: string, note: string): string => `Senest ændret ${date}: ${note}`,
  summary: (forum: string): string => `Medlemmer af ${forum}`,
  memberOf: (name: string, role: string, forum: string): string => `${name}, ${role.toLowerCase()} i ${forum}`,
  page: (page: number, count: number): string => `Side ${page} af ${count}`,
  personalOnly: 'Medlemslisten viser jeg kun i en personlig chat. Skriv «medlemmer» til mig dér.',
  whichForum: 'Hvilket forum?',
  whichForumText: 'Du er sekretær i flere fora.',
  tierTitle: (forum: string): string => `Hvem må læse med i ${forum}?`,
  tierText:
    'Medlemmer læser altid de åbne punkter. Lukkede punkter ser kun formand, direktører og sekretær, og kun i en personlig chat.',
  tierNow: 'Sådan er det nu',
  noTier: 'Kun medlemmer',
  memberGone: 'Medlemskabet findes ikke længere. Skriv «medlemmer» for at se den nyeste liste.',
  lastSecretary: 'Der skal være mindst én sekretær. Gør en anden til sekretær først.',
  headTaken: 'Det går ikke: der er allerede en anden med den rolle de samme dage. Afslut den anden først.',
  alreadyRegistered: 'Personen er allerede registreret.',
  notInRoster: 'Personen er ikke i teamet længere. Skriv «medlemmer» for at se den nyeste liste.',
  ended: (name: string): string => `${name} er ikke længere medlem.`,
  roleSet: (name: string, role: string): string => `${name} er nu ${role.toLowerCase()}.`,
  registered: (name: string): string => `${name} er registreret som læser. Tryk på «Ret» for at give en anden rolle.`,
  tierSet: (tier: string): string => `Læseadgangen er ændret: ${tier}.`,
  undone: 'Det er fortrudt. Listen er, som den var før.',
  tooLateToUndo: 'Der er ændret andet siden, så det kan ikke fortrydes herfra. Ret det i listen.',
} as const;

export const phrases = inBoth(danish, english);

export const danishButtons = {
  edit: 'Ret',
  editOf: (name: string): string => `Ret ${name}`,
  register: 'Registrér',
  registerOf: (name: string): string => `Registrér ${name} som læser`,
  end: 'Afslut medlemskab',
  makeRole: (role: string): string => `Gør til ${role.toLowerCase()}`,
  back: 'Til listen',
  tier: 'Læseadgang',
  choose: 'Vælg',
  undo: 'Fortryd',
  previous: 'Forrige',
  next: 'Flere',
  bind: 'Tilknyt',
} as const;

export const memberButtons = inBoth(danishButtons, englishButtons);

export const danishChannel = {
  notAChannel:
    'Skriv «@Referent tilknyt kanal» i den kanal, der skal tilhøre forummet. Herfra kan jeg ikke se kanalen.',
  bound: (forum: string): string =>
    `Kanalen er nu ${forum}s kanal. Her kan alle i kanalen spørge til de åbne punkter, og dagsordener bliver slået op her. Skriv «frigiv kanal» for at fortryde.`,
  moved: (forum: string): string =>
    `Kanalen er nu ${forum}s kanal i stedet for den, der var tilknyttet før. Skriv «frigiv kanal» for at frigive den.`,
  alreadyBound: (forum: string): string => `Kanalen er allerede tilknyttet ${forum}.`,
  chooseForum: 'Hvilket forum skal kanalen tilhøre?',
  released: (forum: string): string => `Kanalen er frigivet. ${forum} har ingen kanal nu.`,
  noneBound: (forum: string): string => `${forum} har ingen tilknyttet kanal.`,
  notThisChannel: 'Denne kanal er ikke tilknyttet et forum.',
} as const;

export const channelTexts = inBoth(danishChannel, englishChannel);
