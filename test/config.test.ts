import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig, settings } from '../src/config.js';
import { AppError } from '../src/domain/app-error.js';

const tenant = '11111111-2222-3333-4444-555555555555';
const appId = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
const production = {
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppId: appId,
  MicrosoftAppTenantId: tenant,
  MicrosoftAppPassword: 'a secret',
  REFERENT_ALLOWED_TENANTS: `${tenant}, ${tenant.toUpperCase()}`,
};

function faultsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof AppError) return error.faults;
    throw error;
  }
  return [];
}

describe('the settings', () => {
  it('are read from the environment, with defaults for what is left out', () => {
    const config = readConfig(production);
    expect(config.identity).toEqual({ kind: 'single_tenant', appId, tenantId: tenant, appPassword: 'a secret' });
    expect(config).toMatchObject({ port: 3978, host: '127.0.0.1', forumName: 'Chefforum', seedsFolder: null });
    expect(config.allowedTenants).toEqual([tenant, tenant]);
  });

  it('report every fault at once, by name and without the value', () => {
    const faults = faultsOf({
      ...production,
      MicrosoftAppId: 'not-a-guid',
      REFERENT_PORT: '70000',
      MicrosoftAppType: '',
    });
    expect(faults).toEqual([
      'REFERENT_PORT: must be a whole number from 0 to 65535',
      'MicrosoftAppId: must be a GUID',
      'MicrosoftAppType: missing',
    ]);
    expect(faults.join()).not.toContain('not-a-guid');
  });

  it('name all that is missing when nothing is set', () => {
    expect(faultsOf({})).toEqual([
      'MicrosoftAppType: missing',
      'MicrosoftAppId: missing',
      'MicrosoftAppTenantId: missing',
      'REFERENT_ALLOWED_TENANTS: missing',
      'MicrosoftAppPassword: missing',
    ]);
  });

  it('refuse a misspelt kind of identity, which the SDK would take for no authentication', () => {
    expect(faultsOf({ ...production, MicrosoftAppType: 'Singletennant' })).toContain(
      'MicrosoftAppType: must be one of SingleTenant, UserAssignedMSI',
    );
  });

  it('refuse a password together with a managed identity', () => {
    expect(faultsOf({ ...production, MicrosoftAppType: 'UserAssignedMSI' })).toEqual([
      'MicrosoftAppPassword: a managed identity has no password; remove it',
    ]);
  });

  describe('for a chat client on this machine', () => {
    const local = { REFERENT_INSECURE_LOCAL: '1' };

    it('need the explicit switch and nothing else', () => {
      expect(readConfig(local).identity).toEqual({ kind: 'insecure_local' });
    });

    it.each([
      ['a real application id', { MicrosoftAppId: appId }, 'refused while MicrosoftAppId is set'],
      ['production', { NODE_ENV: 'production' }, 'refused with NODE_ENV=production'],
      ['a hosted machine', { WEBSITE_SITE_NAME: 'x' }, 'refused on a hosted machine (WEBSITE_SITE_NAME is set)'],
      ['an address others can reach', { REFERENT_HOST: '0.0.0.0' }, 'REFERENT_HOST must be 127.0.0.1 or ::1'],
    ])('are refused with %s', (_case, extra, fault) => {
      expect(faultsOf({ ...local, ...extra })).toEqual([`REFERENT_INSECURE_LOCAL: ${fault}`]);
    });

    it('are not switched on by any other value', () => {
      expect(faultsOf({ REFERENT_INSECURE_LOCAL: 'true' })).toContain('REFERENT_INSECURE_LOCAL: must be one of 1');
    });
  });
});

describe('.env.example', () => {
  const lines = readFileSync(new URL('../.env.example', import.meta.url), 'utf8').split('\n');

  it('holds every setting with its description and default, and no other', () => {
    const shown = lines.flatMap((line, index) => {
      const match = /^# ([A-Za-z_]+)=(.*)$/.exec(line);
      return match === null
        ? []
        : [{ name: match[1], defaultValue: match[2], description: lines[index - 1]?.slice(2) }];
    });
    expect(shown).toEqual(
      settings.map(({ name, defaultValue, description }) => ({ name, defaultValue: defaultValue ?? '', description })),
    );
  });
});
