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

/** What fingers and ears mix up most: two neighbours swapped, and æ for e, å for o or a, one way or the other. */
function* likelySlipsOf(word: string): Generator<string> {
  for (let place = 1; place < word.length - 1; place += 1)
    yield word.slice(0, place) + word.charAt(place + 1) + word.charAt(place) + word.slice(place + 2);
  for (const [written, meant] of mixedUp)
    for (let place = word.indexOf(written, 1); place !== -1; place = word.indexOf(written, place + 1))
      yield word.slice(0, place) + meant + word.slice(place + written.length);
}

const mixedUp = [
  ['ae', 'e'],
  ['aa', 'o'],
  ['aa', 'a'],
  ['e', 'ae'],
  ['o', 'aa'],
] as const;

function repairSimple(word: string): string | undefined {
  if (word.length < lengths.shortest || word.length > lengths.longest) return undefined;
  const dictionary = danishDictionary();
  for (const slips of [likelySlipsOf(word), slipsOf(word)])
    for (const slip of slips) if (dictionary.has(slip)) return slip;
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
