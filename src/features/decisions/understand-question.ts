import type { Ranked } from '../../search/rank.js';
import type { FoundEntries } from './find-entries.js';
import { foundItem, goesOn, isSameEntry, readFollowUpSigns, saysItGoesOn } from './follow-up.js';
import { type Question, readQuestion } from './read-question.js';

/** A question as it is meant in its conversation, with what it finds. */
export interface Understood {
  question: Question;
  found: FoundEntries;
}

export type Find = (question: Question) => Promise<FoundEntries>;

/** What the item of the question before gains in a follow-up. */
const staying = 2;

/** The entries in a new order, the one of the question before raised. */
function stayWith(before: Ranked | undefined, found: FoundEntries): FoundEntries {
  const ranked = found.ranked
    .map((entry) =>
      before !== undefined && isSameEntry(entry, before) ? { ...entry, score: staying * entry.score } : entry,
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
 */
export async function understandQuestion(
  typed: string,
  before: string | undefined,
  today: string,
  find: Find,
): Promise<Understood> {
  const alone = readQuestion(typed, undefined, today);
  const saysSo = saysItGoesOn(alone);
  if (before === undefined || before.trim() === '' || saysSo === false)
    return { question: alone, found: await find(alone) };
  const foundBefore = await find(readQuestion(before, undefined, today));
  if (saysSo === undefined) {
    const understood = { question: alone, found: await find(alone) };
    if (!goesOn(readFollowUpSigns(understood, foundBefore), understood.found)) return understood;
  }
  const question = readQuestion(typed, before, today);
  return { question, found: stayWith(foundItem(foundBefore), await find(question)) };
}
