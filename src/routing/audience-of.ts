import type { Audience } from '../domain/access.js';
import type { Turn } from './turn.js';

/** Decides what the person of a turn may see in the place it comes from; asked once, before anything is read. */
export type AudienceOf = (turn: Turn) => Promise<Audience>;
