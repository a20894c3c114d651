import { randomUUID } from 'node:crypto';
import { AppError } from '../../src/domain/app-error.js';
import type { KeptFiles } from '../../src/routing/kept-files.js';
import { isSamePerson } from '../../src/routing/person-of.js';
import type { OfferedFile } from '../../src/routing/reply.js';

/** Files offered, kept while the test runs. */
export function createMemoryKeptFiles(): KeptFiles {
  const files = new Map<string, Parameters<KeptFiles['keep']>>();
  return {
    async keep(file, owner) {
      const handle = randomUUID();
      files.set(handle, [file, owner]);
      return handle;
    },
    async take(handle, owner): Promise<OfferedFile> {
      const [file, of] = files.get(handle) ?? [];
      if (file === undefined || of === undefined || (owner !== null && !isSamePerson(of, owner)))
        throw new AppError('not_found', 'no such file', { reply: 'Filen er der ikke.' });
      files.delete(handle);
      return file;
    },
  };
}
