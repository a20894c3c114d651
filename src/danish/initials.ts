import { foldLetters } from './letters.js';

/** "Skoler & Unge", "Ældre, Sundhed & Handicap", "Børn og Familie": a name made of capitalised words, as departments are called. */
const listedName = /(?<!\p{L})\p{Lu}\p{L}+(?:, \p{Lu}\p{L}+){0,3} (?:&|og) \p{Lu}\p{L}+/gu;

export interface Initials {
  /** Where the name ends in the text. */
  end: number;
  /** Folded, as people shorten it: "s&u" for two words, "aesh" for more. */
  short: string;
}

/** The initials by which departments are called in speech and mail, for each name in a text that is made so. */
export function findInitials(text: string): Initials[] {
  return [...text.matchAll(listedName)].map((match) => {
    const letters = [...match[0].matchAll(/\p{Lu}(?=\p{L})/gu)].map(([letter]) => foldLetters(letter));
    return { end: match.index + match[0].length, short: letters.join(letters.length === 2 ? '&' : '') };
  });
}
