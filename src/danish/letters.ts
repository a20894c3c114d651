const spelledOut: Readonly<Record<string, string>> = {
  æ: 'ae',
  ä: 'ae',
  ø: 'oe',
  ö: 'oe',
  å: 'aa',
  ü: 'u',
  ß: 'ss',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
};

const folded = new RegExp(`[${Object.keys(spelledOut).join('')}]`, 'g');

/**
 * The one form in which letters are compared: lower case, `æ ø å` as `ae oe aa`, no other accents.
 *
 * "Ældreråd", "aeldreraad" and "ÆLDRERÅD" become one; `å` never becomes `a`, since "rad" is not "råd".
 */
export function foldLetters(text: string): string {
  const lower = text.normalize('NFC').toLowerCase();
  // Most words are plain ASCII; they need no more.
  if (/^[\x20-\x7e]*$/.test(lower)) return lower;
  return lower
    .replace(folded, (letter) => spelledOut[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/** The same of a question, without the marks and blanks that end it. */
export const foldQuestion = (text: string): string => foldLetters(text).replace(/(?<![?.! ])[?.! ]+$/, '');
