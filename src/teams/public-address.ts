import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** IPv4 addresses that lead nowhere public: this network and machine, private and shared ones, tests, multicast, reserved. */
const notPublic4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const;

/** What IPv6 gives out for the public network. */
const global6 = ['2000::', 3] as const;

/** Within it: protocols' own, documentation, and addresses that wrap an IPv4 one. */
const notPublic6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const blocked = new BlockList();
for (const [network, prefix] of notPublic4) blocked.addSubnet(network, prefix, 'ipv4');
const blocked6 = new BlockList();
for (const [network, prefix] of notPublic6) blocked6.addSubnet(network, prefix, 'ipv6');
const global = new BlockList();
global.addSubnet(...global6, 'ipv6');

/** Whether an address belongs to the public network. Source: IANA's registries of special-purpose addresses. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !blocked.check(address, 'ipv4');
  return isIPv6(address) && global.check(address, 'ipv6') && !blocked6.check(address, 'ipv6');
}
