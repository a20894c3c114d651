import MiniSearch, { type Options } from 'minisearch';
import type { Place } from '../../src/evaluation/question-set.js';
import { danishTerm } from './danish-terms.js';
import type { Rival, RivalText } from './rival.js';

function createMiniSearchOver(texts: Iterable<RivalText>, name: string, options: Partial<Options>): Rival {
  const engine = new MiniSearch({ ...options, fields: ['title', 'body'] });
  const places: Place[] = [];
  for (const { place, title, body } of texts) {
    engine.add({ id: places.length, title, body });
    places.push(place);
  }
  return {
    name,
    find: async (question) =>
      engine
        .search(question)
        .slice(0, 10)
        .flatMap(({ id }) => places[Number(id)] ?? []),
    close: async () => {},
  };
}

/** MiniSearch as it comes. */
export function createMiniSearch(texts: Iterable<RivalText>): Rival {
  return createMiniSearchOver(texts, 'MiniSearch as it comes', {});
}

/** MiniSearch with what its users add for Danish: stems, stop words, prefixes, fuzzy words and a boosted title. */
export function createDanishMiniSearch(texts: Iterable<RivalText>): Rival {
  return createMiniSearchOver(texts, 'MiniSearch with Danish stems and stop words', {
    processTerm: danishTerm,
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 3 } },
  });
}
