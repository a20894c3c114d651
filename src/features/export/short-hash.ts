import { createHash } from 'node:crypto';

/** Tells nothing of what it is made of: an Entra id or a place stands in no address. */
export const shortHash = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
