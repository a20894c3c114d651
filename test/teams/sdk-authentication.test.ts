import { ClaimsIdentity } from 'botframework-connector';
import { expect, test } from 'vitest';
import type { Identity } from '../../src/config.js';
import { createSdkAuthentication, type SdkAuthentication } from '../../src/teams/sdk-authentication.js';
import { trustFor } from '../../src/teams/trust.js';

const local: Identity = { kind: 'insecure_local' };
const here = 'http://127.0.0.1:1/emea/';
const elsewhere = 'http://127.0.0.1:1/amer/';
const nobody = new ClaimsIdentity([]);

const authenticate = (): Promise<SdkAuthentication> => createSdkAuthentication(local, trustFor(local), 1000);

test('every turn speaks to a service through the one client that was made for it', async () => {
  const authentication = await authenticate();
  const clientOf = (serviceUrl: string) => authentication.createConnectorFactory(nobody).create(serviceUrl, 'channel');
  const client = await clientOf(here);
  expect(await clientOf(here)).toBe(client);
  expect(await clientOf(elsewhere)).not.toBe(client);
  expect(await authentication.createUserTokenClient(nobody)).toBe(await authentication.createUserTokenClient(nobody));
});

test('a new authentication, made where a token was refused, has clients of its own', async () => {
  const clientOf = async () => (await authenticate()).createConnectorFactory(nobody).create(here, 'channel');
  expect(await clientOf()).not.toBe(await clientOf());
});
