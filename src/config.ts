import { AppError } from './domain/app-error.js';
import { usualKeptDays } from './domain/kept-days.js';

/** How the bot proves who it is to the Bot Framework service. */
export type Identity =
  | { kind: 'insecure_local' }
  | { kind: 'single_tenant'; appId: string; appPassword: string; tenantId: string }
  | { kind: 'managed_identity'; appId: string; tenantId: string };

/** Whether the chat client opens dialogs; the local one knows none. */
export const opensDialogs = ({ kind }: Identity): boolean => kind !== 'insecure_local';

export interface Config {
  databaseFile: string;
  host: string;
  port: number;
  logLevel: string;
  identity: Identity;
  /** Tenants whose people may talk to the bot; in local mode the chat client's own tenant. */
  allowedTenants: readonly string[];
  /** Hosts that files sent to the bot are fetched from, and files it gives are brought to; lower case. */
  fileHosts: readonly string[];
  /** The tenant that lists of members belong to which do not say it; null: not known. */
  membersTenant: string | null;
  /** Name of the forum the archive belongs to. */
  forumName: string;
  /** Folder of minutes and agendas imported when the store is new; null: none. */
  seedsFolder: string | null;
  /** File of the forum's own synonyms, added to the built-in ones; null: none. */
  synonymsFile: string | null;
  /** How many days the questions people asked are kept, without who asked. */
  questionDays: number;
  /** How many days after its meeting input, and a draft that was never published, is kept. */
  keptDays: { input: number; draft: number };
  /** When people are written to unasked, `HH:MM` on the forum's clock, from inclusive, to exclusive. */
  workingHours: { from: string; to: string };
  /** Days beside weekends and public holidays on which nobody is at work, `MM-DD`. */
  closedDays: readonly string[];
  /** Backups made by themselves; null: none. */
  backups: ScheduledBackups | null;
}

export interface ScheduledBackups {
  /** Where they go; not the store's own folder. */
  folder: string;
  /** How many of the newest are kept. */
  kept: number;
  /** When one is made, `HH:MM` on the forum's clock. */
  times: readonly string[];
}

interface Setting {
  name: string;
  /** Shown in `.env.example`; null: no default. */
  defaultValue: string | null;
  description: string;
  /** What is wrong with a value, in English; undefined when it will do. */
  fault?: (value: string) => string | undefined;
}

const oneOf =
  (...allowed: string[]) =>
  (value: string): string | undefined =>
    allowed.includes(value) ? undefined : `must be one of ${allowed.join(', ')}`;

export const isGuid = (value: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);

const guid = (value: string): string | undefined => (isGuid(value) ? undefined : 'must be a GUID');

const wholeNumber = (low: number, high: number) => (value: string) =>
  /^\d{1,6}$/.test(value) && Number(value) >= low && Number(value) <= high
    ? undefined
    : `must be a whole number from ${low} to ${high}`;

