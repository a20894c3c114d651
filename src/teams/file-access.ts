import { lookup } from 'node:dns/promises';
import { isPublicAddress } from './public-address.js';
import { isLoopbackAddress, isLoopbackService } from './service-url.js';

/** Says where files may be fetched from and brought to. Addresses come with messages, so they are anybody's to write. */
export interface FileAccess {
  mayVisit(url: URL): boolean;
  /** All addresses of a host. */
  resolve(hostname: string): Promise<readonly string[]>;
  mayConnectTo(address: string): boolean;
}

const resolve = async (hostname: string): Promise<readonly string[]> =>
  (await lookup(hostname.replace(/^\[|\]$/g, ''), { all: true })).map(({ address }) => address);

/** The organisation's own file hosts by exact name, over https on its own port. @param hosts lower case */
export const hostsOnly = (hosts: readonly string[]): FileAccess => ({
  mayVisit: ({ protocol, hostname, port, username, password }) =>
    protocol === 'https:' && port === '' && username === '' && password === '' && hosts.includes(hostname),
  resolve,
  mayConnectTo: isPublicAddress,
});

/** This machine, for the local mode, where a chat client on it stands for Teams. */
export const loopbackOnly: FileAccess = {
  mayVisit: (url) => isLoopbackService(url.href),
  resolve,
  mayConnectTo: isLoopbackAddress,
};
