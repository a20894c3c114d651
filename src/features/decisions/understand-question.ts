import type { FoundEntries } from './find-entries.js';
import { foundItem, goesOn, isOfItem, mightGoOn, readFollowUpSigns, saysItGoesOn } from './follow-up.js';
import type { FoundItem, FoundItems } from './found-items.js';
import { type Question, readQuestion } from './read-question.js';

/** A question as it is meant in its conversation, with what it finds. */
export interface Understood {
  question: Question;
  found: FoundEntries;
  /** Reads it as going on from the question before after all; absent where it cannot. */
  goOn?: () => Promise<Understood>;
}

export type Find = (question: Question) => Promise<FoundEntries>;

/** What the item of the question before gains in a follow-up. */
const staying = 2;

/** The entries in a new order, the one of the question before raised. */
function stayWith(before: FoundItem | undefined, found: FoundEntries): FoundEntries {
  const ranked = found.ranked
    .map((entry) =>
      before !== undefined && isOfItem(entry, before) ? { ...entry, score: staying * entry.score } : entry,
    )
    .sort((one, other) => other.score - one.score);
  return { ...found, ranked };
}

/**
 * Finds what a question is about. After another it may go on from that one, or be a new one: where its wording does not say, both readings are
 * held against the archive. A follow-up stays with the item of the question before where that is as good.
 *
 * @param before The question asked just before; undefined where there was none.
 * @param today ISO date.
 * @param foundItems What was found before in this archive: the question before was mostly asked a moment ago.
 */
export async function understandQuestion(
  typed: string,
  before: string | undefined,
  today: string,
  find: Find,
  foundItems: FoundItems,
): Promise<Understood> {
  const findAlone = async (question: Question, asTyped: string): Promise<Understood> => {
    const found = await find(question);
    foundItems.put(asTyped, { item: foundItem(found) });
    return { question, found };
  };
  const findItem = async (asTyped: string): Promise<FoundItem | undefined> => {
    const known = foundItems.get(asTyped);
    if (known !== undefined) return known.item;
    return foundItem((await findAlone(readQuestion(asTyped, undefined, today), asTyped)).found);
  };

  const alone = readQuestion(typed, undefined, today);
  const saysSo = saysItGoesOn(alone);
  if (before === undefined || before.trim() === '' || saysSo === false) return findAlone(alone, typed);
  const itemBefore = await findItem(before);
  const goOn = async (): Promise<Understood> => {
    const question = readQuestion(typed, before, today);
    return { question, found: stayWith(itemBefore, await find(question)) };
  };
  if (saysSo === undefined) {
    const understood = await findAlone(alone, typed);
    const signs = readFollowUpSigns(understood, itemBefore);
    if (!goesOn(signs, understood.found)) return mightGoOn(signs) ? { ...understood, goOn } : understood;
  }
  return goOn();
}
