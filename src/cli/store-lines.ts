import type { StoreSummary } from '../store/sqlite/store-summary.js';
import { count } from './output.js';

/** `38 MB`, `512 kB`, `120 GB`. */
export function describeBytes(bytes: number): string {
  if (bytes < 1e6) return `${Math.ceil(bytes / 1e3)} kB`;
  return bytes < 1e10 ? `${Math.round(bytes / 1e6)} MB` : `${Math.floor(bytes / 1e9)} GB`;
}

/** One line by which a person recognises a store. */
export function describeStore({ meetings, newestMeetingOn, lastChangeAt, bytes }: StoreSummary): string {
  const newest = newestMeetingOn === null ? '' : `, the newest of ${newestMeetingOn}`;
  const changed = lastChangeAt === null ? 'never changed' : `last changed ${lastChangeAt.toISOString().slice(0, 16)}Z`;
  return `${count(meetings, 'meeting')}${newest}, ${changed}, ${describeBytes(bytes)}`;
}
