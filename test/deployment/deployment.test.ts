import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import dockerfile from 'dockerfile-utils';
import { describe, expect, test } from 'vitest';
import { Language, Parser } from 'web-tree-sitter';
import { parse } from 'yaml';
import { settings } from '../../src/config.js';
import { builtPath } from '../support/built-sources.js';

/*
 * No container engine, Bicep compiler (only the language's grammar) or Azure is at hand where the tests run: what is promised of these files and can be
 * read from them is held here.
 */

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const linesOf = (path: string): string[] => read(path).split('\n');

describe('the container', () => {
  /** The instructions of the last stage, which is what runs; those before it only build. */
  const stages = read('Dockerfile')
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .split(/^(?=FROM )/m)
    .map((stage) => stage.split('\n').filter((line) => /^[A-Z]/.test(line)));
  const final = stages.at(-1) ?? [];
  const instruction = (name: string) => final.filter((line) => line.startsWith(`${name} `));

  test('is described without a fault that a linter knows', () => {
    expect(dockerfile.validate(read('Dockerfile'))).toEqual([]);
    const spoilt = read('Dockerfile').replace('--interval=30s', '--intervall=30s');
    expect(dockerfile.validate(spoilt).map(({ message }) => message)).toEqual(['Unknown flag: intervall']);
  });

  test('is built from the lock file, and holds no tools to build with', () => {
    const build = stages.filter((stage) => stage.some((line) => line.startsWith('FROM '))).at(0) ?? [];
    expect(build).toContain('RUN npm ci');
    expect(build.join('\n')).toContain('npm prune --omit=dev');
    expect(final.join('\n')).not.toMatch(/apt-get|npm |curl|wget/);
  });

  test('names its base by version, a supported and slim one', () => {
    const bases = stages.flat().filter((line) => line.startsWith('FROM '));
    expect(bases.length).toBe(2);
    for (const base of bases) expect(base).toMatch(/^FROM node:(?:22|24)-\w+-slim\b/);
  });

  test('runs as nobody in particular, and writes only to its data', () => {
    expect(instruction('USER')).toEqual(['USER node']);
    expect(instruction('VOLUME')).toEqual(['VOLUME /data']);
    const after = final.slice(final.indexOf('USER node'));
    expect(after.filter((line) => /^(?:RUN|COPY|ADD)/.test(line))).toEqual([]);
    expect(final.join('\n')).toContain('--mode=0700 /data');
    expect(final.filter((line) => line.startsWith('COPY')).join('\n')).not.toContain('--chown');
  });

  test('says when it is not well, and hears when it is to stop', () => {
    expect(instruction('HEALTHCHECK').join()).toContain('/readyz');
    expect(instruction('ENTRYPOINT')).toEqual(['ENTRYPOINT ["node", "--max-semi-space-size=8", "dist/main.js"]']);
  });

  test('starts the bot as the guide to an installation does', () => {
    const [, entry = ''] = /^ENTRYPOINT (.+)$/m.exec(read('Dockerfile')) ?? [];
    const command: string[] = JSON.parse(entry);
    expect(linesOf('docs/installation.md')).toContain(`ExecStart=/usr/bin/${command.join(' ')}`);
  });

  test('has a server that is kept in memory with one byte a letter', () => {
    const bytes = readFileSync(new URL(builtPath('src/main.ts'), root));
    expect(bytes.toString('utf8').match(/[^\0-\xff]/g)).toBeNull();
  });

  test('sets settings that exist, and no secret', () => {
    const names = settings.map(({ name }): string => name);
    const set = instruction('ENV').flatMap((line) => line.match(/\b\w+(?==)/g) ?? []);
    expect(set).not.toContain('MicrosoftAppPassword');
    expect(read('Dockerfile')).not.toMatch(/ARG|PASSWORD|SECRET|TOKEN/);
    for (const name of set) if (name !== 'NODE_ENV') expect(names).toContain(name);
  });

  test('is given the named files and no others, all of which are there', () => {
    const [first, ...others] = linesOf('.dockerignore').filter((line) => line !== '');
    expect(first).toBe('*');
    const admitted = others.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    for (const path of admitted) expect(existsSync(new URL(path, root)), path).toBe(true);
    expect(others).toContain('**/.env*');
    const copied = stages
      .flat()
      .filter((line) => /^COPY (?!--from)/.test(line))
      .flatMap((line) => line.split(/\s+/).slice(1, -1));
    expect(copied.toSorted()).toEqual(admitted.toSorted());
  });
});

