import type { PersonKey } from '../domain/person-key.js';
import type { OfferedFile } from './reply.js';

/** Keeps files that were offered until they are taken, declined or too old. */
export interface KeptFiles {
  /** Keeps a file for a person and gives the handle to it, which says nothing of the file. */
  keep(file: OfferedFile, owner: PersonKey): Promise<string>;
  /**
   * Gives the file and forgets it. @param owner null: whoever holds the handle, for a chat that knows nobody.
   *
   * @throws AppError `not_found` for another person, a second time, or too late.
   */
  take(handle: string, owner: PersonKey | null): Promise<OfferedFile>;
}
