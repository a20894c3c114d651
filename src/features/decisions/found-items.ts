import { BoundedCache } from '../../domain/bounded-cache.js';
import type { Candidate } from '../../domain/search-entry.js';

/** The item a question found; a follow-up goes on about it. */
export type FoundItem = Pick<Candidate, 'meetingId' | 'itemNumber'>;

/** The items that the last questions found when they were read by themselves, by their text as it was typed. */
export type FoundItems = Pick<BoundedCache<string, { item: FoundItem | undefined }>, 'get' | 'put'>;

/** More people than ask at the same time; the next question of each needs what the last one found. */
const mostKept = 100;

export const createFoundItems = (): FoundItems => new BoundedCache(mostKept, () => 1);
