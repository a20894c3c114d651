import type { Audience } from '../../domain/access.js';
import { ArchiveWords } from '../../search/archive-words.js';
import type { Archive } from '../../search/build-query.js';
import type { SearchIndex } from '../../store/ports.js';

interface KeptWords {
  generation: number;
  words: ArchiveWords;
}

/** Word tables by index and audience: what one audience may not see must not reach another's spelling repair. */
const kept = new WeakMap<SearchIndex, Map<string, KeptWords>>();

/** What query building asks of the archive, for one audience. */
export function archiveFor(search: SearchIndex, audience: Audience): Archive {
  return {
    count: (terms) => search.countEntries(terms, audience),
    words: async () => {
      const tables = kept.get(search) ?? new Map<string, KeptWords>();
      kept.set(search, tables);
      const key = `${audience.sees} ${[...audience.forumIds].sort().join(' ')}`;
      const generation = await search.generation();
      const known = tables.get(key);
      if (known?.generation === generation) return known.words;
      const words = new ArchiveWords(await search.listWords(audience));
      tables.set(key, { generation, words });
      return words;
    },
  };
}
