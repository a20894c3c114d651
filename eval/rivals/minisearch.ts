import MiniSearch from 'minisearch';
import { foldLetters } from '../../src/danish/letters.js';
import { stemWord } from '../../src/danish/stemming.js';
import { stopWords } from '../../src/danish/stop-words.js';
import type { Rival, RivalText } from './rival.js';

function fill(engine: MiniSearch, texts: readonly RivalText[]): void {
  engine.addAll(texts.map((text, id) => ({ id, title: text.title, body: text.body })));
}

const placesOf = (engine: MiniSearch, texts: readonly RivalText[], question: string) =>
  engine
    .search(question)
    .slice(0, 10)
    .flatMap(({ id }) => texts[Number(id)]?.place ?? []);

/** MiniSearch as it comes. */
export function createMiniSearch(texts: readonly RivalText[]): Rival {
  const engine = new MiniSearch({ fields: ['title', 'body'] });
  fill(engine, texts);
  return { name: 'MiniSearch as it comes', find: (question) => placesOf(engine, texts, question) };
}

/** MiniSearch with what its users add for Danish: stems, stop words, prefixes, fuzzy words and a boosted title. */
export function createDanishMiniSearch(texts: readonly RivalText[]): Rival {
  const engine = new MiniSearch({
    fields: ['title', 'body'],
    processTerm: (term) => {
      const folded = foldLetters(term);
      return stopWords.has(folded) ? null : stemWord(folded);
    },
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 3 } },
  });
  fill(engine, texts);
  return { name: 'MiniSearch with Danish stems', find: (question) => placesOf(engine, texts, question) };
}