describe('what Azure is asked for', () => {
  const bicep = read('infra/azure.bicep');
  const registration = read('infra/botRegistration/azurebot.bicep');
  const settingOf = (name: string): string | undefined =>
    new RegExp(`name: '${name}'\\s+value: (.+)`).exec(bicep)?.[1]?.replaceAll("'", '');

  test('is one web app reached over TLS alone, kept awake, which proves itself without a secret', () => {
    expect(bicep).toMatch(/Microsoft\.ManagedIdentity\/userAssignedIdentities@/);
    expect(bicep).toMatch(/type: 'UserAssigned'/);
    expect(bicep).toMatch(/httpsOnly: true/);
    expect(bicep).toMatch(/minTlsVersion: '1\.2'/);
    expect(bicep).toMatch(/ftpsState: 'Disabled'/);
    expect(bicep).toMatch(/alwaysOn: true/);
    expect(bicep).toMatch(/numberOfWorkers: 1/);
    const code = (bicep + registration).replace(/\/\/.*/g, '');
    expect(code).not.toMatch(/password|secret|listKeys|@secure/i);
  });

  test('is a bot of the web app’s own identity, with Teams as its one channel', () => {
    expect(registration).toMatch(/msaAppType: 'UserAssignedMSI'/);
    expect(registration).toMatch(/endpoint: 'https:\/\/\$\{botAppDomain\}\/api\/messages'/);
    expect(registration).toMatch(/disableLocalAuth: true/);
    expect(registration.match(/channelName: '(\w+)'/g)).toEqual(["channelName: 'MsTeamsChannel'"]);
  });

  test('gives the bot settings that exist, its store where it outlives a deployment', () => {
    const names = new Set(settings.map(({ name }): string => name));
    const given = [...bicep.matchAll(/name: '(REFERENT_\w+|Microsoft\w+)'/g)].map(([, name]) => name ?? '');
    for (const name of given) expect(names, name).toContain(name);
    for (const name of ['MicrosoftAppType', 'MicrosoftAppId', 'MicrosoftAppTenantId', 'REFERENT_ALLOWED_TENANTS'])
      expect(given).toContain(name);
    expect(settingOf('MicrosoftAppType')).toBe('UserAssignedMSI');
    expect(settingOf('REFERENT_DB')).toMatch(/^\/home\//);
    expect(settingOf('REFERENT_PORT')).toBe(settingOf('WEBSITES_PORT'));
  });

  test('passes the module all it asks for, and no more', () => {
    const asked = [...registration.matchAll(/^param (\w+)/gm)].map(([, name]) => name);
    const given = /params: \{([^}]+)\}/.exec(bicep)?.[1] ?? '';
    expect([...given.matchAll(/^\s+(\w+):/gm)].map(([, name]) => name).toSorted()).toEqual(asked.toSorted());
  });

  test('is written in Bicep, as the grammar of the language has it', async () => {
    await Parser.init();
    const grammar = createRequire(import.meta.url).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm');
    const parser = new Parser().setLanguage(await Language.load(grammar));
    const isBicep = (text: string): boolean => parser.parse(text)?.rootNode.hasError === false;
    for (const text of [bicep, registration]) {
      expect(isBicep(text)).toBe(true);
      for (const [sound, spoilt] of [
        ['name: ', 'name '],
        ['param ', 'parm '],
        ['\n}', '\n'],
      ] as const)
        expect(isBicep(text.replace(sound, spoilt)), spoilt).toBe(false);
    }
  });
});

describe('Microsoft 365 Agents Toolkit', () => {
  const files = ['m365agents.yml', 'm365agents.local.yml', 'm365agents.playground.yml'];
  interface Step {
    uses: string;
    with?: Record<string, unknown>;
    writeToEnvironmentFile?: Record<string, string>;
  }
  const stepsOf = (file: string): Step[] => {
    const { version, environmentFolderPath: _, ...stages } = parse(read(file)) as Record<string, unknown>;
    expect(version).toBe('v1.11');
    return Object.values(stages).flat() as Step[];
  };
  const variablesOf = (text: string): string[] => [...text.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '');
  const environmentOf = (file: string): string[] =>
    linesOf(`env/.env.${file === 'm365agents.yml' ? 'dev' : (file.split('.')[1] ?? '')}`).flatMap(
      (line) => /^(\w+)=/.exec(line)?.[1] ?? [],
    );

  test.each(files)('finds every file that %s names', (file) => {
    const paths = JSON.stringify(stepsOf(file)).match(/"\.\/[\w./-]+"/g) ?? [];
    for (const quoted of paths) {
      const path = quoted.slice(1, -1);
      // Made by the toolkit itself.
      if (/^\.\/(?:manifest\/build|env|\.env)/.test(path)) continue;
      expect(existsSync(new URL(path, root)), path).toBe(true);
    }
  });

  test.each(files)('is told of every variable that %s, the manifest and the parameters use', (file) => {
    const known = new Set(environmentOf(file));
    const steps = stepsOf(file);
    for (const { writeToEnvironmentFile = {} } of steps)
      for (const name of Object.values(writeToEnvironmentFile))
        if (!name.startsWith('SECRET_')) expect(known).toContain(name);
    const packs = steps.some(({ uses }) => uses === 'teamsApp/zipAppPackage');
    const deploys = steps.some(({ uses }) => uses === 'arm/deploy');
    const used = [
      ...variablesOf(read(file)),
      ...(packs ? variablesOf(read('manifest/manifest.json')) : []),
      ...(deploys ? variablesOf(read('infra/azure.parameters.json')) : []),
    ];
    for (const name of used) if (!name.startsWith('SECRET_')) expect(known, name).toContain(name);
  });

  test('gives Azure parameters that it takes, and reads back what it gives', () => {
    const bicep = read('infra/azure.bicep');
    const { parameters } = JSON.parse(read('infra/azure.parameters.json')) as { parameters: Record<string, unknown> };
    for (const name of Object.keys(parameters)) expect(bicep).toMatch(new RegExp(`^param ${name} `, 'm'));
    for (const [, name] of bicep.matchAll(/^output (\w+)/gm)) expect(environmentOf('m365agents.yml')).toContain(name);
  });

  test('is given no secret', () => {
    for (const name of readdirSync(new URL('env', root)).filter((file) => !file.endsWith('.user')))
      expect(read(`env/${name}`)).not.toMatch(/^\w*(?:SECRET|PASSWORD)\w*=/im);
  });
});
