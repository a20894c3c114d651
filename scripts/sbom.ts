import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

/*
 * Prints what an installation consists of as a CycloneDX document: `npm run --silent sbom > referent.cdx.json`. Made of the lock
 * file alone, by npm itself; the same lock file gives the same bytes, on whatever machine and day.
 */

const bomShape = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.string(),
  serialNumber: z.string(),
  metadata: z.looseObject({ timestamp: z.string(), component: z.looseObject({ name: z.string(), type: z.string() }) }),
  components: z.array(
    z.looseObject({
      'bom-ref': z.string(),
      name: z.string(),
      version: z.string(),
      properties: z.array(z.object({ name: z.string(), value: z.string() })),
    }),
  ),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

export type Bom = z.infer<typeof bomShape>;

/** A UUID (RFC 9562, version 8: of our own making) that stands for a text. */
function uuidOf(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Names the program by itself, whatever its folder is called, and takes out the moment and the random number. */
function settle({ metadata: { timestamp: _timestamp, ...metadata }, serialNumber: _random, ...bom }: Bom) {
  const component = { ...metadata.component, name: 'referent', type: 'application' };
  const settled = { ...bom, metadata: { ...metadata, component } };
  return { ...settled, serialNumber: `urn:uuid:${uuidOf(JSON.stringify(settled))}` };
}

/**
 * Takes out what the program is made and tested with. Not npm's own `--omit dev`: it leaves out every package that a tool uses
 * too, `lodash` and forty others of those in use.
 */
function withoutTools(bom: Bom): Bom {
  const components = bom.components.filter(
    ({ properties }) => !properties.some(({ name }) => name === 'cdx:npm:package:development'),
  );
  const kept = new Set(['bom-ref' in bom.metadata.component ? bom.metadata.component['bom-ref'] : '']);
  for (const component of components) kept.add(component['bom-ref']);
  const dependencies = bom.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) }));
  return { ...bom, components, dependencies };
}

/** What an installation runs with. */
export function makeBom() {
  const made = execFileSync(
    'npm',
    ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--loglevel', 'error'],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, cwd: new URL('..', import.meta.url) },
  );
  return settle(withoutTools(bomShape.parse(JSON.parse(made))));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.stdout.write(`${JSON.stringify(makeBom(), null, 2)}\n`);
