/** The words with which a Danish question begins. */
const askingWord = '(?:hvem|hvad|hvornår|hvornaar|hvor|hvorfor|hvordan|hvilken|hvilket|hvilke|hvis)';
const asking = new RegExp(String.raw`(?<!\p{L})${askingWord}(?!\p{L})`, 'iu');

/** "… og hvem …", "… ? Hvem …": where one question ends and the next begins. A comma alone begins a clause ("jeg vil vide, hvem …"). */
const joint = new RegExp(
  String.raw`(?:\s?\?\s?(?:og |samt )?|,? (?:og|samt) (?:så |også |desuden )?|;\s?)(?=(?:i |på |til |fra )?${askingWord}(?!\p{L}))`,
  'iu',
);

const onlyAsking = new RegExp(`^${askingWord}$`, 'iu');
const opening = new RegExp(`^${askingWord} `, 'iu');

/** More than three is a list of questions, which nobody reads the answers of on a phone. */
const mostWishes = 3;

/**
 * The questions in one message, each complete: "hvornår og hvor er seminaret" is "hvornår er seminaret" and "hvor er seminaret".
 * One, as it was typed, where only one thing is asked.
 */
export function splitWishes(text: string): string[] {
  const parts = text
    .split(joint)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '');
  if (parts.length < 2 || parts.length > mostWishes || !parts.every((part) => asking.test(part))) return [text];
  return parts.map((part, index) => {
    const next = parts[index + 1];
    return onlyAsking.test(part) && next !== undefined ? `${part} ${next.replace(opening, '')}` : part;
  });
}
