import { Socket } from 'node:net';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { hostsOnly } from '../../src/teams/file-access.js';
import { createFileTransfer } from '../../src/teams/file-transfer.js';
import { isPublicAddress } from '../../src/teams/public-address.js';

const own = 'nordvang.sharepoint.com';

/** Addresses that lead elsewhere than to the organisation's own hosts, however they are written. */
const elsewhere = [
  ...['http', 'ftp', 'file', 'ws', 'HTTP'].map((scheme) => `${scheme}://${own}/a`),
  ...['127.0.0.1', '127.1', '0177.0.0.1', '0x7f.0.0.1', '2130706433', '0x7f000001', '017700000001', '127.0.0.1.'],
  ...['0', '0.0.0.0', '10.0.0.1', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '198.18.0.1'],
  ...['[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[fe80::1]', '[fc00::1]', '[64:ff9b::7f00:1]'],
  ...['[2002:7f00:1::]', '[2001:db8::1]', '[::127.0.0.1]', '１２７.0.0.1', '127。0。0。1', '①②⑦.0.0.1'],
  ...[`${own}.`, `.${own}`, `x.${own}`, `${own}.evil.example`, `evil-${own}`, `${own}-evil.example`],
  ...['sharepoint.com', 'nordvang-my.sharepoint.com', 'nordvang.sharepoint.com.au', 'nordvang.sharepoint.co'],
  ...[
    'nordvang.sharepоint.com',
    'nordvаng.sharepoint.com',
    'xn--nordvng-5wf.sharepoint.com',
    'nordvang.sharepoint。com.evil.dk',
  ],
  ...['nordvang%2esharepoint.com.evil.dk', 'nordvang\u00ad.evil.dk', 'ⓝordvang.evil.dk', 'localhost', 'LOCALHOST'],
  ...['localhost.localdomain', 'metadata.google.internal', 'smba.trafficmanager.net', 'nordvang.blob.core.windows.net'],
  ...['nordvang.azurewebsites.net', `${own}:8443`, `${own}:80`, `${own}:0`, `user@${own}`, `user:pass@${own}`],
  ...[`${own}@evil.example`, `${own}%40evil.example`, `evil.example#@${own}`, `evil.example\\@${own}`],
  ...[`evil.example?@${own}`, `evil.example/${own}`, `${own}%00.evil.example`, `${own} .evil.example`],
  ...['', '/', '//', 'https://', 'https:', ' ', 'javascript:alert(1)', 'data:text/plain,a', '\\\\host\\share'],
].map((form) =>
  /^[a-z]+:|^[/\\ ]|^$/i.test(form) && !form.startsWith(own) && !form.startsWith('user:') ? form : `https://${form}/a`,
);

/** Addresses a name of the organisation's own must not lead to. */
const inside = [
  ...['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.0.5', '169.254.169.254', '100.127.0.1', '0.0.0.0', '224.0.0.1'],
  ...['255.255.255.255', '::1', '::', 'fe80::1', 'fd00::1', '::ffff:10.0.0.1', '64:ff9b::a00:1', '2002:a00:1::'],
  ...['2001::1', '2001:db8::1', 'ff02::1', 'not an address'],
];

describe('where files are fetched from', () => {
  /** Every connection this process makes, TLS or not, goes through here. */
  const connect = vi.spyOn(Socket.prototype, 'connect');
  beforeEach(() => {
    connect.mockClear();
  });
  afterAll(() => {
    connect.mockRestore();
  });

  const refuses = async (url: string, addresses: readonly string[]): Promise<void> => {
    const access = { ...hostsOnly([own]), resolve: async () => addresses };
    const transfer = createFileTransfer(access);
    await expect(transfer.download(url), url).rejects.toMatchObject({ code: 'forbidden' });
    await expect(transfer.upload(url, Buffer.from('a')), url).rejects.toMatchObject({ code: 'forbidden' });
  };

  test('no connection is made for an address that is not one of the own hosts', async () => {
    expect(elsewhere.length).toBeGreaterThanOrEqual(80);
    for (const url of elsewhere) await refuses(url, ['127.0.0.1']);
    expect(connect).not.toHaveBeenCalled();
  });

  test('nor where an own name leads inside, alone or beside a public address', async () => {
    for (const address of inside) {
      await refuses(`https://${own}/a`, [address]);
      await refuses(`https://${own}/a`, ['52.98.0.1', address]);
    }
    await refuses(`https://${own}/a`, []);
    expect(connect).not.toHaveBeenCalled();
  });

  test('a name is looked up once, and the address that was checked is the one connected to', async () => {
    let lookUps = 0;
    const access = {
      ...hostsOnly([own]),
      // The second answer, as of a name that is changed between check and use, would lead inside.
      resolve: async () => {
        lookUps += 1;
        return lookUps === 1 ? ['127.0.0.2'] : ['127.0.0.1'];
      },
      mayConnectTo: (address: string) => address === '127.0.0.2',
    };
    const transfer = createFileTransfer(access, { bytes: 10, ms: 2000, redirects: 3 });
    await expect(transfer.download(`https://${own}/a`)).rejects.toMatchObject({ code: 'unavailable' });
    expect(lookUps).toBe(1);
    expect(connect).toHaveBeenCalledOnce();
  });

  test('public addresses are known from others', () => {
    for (const address of ['52.98.0.1', '13.107.136.10', '2620:1ec:8f8::10', '2a01:111::1'])
      expect(isPublicAddress(address), address).toBe(true);
    for (const address of inside) expect(isPublicAddress(address), address).toBe(false);
  });
});
