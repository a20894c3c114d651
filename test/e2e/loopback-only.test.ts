import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';

/** What a process guarded as the Playground's is finds out about itself. */
interface Findings {
  addresses: string[];
  faults: Record<string, string>;
  page: string;
  policy: string;
}

const script = `
  import { once } from 'node:events';
  import dns from 'node:dns';
  import { createServer } from 'node:http';
  import net from 'node:net';
  import tls from 'node:tls';

  const server = createServer((request, response) => response.end('page'));
  async function addressAfter(...given) {
    server.listen(...given);
    await once(server, 'listening');
    const { address } = server.address();
    server.close();
    await once(server, 'close');
    return address;
  }
  const addresses = [];
  for (const given of [[0], [0, '0.0.0.0'], [{ port: 0, host: '::' }], [0, () => {}]]) addresses.push(await addressAfter(...given));

  const fault = async (socket) => (await once(socket, 'error'))[0].message;
  const faults = {
    'net.connect(port, host)': await fault(net.connect(80, '192.0.2.1')),
    'net.connect(options)': await fault(net.connect({ port: 80, host: '192.0.2.2' })),
    'tls.connect': await fault(tls.connect(443, 'reports.example')),
    'dns.lookup': await new Promise((resolve) => dns.lookup('names.example', (error) => resolve(error.message))),
    fetch: await fetch('http://192.0.2.3/').catch((error) => error.cause.message),
  };

  server.listen(0);
  await once(server, 'listening');
  const response = await fetch('http://localhost:' + server.address().port);
  console.log(JSON.stringify({
    addresses, faults, page: await response.text(), policy: response.headers.get('content-security-policy'),
  }));
  process.exit();
`;

describe('a process that is kept to this machine', () => {
  let findings: Findings;
  beforeAll(async () => {
    const guard = ['--import', 'tsx', '--import', './scripts/playground/loopback-only.ts'];
    const { stdout } = await promisify(execFile)(process.execPath, [...guard, '--input-type=module', '--eval', script]);
    findings = JSON.parse(stdout);
  });

  test('listens on 127.0.0.1 whatever address it means to listen on', () => {
    expect(findings.addresses).toEqual(['127.0.0.1', '127.0.0.1', '127.0.0.1', '127.0.0.1']);
  });

  test('reaches no other machine, by address or by name', () => {
    expect(findings.faults).toEqual({
      'net.connect(port, host)': '192.0.2.1 is not on this machine',
      'net.connect(options)': '192.0.2.2 is not on this machine',
      'tls.connect': 'reports.example is not on this machine',
      'dns.lookup': 'names.example is not on this machine',
      fetch: '192.0.2.3 is not on this machine',
    });
  });

  test('serves this machine, and tells its pages to load nothing from elsewhere', () => {
    expect(findings.page).toBe('page');
    expect(findings.policy).toMatch(/^default-src 'self'/);
  });
});