/** The parts of a list separated by commas. */
/** The parts of a setting that is a list with commas. */
export const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const hours = (value: string): string | undefined => {
  const read = /^((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.exec(value);
  return read !== null && (read[1] ?? '') < (read[2] ?? '') ? undefined : 'must be two times of a day: 07:00-18:00';
};

const everyHour = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:15`);

/** The times a setting of `REFERENT_BACKUP_AT` names. */
export const readBackupTimes = (value: string): readonly string[] => (value === 'hourly' ? everyHour : listOf(value));

const timesOfDay = (value: string): string | undefined =>
  value === 'hourly' || (value !== '' && listOf(value).every((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)))
    ? undefined
    : 'must be times of a day such as 02:15, separated by commas, or hourly';

const daysOfYear = (value: string): string | undefined =>
  listOf(value).every((day) => /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day))
    ? undefined
    : 'must be days such as 12-24, separated by commas';

/** Whole names, as they stand in an address: no stars, no ports, no addresses in figures. */
const hostNames = (value: string): string | undefined =>
  listOf(value).every((host) => /^(?=.{1,253}$)([a-z0-9-]{1,63}\.){1,8}[a-z]{2,63}$/i.test(host))
    ? undefined
    : 'must be full host names such as contoso.sharepoint.com, separated by commas';

/** Every setting Referent reads from its environment. `.env.example` and the guide for IT are compared with it by a test. */
export const settings = [
  { name: 'REFERENT_DB', defaultValue: 'data/referent.db', description: 'The store, one SQLite file.' },
  {
    name: 'REFERENT_HOST',
    defaultValue: '127.0.0.1',
    description: 'Address to listen on. Behind a reverse proxy on the same host, keep the default.',
  },
  { name: 'REFERENT_PORT', defaultValue: '3978', description: 'Port to listen on.', fault: wholeNumber(0, 65_535) },
  {
    name: 'REFERENT_LOG_LEVEL',
    defaultValue: 'info',
    description: 'How much is logged. No level logs what people write.',
    fault: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'silent'),
  },
  { name: 'REFERENT_FORUM', defaultValue: 'Chefforum', description: 'Name of the forum, as printed in its minutes.' },
  {
    name: 'REFERENT_SEEDS',
    defaultValue: null,
    description: 'Folder with example documents, imported when the store is new. `npm start` sets it.',
  },
  {
    name: 'REFERENT_SYNONYMS',
    defaultValue: null,
    description: 'JSON file with synonyms and abbreviations of your own, read at start.',
  },
  {
    name: 'REFERENT_QUESTION_DAYS',
    defaultValue: '365',
    description: 'How many days the questions people asked are kept, without who asked.',
    fault: wholeNumber(1, 3650),
  },
  {
    name: 'REFERENT_INPUT_DAYS',
    defaultValue: String(usualKeptDays.input),
    description: 'How many days after the meeting input is kept. The secretary is told two weeks before it is deleted.',
    fault: wholeNumber(30, 3650),
  },
  {
    name: 'REFERENT_DRAFT_DAYS',
    defaultValue: String(usualKeptDays.draft),
    description:
      'How many days after its date an agenda that was never published is kept. The secretary is told two weeks before it is deleted.',
    fault: wholeNumber(30, 3650),
  },
  {
    name: 'REFERENT_WORKING_HOURS',
    defaultValue: '07:00-18:00',
    description:
      'When people are written to unasked, on working days and the clock of Copenhagen; 00:00-24:00: at any time, on every day.',
    fault: hours,
  },
  {
    name: 'REFERENT_CLOSED_DAYS',
    defaultValue: '06-05,12-24,12-31',
    description: 'Days (month-day) beside weekends and public holidays on which nobody is written to unasked.',
    fault: daysOfYear,
  },
  {
    name: 'REFERENT_BACKUP_DIR',
    defaultValue: null,
    description:
      'Folder, best on another disk, in which the running bot makes backups of the store by itself. They hold closed items too.',
  },
  {
    name: 'REFERENT_BACKUP_KEEP',
    defaultValue: '14',
    description: 'How many of the newest of these backups are kept.',
    fault: wholeNumber(1, 1000),
  },
  {
    name: 'REFERENT_BACKUP_AT',
    defaultValue: '02:15',
    description:
      'When a backup is made, on the clock of Copenhagen: one or several times separated by commas, or hourly.',
    fault: timesOfDay,
  },
  {
    name: 'REFERENT_ALLOWED_TENANTS',
    defaultValue: null,
    description: 'Entra tenant ids whose people may use the bot, separated by commas.',
    fault: (value) =>
      value
        .split(',')
        .map((id) => guid(id.trim()))
        .find((fault) => fault !== undefined),
  },
  {
    name: 'REFERENT_FILE_HOSTS',
    defaultValue: null,
    description:
      "The tenant's own SharePoint hosts, separated by commas: contoso.sharepoint.com,contoso-my.sharepoint.com. Files are fetched from these alone.",
    fault: hostNames,
  },
  {
    name: 'REFERENT_INSECURE_LOCAL',
    defaultValue: null,
    description: '1 switches authentication off, for a chat client on this machine only. Refused in production.',
    fault: oneOf('1'),
  },
  {
    name: 'MicrosoftAppType',
    defaultValue: null,
    description: 'SingleTenant or UserAssignedMSI.',
    fault: oneOf('SingleTenant', 'UserAssignedMSI'),
  },
  { name: 'MicrosoftAppId', defaultValue: null, description: 'Application (client) id of the bot.', fault: guid },
  { name: 'MicrosoftAppTenantId', defaultValue: null, description: 'Tenant the bot is registered in.', fault: guid },
  {
    name: 'MicrosoftAppPassword',
    defaultValue: null,
    description: 'Client secret; for SingleTenant only. Never in a file under version control.',
  },
] as const satisfies readonly Setting[];

export type SettingName = (typeof settings)[number]['name'];

/** The environment's marks of a hosted machine, where switching authentication off is never right. */
const hostedMarks = ['WEBSITE_SITE_NAME', 'RUNNING_ON_AZURE', 'KUBERNETES_SERVICE_HOST', 'CONTAINER_APP_NAME'];

type ReadValue = (name: SettingName) => string | null;

function readLocalIdentity(value: ReadValue, env: NodeJS.ProcessEnv, faults: string[]): Identity {
  const name = 'REFERENT_INSECURE_LOCAL';
  if (value('MicrosoftAppId') !== null) faults.push(`${name}: refused while MicrosoftAppId is set`);
  if (env.NODE_ENV === 'production') faults.push(`${name}: refused with NODE_ENV=production`);
  const mark = hostedMarks.find((variable) => env[variable] !== undefined);
  if (mark !== undefined) faults.push(`${name}: refused on a hosted machine (${mark} is set)`);
  if (!['127.0.0.1', '::1'].includes(value('REFERENT_HOST') ?? ''))
    faults.push(`${name}: REFERENT_HOST must be 127.0.0.1 or ::1`);
  return { kind: 'insecure_local' };
}

function readRealIdentity(value: ReadValue, faults: string[]): Identity {
  const required = (name: SettingName): string => {
    const text = value(name);
    if (text === null) faults.push(`${name}: missing`);
    return text ?? '';
  };
  const type = required('MicrosoftAppType');
  const appId = required('MicrosoftAppId');
  const tenantId = required('MicrosoftAppTenantId');
  required('REFERENT_ALLOWED_TENANTS');
  if (type === 'UserAssignedMSI') {
    if (value('MicrosoftAppPassword') !== null)
      faults.push('MicrosoftAppPassword: a managed identity has no password; remove it');
    return { kind: 'managed_identity', appId, tenantId };
  }
  return { kind: 'single_tenant', appId, appPassword: required('MicrosoftAppPassword'), tenantId };
}

const readTenants = (text: string): string[] =>
  text
    .split(',')
    .map((id) => id.trim().toLowerCase())
    .filter((id) => id !== '');

function readBackups(value: ReadValue): ScheduledBackups | null {
  const folder = value('REFERENT_BACKUP_DIR');
  const at = value('REFERENT_BACKUP_AT') ?? '';
  if (folder === null) return null;
  return { folder, kept: Number(value('REFERENT_BACKUP_KEEP')), times: readBackupTimes(at) };
}

/** The tenant that object ids belong to where nothing says which: the bot's own, else the one allowed tenant. */
export function findMembersTenant(botTenant: string, allowedTenants: string): string | null {
  const own = botTenant.trim().toLowerCase();
  const [first, ...others] = readTenants(allowedTenants);
  if (own !== '') return own;
  return first !== undefined && others.length === 0 ? first : null;
}

/**
 * Reads the settings from an environment.
 *
 * @throws AppError `invalid_input` with one fault a line, all at once, naming the setting and never its value.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const faults: string[] = [];
  const table: readonly Setting[] = settings;
  const values = new Map<string, string | null>();
  for (const setting of table) {
    const given = env[setting.name]?.trim();
    const text = given === undefined || given === '' ? setting.defaultValue : given;
    const fault = text === null ? undefined : setting.fault?.(text);
    if (fault !== undefined) faults.push(`${setting.name}: ${fault}`);
    values.set(setting.name, text);
  }
  const value: ReadValue = (name) => values.get(name) ?? null;
  const identity =
    value('REFERENT_INSECURE_LOCAL') === null ? readRealIdentity(value, faults) : readLocalIdentity(value, env, faults);
  if (faults.length > 0) throw new AppError('invalid_input', 'the settings are not usable', { faults });
  const [from = '', to = ''] = (value('REFERENT_WORKING_HOURS') ?? '').split('-');
  return {
    databaseFile: value('REFERENT_DB') ?? '',
    host: value('REFERENT_HOST') ?? '',
    port: Number(value('REFERENT_PORT')),
    logLevel: value('REFERENT_LOG_LEVEL') ?? 'info',
    identity,
    allowedTenants: readTenants(value('REFERENT_ALLOWED_TENANTS') ?? ''),
    fileHosts: listOf((value('REFERENT_FILE_HOSTS') ?? '').toLowerCase()),
    membersTenant: findMembersTenant(value('MicrosoftAppTenantId') ?? '', value('REFERENT_ALLOWED_TENANTS') ?? ''),
    forumName: value('REFERENT_FORUM') ?? '',
    seedsFolder: value('REFERENT_SEEDS'),
    synonymsFile: value('REFERENT_SYNONYMS'),
    questionDays: Number(value('REFERENT_QUESTION_DAYS')),
    keptDays: { input: Number(value('REFERENT_INPUT_DAYS')), draft: Number(value('REFERENT_DRAFT_DAYS')) },
    workingHours: { from, to },
    closedDays: listOf(value('REFERENT_CLOSED_DAYS') ?? ''),
    backups: readBackups(value),
  };
}
