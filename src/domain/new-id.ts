import { randomBytes } from 'node:crypto';

/** 128 random bits, URL-safe: an id that cannot be guessed, and tells nothing of how many there are. */
export const newId = (): string => randomBytes(16).toString('base64url');
