import { capitalised, namesLikeNouns, namesNobody, ownerInside, ownerPattern } from './phrases/commitment-phrases.js';

/** Owners are looked for in this many characters. */
const longestOwner = 320;

/**
 * The persons or departments a text begins with, as printed.
 *
 *     afdelingschef for Borger, Arbejdsmarked & Erhverv Anne Lund samt HR udarbejder …
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 *
 * A thing at the beginning of a sentence ("Skabelonen sættes …") is no owner, though it has a capital.
 */
export function readOwner(text: string): string | undefined {
  const cut = text.slice(0, longestOwner);
  const lowered = `${cut.slice(0, 1).toLowerCase()}${cut.slice(1)}`;
  const asPrinted = ownerPattern.exec(cut)?.[0] ?? '';
  const asNoun = ownerPattern.exec(lowered)?.[0] ?? '';
  const length = Math.max(asPrinted.length, asNoun.length);
  const owner = cut.slice(0, length);
  if (length === 0 || namesNobody.test(owner)) return undefined;
  if (asNoun.length >= asPrinted.length) return owner;
  return isName(owner) ? owner : undefined;
}

/**
 * Who a passive sentence says is to do it: "… udarbejdes af Økonomi & Stab"; with `anyone` also "… opdateret i alle afdelinger".
 */
export function findOwnerInside(sentence: string, whom: 'agents' | 'anyone'): string | undefined {
  for (const match of sentence.matchAll(ownerInside)) {
    if (whom === 'agents' && !match[0].startsWith('af')) continue;
    const after = sentence.slice(match.index + match[0].length);
    // "i" and "hos" name places as a rule; only "i alle afdelinger" names who.
    if (!match[0].startsWith('af') && capitalised.test(after)) continue;
    const owner = readOwner(after);
    if (owner !== undefined) return owner;
  }
  return undefined;
}

/** A capitalised word may be a noun that begins its sentence: "Planen", "Nyhedsbrevet", "Temaerne". */
function isName(owner: string): boolean {
  const words = owner.split(' ');
  const [first = ''] = words;
  if (words.length > 1) return true;
  return namesLikeNouns.has(first.toLowerCase()) || /^\p{Lu}{2,}$/u.test(first) || !/(?:en|et|ene|erne)$/u.test(first);
}
