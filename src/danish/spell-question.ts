import { danishDictionary } from './dictionary.js';
import { editDistance } from './edit-distance.js';
import { foldLetters } from './letters.js';

const months = [
  'januar',
  'februar',
  'marts',
  'april',
  'august',
  'september',
  'oktober',
  'november',
  'december',
] as const;

/** "hvormange", "hvorlænge": asking words that people run together. */
const runTogether = /(?<!\p{L})(hvor)(mange|meget|længe|ofte|tit|stor|stort|lang|få)(?!\p{L})/giu;

/** Shorter months are one slip from too many other words. */
const longWord = /(?<!\p{L})\p{L}{5,10}(?!\p{L})/gu;

function meantMonth(word: string): string {
  const folded = foldLetters(word);
  const month = months.find((name) => name[0] === folded[0] && editDistance(folded, name, 1) === 1);
  return month === undefined || danishDictionary().has(folded) ? word : month;
}

/** A question with its months spelled right and its asking words apart: "februr" is "februar", "hvormange" is "hvor mange". */
export const spellQuestion = (text: string): string => text.replace(runTogether, '$1 $2').replace(longWord, meantMonth);
