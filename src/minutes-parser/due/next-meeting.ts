import { type DueMention, notInWord } from './due-mention.js';

const pattern = new RegExp(
  `${notInWord.before}(?:(?:senest |inden )?(?:på|til|ved|inden) )?(?:(?:det|den|de) )?(?:næste|kommende|førstkommende|næstkommende|følgende) (?<what>møde(?:t)?(?: i [\\p{L}]+forum| i forummet)?|[\\p{L}]*forum(?:møde|mødet|met)?|chefmøde)${notInWord.after}`,
  'giu',
);

/** What the form cannot do without; most sentences do. */
const needed = /(?:næste|kommende|følgende) /iu;

/**
 * The forum's next meeting, whose date these minutes do not know: "på det kommende Chefforum", "på næste møde".
 * Other people's meetings ("førstkommende ledermøde") are not the forum's, and "et kommende møde" is any.
 */
export function readNextMeeting(sentence: string): DueMention[] {
  if (!needed.test(sentence)) return [];
  return [...sentence.matchAll(pattern)].flatMap((match) => {
    const [text] = match;
    const before = sentence.slice(Math.max(0, match.index - 6), match.index);
    if (/(?<!\p{L})(?:et|en)\s$/iu.test(before)) return [];
    return [
      { start: match.index, end: match.index + text.length, text, due: null, meeting: 'next', inferred: true } as const,
    ];
  });
}
