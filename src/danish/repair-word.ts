import { danishDictionary } from './dictionary.js';

const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/** Shorter words are one slip from a dozen others; longer ones are compounds. */
const lengths = { shortest: 6, longest: 14 };
const shortestFirstPart = 3;

/** Every word one slip away that begins alike: a letter too many, missing or wrong, or two neighbours swapped. */
function* slipsOf(word: string): Generator<string> {
  for (let place = 1; place <= word.length; place += 1) {
    const [before, after] = [word.slice(0, place), word.slice(place)];
    for (const letter of letters) yield before + letter + after;
    if (after === '') continue;
    yield before + after.slice(1);
    if (after.length > 1) yield before + after.charAt(1) + after.charAt(0) + after.slice(2);
    for (const letter of letters) yield before + letter + after.slice(1);
  }
}

function repairSimple(word: string): string | undefined {
  if (word.length < lengths.shortest || word.length > lengths.longest) return undefined;
  const dictionary = danishDictionary();
  for (const slip of slipsOf(word)) if (dictionary.has(slip)) return slip;
  return undefined;
}

/**
 * The Danish word a folded word was meant to be, where it is none itself and one slip would make it one, or would make its last
 * part one ("tandplejn" is "tandplejen", "rottebekaemplse" is "rottebekaempelse"). Undefined where there is no such word.
 */
export function repairWord(folded: string): string | undefined {
  if (!/^[a-z]{1,40}$/.test(folded)) return undefined;
  const simple = repairSimple(folded);
  if (simple !== undefined) return simple;
  const dictionary = danishDictionary();
  for (let seam = shortestFirstPart; seam <= folded.length - lengths.shortest; seam += 1) {
    const first = folded.slice(0, seam);
    if (dictionary.jointLemma(first) === undefined) continue;
    const last = repairSimple(folded.slice(seam));
    if (last !== undefined) return first + last;
  }
  return undefined;
}
