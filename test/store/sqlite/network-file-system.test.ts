import { expect, test } from 'vitest';
import { findNetworkFileSystem, nameNetworkType } from '../../../src/store/sqlite/network-file-system.js';
import { makeTemporaryFolder } from '../../support/temporary-store.js';

test.each([
  ['NFS', 0x6969],
  ['CIFS', 0xff534d42],
  ['CIFS', 0xff534d42 | 0],
  ['SMB2', 0xfe534d42],
  ['SMB2', 0xfe534d42 | 0],
])('a file system of another machine is known by its number: %s', (name, type) => {
  expect(nameNetworkType(type)).toBe(name);
});

test.each([
  ['ext4', 0xef53],
  ['xfs', 0x58465342],
  ['tmpfs', 0x01021994],
  ['overlay', 0x794c7630],
  ['btrfs', 0x9123683e],
])('a disk of this machine is none: %s', (_name, type) => {
  expect(nameNetworkType(type)).toBeUndefined();
});

test('the folders tests make are on no network, and one that is not there is on none', () => {
  const { folder, remove } = makeTemporaryFolder();
  expect(findNetworkFileSystem(folder)).toBeUndefined();
  remove();
  expect(findNetworkFileSystem(folder)).toBeUndefined();
});
