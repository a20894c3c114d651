import { readFileSync } from 'node:fs';
import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest';
import JSZip from 'jszip';
import { isGuid } from '../../src/config.js';
import { AppError } from '../../src/domain/app-error.js';
import { findIconFaults } from './check-icons.js';
import { type Translation, translateManifest } from './translate-manifest.js';

interface Mark {
  name: string;
  /** Where the value is found when the mark's own variable is not set. */
  insteadOf?: string;
  fault(value: string): string | undefined;
}

const guid = (value: string): string | undefined => (isGuid(value) ? undefined : 'must be a GUID');

function website(value: string): string | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isPlain = url?.protocol === 'https:' && url.search === '' && url.hash === '' && !value.endsWith('/');
  return isPlain ? undefined : 'must be an address such as https://kommunen.example, without a slash at the end';
}

/** What the manifest leaves open, `${{NAME}}` as in Microsoft 365 Agents Toolkit. */
export const marks: readonly Mark[] = [
  { name: 'TEAMS_APP_ID', fault: guid },
  { name: 'BOT_ID', insteadOf: 'MicrosoftAppId', fault: guid },
  {
    name: 'DEVELOPER_NAME',
    fault: (value) => (value.length <= 32 ? undefined : 'must be at most 32 characters'),
  },
  { name: 'DEVELOPER_WEBSITE', fault: website },
];

function readMarks(environment: NodeJS.ProcessEnv): Map<string, string> {
  const values = new Map<string, string>();
  const faults: string[] = [];
  for (const { name, insteadOf, fault } of marks) {
    const value = (environment[name] ?? environment[insteadOf ?? name] ?? '').trim();
    const found = value === '' ? 'missing' : fault(value);
    if (found !== undefined) faults.push(`${name}: ${found}`);
    values.set(name, value);
  }
  if (faults.length > 0) throw new AppError('invalid_input', 'the package cannot be filled in', { faults });
  return values;
}

/** Fills the marks of every text in the manifest; what is no text stays. */
function fill(value: unknown, values: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return value.replace(/\$\{\{(\w+)\}\}/g, (mark, name) => values.get(name) ?? mark);
  if (Array.isArray(value)) return value.map((entry) => fill(entry, values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, fill(entry, values)]));
}

const read = (name: string): Buffer => readFileSync(new URL(`../../manifest/${name}`, import.meta.url));
const readJson = (name: string): unknown => JSON.parse(read(name).toString('utf8'));
const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** What the schema that a manifest names says against it. The schemas lie in the library; nothing is fetched. */
const findSchemaFaults = (manifest: object): Promise<string[]> =>
  AppManifestUtils.validateAgainstSchema(manifest as TeamsManifest);

async function findManifestFaults(manifest: object, english: Translation): Promise<string[]> {
  const translated = translateManifest(manifest, english);
  return [
    ...(await findSchemaFaults(manifest)).map((fault) => `manifest.json: ${fault}`),
    ...translated.unknown.map((place) => `en.json: the manifest has no text at ${place}`),
    ...(await findSchemaFaults(translated.manifest)).map((fault) => `en.json: ${fault}`),
  ];
}

export interface AppPackage {
  /** The app's version, as the manifest has it. */
  version: string;
  /** The zip that Teams takes. */
  bytes: Uint8Array;
}

/**
 * Makes the app package: manifest, English texts and icons, checked as Teams checks them. The same settings make the same
 * bytes.
 *
 * @throws AppError `invalid_input` with every fault of the settings, or else of the package.
 */
export async function makeAppPackage(environment: NodeJS.ProcessEnv): Promise<AppPackage> {
  const values = readMarks(environment);
  const manifest = fill(readJson('manifest.json'), values) as { version: string };
  const files: ReadonlyMap<string, string | Buffer> = new Map<string, string | Buffer>([
    ['manifest.json', toJson(manifest)],
    ['en.json', read('en.json')],
    ['color.png', read('color.png')],
    ['outline.png', read('outline.png')],
  ]);
  const faults = [
    ...findIconFaults(read('color.png'), read('outline.png')),
    ...(await findManifestFaults(manifest, readJson('en.json') as Translation)),
    ...(toJson(manifest).includes('${{') ? ['manifest.json: a mark is not filled in'] : []),
  ];
  if (faults.length > 0) throw new AppError('invalid_input', 'the package would be refused', { faults });
  const zip = new JSZip();
  // A fixed day, so that the package tells of its content alone. Zip keeps no year before 1980.
  for (const [name, content] of files) zip.file(name, content, { date: new Date('2000-01-01T00:00:00Z') });
  return { version: manifest.version, bytes: await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }) };
}
