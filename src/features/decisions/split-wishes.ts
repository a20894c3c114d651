/** The words with which a Danish question begins. */
const askingWord = '(?:hvem|hvad|hvornår|hvornaar|hvor|hvorfor|hvordan|hvilken|hvilket|hvilke|hvis)';
const asking = new RegExp(String.raw`(?<!\p{L})${askingWord}(?!\p{L})`, 'iu');
const verb =
  '(?:er|var|bliver|blev|skal|skulle|kan|har|havde|koster|kostede|får|fik|sker|skete|gør|gjorde|laver|lavede|står|deltog|manglede|sagde|betaler|følger)';

/**
 * "… og hvem …", "… ? Hvem …", "… + hvem …": where one question ends and the next begins. After a comma alone a clause may begin
 * ("jeg vil vide, hvem der …"), unless the verb follows as in a question ("…, hvornår er det").
 */
const joint = new RegExp(
  String.raw`(?:\s?\?\s?(?:og |samt )?|,? (?:og|samt|\+) (?:så |også |desuden )?|;\s?)(?=(?:i |på |til |fra )?${askingWord}(?!\p{L}))|,\s(?=${askingWord} ${verb}(?!\p{L}))`,
  'iu',
);

const onlyAsking = new RegExp(`^${askingWord}$`, 'iu');
const opening = new RegExp(`^${askingWord} `, 'iu');

/** "hvad blev indstillet, og hvad blev besluttet om …?" is one: both are told of the same item. */
const comparison = /hvad (?:blev|var|er) (?:der )?(?:indstillet|anbefalet|foreslået),? og hvad/iu;

/** A text with more questions than this is no message of a few wishes. */
const mostQuestions = 6;

/**
 * The questions in one message, each complete: "hvornår og hvor er seminaret" is "hvornår er seminaret" and "hvor er seminaret".
 * One, as it was typed, where only one thing is asked.
 */
export function splitWishes(text: string): string[] {
  const parts = text
    .split(joint)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '');
  const areQuestions =
    parts.every((part) => asking.test(part)) && parts.filter((part) => onlyAsking.test(part)).length < 3;
  if (comparison.test(text) || parts.length < 2 || parts.length > mostQuestions || !areQuestions) return [text];
  return parts.map((part, index) => {
    const next = parts[index + 1];
    return onlyAsking.test(part) && next !== undefined ? `${part} ${next.replace(opening, '')}` : part;
  });
}
