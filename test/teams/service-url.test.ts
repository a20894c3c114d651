import { describe, expect, test } from 'vitest';
import { isLoopbackService, isTeamsService } from '../../src/teams/service-url.js';

describe('The bot sends to Teams’ own service', () => {
  test.each([
    'https://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net/emea/0f8fad5b-d9cb-469f-a165-70867728950e/',
    'https://smba.trafficmanager.net',
    'https://SMBA.trafficmanager.net:443/de/',
  ])('%s', (url) => {
    expect(isTeamsService(url)).toBe(true);
  });
});

const hostile = [
  '',
  'smba.trafficmanager.net',
  '//smba.trafficmanager.net/',
  'http://smba.trafficmanager.net/',
  'ftp://smba.trafficmanager.net/',
  'https://smba.trafficmanager.net./',
  'https://smba.trafficmanager.net:8443/',
  'https://user@smba.trafficmanager.net/',
  'https://user:secret@smba.trafficmanager.net/',
  'https://smba.trafficmanager.net@evil.example/',
  'https://smba.trafficmanager.net.evil.example/',
  'https://evil.example/smba.trafficmanager.net/',
  'https://evil.example#smba.trafficmanager.net',
  'https://evil.example?smba.trafficmanager.net',
  'https://evil.example\\@smba.trafficmanager.net/',
  'https://evilsmba.trafficmanager.net/',
  'https://evil.trafficmanager.net/',
  'https://trafficmanager.net/',
  'https://smba.trafficmanagerˌnet/',
  'https://smbа.trafficmanager.net/',
  'https://xn--smb-7cd.trafficmanager.net/',
  'https://smba.azurewebsites.net/',
  'https://10.0.0.1/',
  'https://169.254.169.254/metadata/',
  'https://0x7f.1/',
  'https://2130706433/',
  'https://[::ffff:169.254.169.254]/',
  'https://[fe80::1]/',
  'javascript:alert(1)',
  'data:,x',
  'file:///etc/passwd',
];

describe('and nowhere else', () => {
  test.each([...hostile, 'http://127.0.0.1:3978/', 'https://localhost/', 'https://[::1]/'])('%s', (url) => {
    expect(isTeamsService(url)).toBe(false);
  });
});

describe('In local mode it sends to this machine', () => {
  test.each(['http://127.0.0.1:56150/', 'http://localhost:56150/_connector', 'http://[::1]:56150/'])('%s', (url) => {
    expect(isLoopbackService(url)).toBe(true);
  });

  // Spellings of 127.0.0.1 that the URL parser writes out are this machine all the same.
  const spelledOut = ['https://0x7f.1/', 'https://2130706433/'];
  test.each([
    ...hostile.filter((url) => !spelledOut.includes(url)),
    'http://127.0.0.1.evil.example/',
    'http://localhost.evil.example/',
    'http://user@localhost/',
    'https://smba.trafficmanager.net/emea/',
  ])('and not to %s', (url) => {
    expect(isLoopbackService(url)).toBe(false);
  });
});
