import { createServer, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Identity } from '../../src/config.js';
import { systemClock } from '../../src/domain/clock.js';
import { createLog } from '../../src/logging.js';
import { createSdkAuthentication } from '../../src/teams/sdk-authentication.js';
import { assertStrangersAreRefused } from '../../src/teams/self-test.js';
import { createTeamsServer } from '../../src/teams/teams-server.js';
import { trustFor } from '../../src/teams/trust.js';
import { message } from '../support/activities.js';
import { createMemoryInbound } from '../support/memory-inbound.js';
import { createMemoryKeptFiles } from '../support/memory-kept-files.js';
import { echoRoutes } from '../support/routes.js';
import { appId, TeamsHouse } from '../support/teams-house.js';

const local: Identity = { kind: 'insecure_local' };

describe('In insecure local mode', () => {
  let house: TeamsHouse;
  beforeAll(async () => {
    house = await TeamsHouse.start({ identity: local });
  });
  afterAll(() => house.close());

  const post = (activity: unknown) => house.postRaw(JSON.stringify(activity));

  test('a chat client on this machine is answered without a token, whatever its tenant', async () => {
    const conversation = { id: 'a:1', conversationType: 'personal', tenantId: 'playground' };
    const response = await post(message(house.serviceUrl, 'Hej', { conversation, channelData: {} }));
    expect(response.status).toBe(200);
    expect(house.connector.messages).toMatchObject([{ text: 'Du spurgte: Hej' }]);
    expect(house.connector.calls.every(({ authorization }) => authorization === null)).toBe(true);
  });

  test.each([
    'https://smba.trafficmanager.net/emea/',
    'http://169.254.169.254/latest/',
    'http://127.0.0.1.example/',
    'http://localhost.example/',
    'http://user@127.0.0.1/',
    'file:///etc/passwd',
    '',
  ])('an answer is not sent to %s', async (serviceUrl) => {
    const response = await post(message(serviceUrl, 'Hej'));
    expect(response.status).toBe(403);
    expect(await response.text()).toBe('{"error":"forbidden"}');
  });

  test('a page of another site that reaches this machine under its own name is refused', async () => {
    const status = await new Promise((resolve, reject) => {
      const { port } = house.server.address;
      const headers = { 'content-type': 'application/json', host: `evil.example:${port}` };
      request({ host: '127.0.0.1', port, path: '/api/messages', method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end('{}');
    });
    expect(status).toBe(403);
  });

  test('everyone who looks is told so', async () => {
    const health = await fetch(house.url('/healthz'));
    expect(await health.json()).toEqual({ status: 'alive', mode: 'insecure local' });
    expect(house.log).toContain('"msg":"insecure_local_mode"');
  });
});

describe('Authentication that is off by mistake stops the start', () => {
  const identity: Identity = { kind: 'single_tenant', appId, appPassword: 'secret', tenantId: appId };
  const credentials = (isDisabled: boolean) => ({
    isValidAppId: async () => true,
    isAuthenticationDisabled: async () => isDisabled,
    createCredentials: async () => Promise.reject(new Error('not needed')),
  });

  test('when the SDK would let everyone in', async () => {
    const trust = { ...trustFor(identity), credentials: credentials(true) };
    await expect(createSdkAuthentication(identity, trust, 1000)).rejects.toThrow('does not authenticate');
  });

  test('when the SDK would authenticate though local mode was asked for', async () => {
    const trust = { ...trustFor(local), credentials: credentials(false) };
    await expect(createSdkAuthentication(local, trust, 1000)).rejects.toThrow('does not authenticate');
  });

  test.each([200, 202, 500, 404])('when a stranger is answered %i', async (status) => {
    const server = createServer((_request, response) => {
      response.statusCode = status;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(assertStrangersAreRefused(`http://127.0.0.1:${port}/api/messages`)).rejects.toThrow(
      `answered ${status} instead of 401`,
    );
    server.closeAllConnections();
    server.close();
  });

  test('but a real identity starts, and says that it authenticates', async () => {
    const server = await createTeamsServer({
      config: { host: '127.0.0.1', port: 0, identity, allowedTenants: [appId], fileHosts: [] },
      routes: echoRoutes(),
      isReady: async () => true,
      inbound: createMemoryInbound(),
      keptFiles: createMemoryKeptFiles(),
      log: createLog({ level: 'silent' }),
      clock: systemClock,
    });
    const health = await fetch(`http://127.0.0.1:${server.address.port}/healthz`);
    expect(await health.json()).toEqual({ status: 'alive', mode: 'authenticated' });
    await server.close();
  });
});
