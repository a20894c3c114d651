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

/** What every question to a forum is put with; most name no topic, so that the archive's own words cannot put them right. */
const forumWords = [
  'punkt',
  'punktet',
  'punkter',
  'møde',
  'mødet',
  'møder',
  'bilag',
  'bilaget',
  'deltog',
  'deltager',
  'deltagere',
  'referat',
  'referatet',
  'dagsorden',
  'dagsordenen',
  'beslutning',
  'besluttet',
] as const;

/** "hvormange", "hvorlænge": asking words that people run together. */
const runTogether = /(?<!\p{L})(hvor)(mange|meget|længe|ofte|tit|stor|stort|lang|få)(?!\p{L})/giu;

/** Shorter months are one slip from too many other words. */
const longWord = /(?<!\p{L})\p{L}{5,12}(?!\p{L})/gu;

/** "pungt", "møtet", "deltåg": one slip from the word, within it. Where a name ends otherwise ("Bilal"), none is meant. */
function meantForumWord(folded: string): string | undefined {
  const readings = [folded, folded.replace('aa', 'o')];
  return forumWords.find((word) => {
    const meant = foldLetters(word);
    return readings.some(
      (reading) =>
        reading.slice(0, 2) === meant.slice(0, 2) &&
        reading.at(-1) === meant.at(-1) &&
        editDistance(reading, meant, 1) <= 1,
    );
  });
}

function meantWord(word: string): string {
  const folded = foldLetters(word);
  if (danishDictionary().has(folded)) return word;
  const month = months.find((name) => name[0] === folded[0] && editDistance(folded, name, 1) === 1);
  return month ?? meantForumWord(folded) ?? word;
}

/**
 * A question with its months and the forum's own words spelled right and its asking words apart: "februr" is "februar", "pungt" is
 * "punkt", "hvormange" is "hvor mange".
 */
export const spellQuestion = (text: string): string => text.replace(runTogether, '$1 $2').replace(longWord, meantWord);
